"""Choices: which codes run, and which findings a file's configuration shows."""

from collections.abc import Mapping
from dataclasses import replace

from isolint.config import Choice, Config
from isolint.finding import CONFIDENCES, Finding
from isolint.rules import Rule, chosen, named
from isolint.source.patterns import compile_patterns


class Choices:
    """The choices of a configuration, checked against the catalogue; raises UsageError for unknown codes."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        self._config = config
        self._codes: dict[str, frozenset[str]] = {}
        self._ignores: dict[str, list[tuple[object, frozenset[str]]]] = {}
        self._severity: dict[str, dict[str, str]] = {}
        self._fixable: dict[str, frozenset[str]] = {}
        where = config.file.name if config.file else "arguments"
        for choice in config.choices:
            place = f"{choice.folder}/{where}" if choice.folder else where
            self._codes[choice.folder] = chosen(
                rules, choice.select, choice.extend_select, choice.ignore, strict=choice.strict, where=place
            )
            self._ignores[choice.folder] = [
                (
                    compile_patterns([pattern]),
                    frozenset(c for t in codes for c in named(t, rules, f"{place}: per-file-ignores")),
                )
                for pattern, codes in choice.per_file_ignores
            ]
            self._severity[choice.folder] = {
                c: level for text, level in choice.severity.items() for c in named(text, rules, f"{place}: severity")
            }
            fixable = frozenset(c for t in choice.fixable for c in named(t, rules, f"{place}: fixable")) or frozenset(
                rules
            )
            unfixable = frozenset(c for t in choice.unfixable for c in named(t, rules, f"{place}: unfixable"))
            self._fixable[choice.folder] = fixable - unfixable
        self.ran = frozenset(c for codes in self._codes.values() for c in codes)

    def shown(self, finding: Finding) -> Finding | None:
        """The finding as the configuration of its file has it: how severe, and whether it may be fixed; or None."""
        choice: Choice = self._config.choice(finding.path)
        if finding.code not in self._codes[choice.folder]:
            return None
        if finding.strict and not choice.strict:
            return None
        if CONFIDENCES.index(finding.confidence) > CONFIDENCES.index(choice.min_confidence):
            return None
        for patterns, codes in self._ignores[choice.folder]:
            if finding.code in codes and _covers(patterns, finding.path):
                return None
        if finding.fix and finding.code not in self._fixable[choice.folder]:
            finding = replace(finding, fix=None)
        level = self._severity[choice.folder].get(finding.code)
        return replace(finding, severity=level) if level else finding  # type: ignore[arg-type]  # checked when it was read


def _covers(patterns: object, path: str) -> bool:
    folder, _, name = path.rpartition("/")
    if patterns.ignores_file(name, path):  # type: ignore[attr-defined]  # Patterns
        return True
    while folder:
        if patterns.ignores_folder(folder.rpartition("/")[2], folder):  # type: ignore[attr-defined]  # Patterns
            return True
        folder = folder.rpartition("/")[0]
    return False
