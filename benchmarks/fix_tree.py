"""Fixes a copy of a tree, and checks by the streams of tokens that nothing differs but what the fixes are about.

    python benchmarks/fix_tree.py FOLDER [PATHS ..] [--unsafe] [--keep FOLDER] [--jobs N]

Every rule runs, so that whatever can be fixed is. The check knows nothing of how isolint rewrites a file: it takes the
tokens of each file before and after, finds where they differ, and asks whether a change was announced for these lines.
"""
# ruff: noqa: INP001

import argparse
import ast
import io
import re
import shutil
import sys
import tempfile
import time
import tokenize
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, NamedTuple

from isolint.campaign.rounds import Round
from isolint.campaign.running import Wanted, fix
from isolint.change import Bind, Change, Decorate, Default, Enclose, Enlist, Parameter
from isolint.config import Choice, Config, Overrides, load
from isolint.engine import Request, check
from isolint.source import decode

LEFT_OUT: Final = (".git", "__pycache__", "node_modules", "site-packages", ".venv")
BLANK: Final = frozenset(
    {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER}
)


class Token(NamedTuple):
    """A token that says something, and its line."""

    text: str
    line: int


def tokens(text: str) -> list[Token]:
    """The tokens but for those that only shape lines; comments are there."""
    found = tokenize.generate_tokens(io.StringIO(text).readline)
    return [Token(each.string, each.start[0]) for each in found if each.type not in BLANK]


def unannounced(done: Round) -> Iterator[str]:
    """Each place where the tokens of a file differ though no fix said so."""
    lines: dict[str, set[int]] = {}
    added: dict[str, set[str]] = {}
    for path, change in (each for task in done.done for each in task.fix.changes):
        added.setdefault(path, set()).update(*map(words, announced(change)))
        at = getattr(change, "at", None)
        for first, _, last, _ in (*([at] if at else []), *getattr(change, "last", ())):
            lines.setdefault(path, set()).update(range(first - 1, last + 2))
        if at and isinstance(change, Default | Parameter | Bind):
            lines.setdefault(path, set()).update(head(decode(done.before[path]), at[0]))
    for path, new in done.after.items():
        before, after = tokens(decode(done.before[path])), tokens(decode(new))
        texts = [each.text for each in before], [each.text for each in after]
        for kind, i, j, m, n in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            near = {each.line for each in before[max(i - 1, 0) : j + 1]}
            around = texts[0][max(i - 4, 0) : j + 4] + texts[1][m:n]
            known = i == j and added.get(path, set()).issuperset(texts[1][m:n])
            if kind != "equal" and not known and near.isdisjoint(lines.get(path, ())) and "import" not in around:
                yield f"{path}:{min(near)}: {' '.join(texts[0][i:j])!r} -> {' '.join(texts[1][m:n])!r}"


def head(text: str, line: int) -> range:
    """The lines of what is defined at a line, to its first statement behind the docstring."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.lineno == line:
            first = (node.body[1:] or node.body)[0]
            return range(line, first.lineno + 1)
    return range(0)


def announced(change: Change) -> Iterator[str]:
    """What a change puts where it has no place to name: in a list of the module, or at the end of a block."""
    match change:
        case Enlist(name, text):
            yield f"{name} = [{text}],"
        case Enclose(_, tail):
            yield f"try: finally: {tail}"
        case Decorate(_, text):
            yield f"@{text}"


def words(code: str) -> list[str]:
    """The tokens of some code, which need not be whole."""
    return re.findall(r"\w+|[^\w\s]", code)


class Notes:
    """Tells the stages on standard error, with the seconds since the beginning."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def stage(self, text: str) -> None:
        sys.stderr.write(f"{time.perf_counter() - self._began:7.1f} s  {text}\n")

    def planned(self, area: str, files: int, findings: int) -> None:
        self.stage(f"{area}: {files} files, {findings} findings")

    def made(self, area: str, path: str, repaired: int) -> None: ...

    def finished(self, area: str, state: str) -> None: ...


def everything(config: Config) -> Config:
    """The configuration with every rule, as sure as findings are shown by default."""
    choice = Choice("", ("ALL",), (), (), (), {}, "medium", strict=True)
    return replace(config, choices=(choice,), overrides=Overrides(select=("ALL",), strict=True))


def main(arguments: Sequence[str]) -> int:
    """Fix, check, tell; status 1 where something differs that no fix announced, or a second run changes something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--keep", type=Path, help="put the fixed copy here")
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("paths", nargs="*", help="fix these alone, relative to the tree")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="isolint-fixes-") as temporary:
        copy = options.keep or Path(temporary, options.tree.name)
        shutil.copytree(options.tree, copy, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
        return fixed(copy, options)


def fixed(copy: Path, options: argparse.Namespace) -> int:
    """Fix a copy twice, and tell."""
    config = everything(load([copy], cwd=copy, root=copy))
    request = Request(given=tuple(str(copy / path) for path in options.paths), jobs=options.jobs)
    before = Counter(each.code for each in check(config, request).report.findings)
    began = time.perf_counter()
    done = fix(config, request, Wanted(options.unsafe, lambda path: path.partition("/")[0]), Notes())
    took = time.perf_counter() - began
    after = Counter(each.code for each in done.after.report.findings)
    repaired = Counter(each.code for each in done.fixing.repaired)
    again = fix(config, request, Wanted(options.unsafe, lambda _path: ""), Notes())
    sys.stdout.write(f"{copy.name}: {len(done.files)} files changed, {sum(repaired.values())} findings repaired, ")
    sys.stdout.write(f"{len(done.fixing.left)} left, {len(done.rounds)} rounds, {took:.0f} s\n")
    for code in sorted(before | after):
        if repaired[code] or before[code] != after[code]:
            sys.stdout.write(f"{code}: {before[code]} before, {repaired[code]} repaired, {after[code]} after\n")
    sys.stdout.writelines(f"left: {each.path}:{each.line}: {each.code}: {each.reason}\n" for each in done.fixing.left)
    sys.stdout.flush()
    strange = [line for each in done.rounds for line in unannounced(each)]
    sys.stdout.write(f"a second run changes {len(again.files)} files; unannounced differences: {len(strange)}\n")
    sys.stdout.writelines(f"{line}\n" for line in strange)
    return 1 if strange or again.files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
