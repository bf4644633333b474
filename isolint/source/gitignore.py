"""Rules in force: which patterns speak about the entries of a folder, the nearest first."""

import os
from pathlib import Path
from typing import NamedTuple, TypeAlias

from isolint.config.root import version_control
from isolint.source.patterns import Patterns, compile_patterns, is_pattern


class Rule(NamedTuple):
    """Patterns, and how a path relative to the root becomes one relative to where they stand."""

    patterns: Patterns
    cut: int = 0
    prefix: str = ""

    def seen(self, path: str) -> str:
        """The path as the patterns see it."""
        return self.prefix + path[self.cut :]


Rules: TypeAlias = tuple[Rule, ...]


def ignores_file(rules: Rules, name: str, path: str) -> bool:
    """Whether the first rule that has a say ignores the file."""
    for rule in rules:
        verdict = rule.patterns.ignores_file(name, rule.seen(path))
        if verdict is not None:
            return verdict
    return False


def ignores_folder(rules: Rules, name: str, path: str) -> bool:
    """Whether the first rule that has a say ignores the folder."""
    for rule in rules:
        verdict = rule.patterns.ignores_folder(name, rule.seen(path))
        if verdict is not None:
            return verdict
    return False


def within(rules: Rules, name: str, path: str) -> Rules:
    """The rules for a folder that is entered all the same: those that ignore it no longer ignore all that it holds."""
    return tuple(
        rule._replace(patterns=rule.patterns.names_only())
        if rule.patterns.ignores_folder(name, rule.seen(path))
        else rule
        for rule in rules
    )


def read_gitignore(file: str) -> Patterns | None:
    """The patterns of a .gitignore file, None where none can be read; as git does, it skips a line that is none."""
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape") as opened:
            lines = opened.read().splitlines()
    except OSError:
        return None
    try:
        return compile_patterns(lines)
    except ValueError:
        return compile_patterns([line for line in lines if is_pattern(line)])


def rules_above(root: Path) -> Rules | None:
    """The rules of the .gitignore files above the root in its repository; None where git's rules do not hold at all.

    A file above that ignores the root itself is left out, since the root was chosen on purpose.
    """
    top = version_control(root)
    if top is None:
        return () if (root / ".gitignore").is_file() else None
    rules = []
    for folder in root.parents:
        if not folder.is_relative_to(top):
            break
        prefix = root.relative_to(folder).as_posix()
        patterns = read_gitignore(os.path.join(folder, ".gitignore"))
        if patterns and not _ignores_some_part(patterns, prefix):
            rules.append(Rule(patterns, prefix=f"{prefix}/"))
    return tuple(rules)


def _ignores_some_part(patterns: Patterns, path: str) -> bool:
    parts = path.split("/")
    return any(patterns.ignores_folder(name, "/".join(parts[: index + 1])) for index, name in enumerate(parts))
