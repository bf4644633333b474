"""Folders: the areas of tests that go by other names than those that are known without being named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from isolint.config import Area
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal
from isolint.program import Program
from isolint.program.words import snake

FILES: Final = 2  # with tests
# what says nothing beside such a word
FILLING: Final = frozenset({"test", "tests", "testing", "suite", "suites"})
# `functional`, `api` and `performance` stand for too much: with or without a running system, or with one user
WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "unit": "unit", "units": "unit", "integration": "integration", "integ": "integration", "e2e": "e2e",
    "endtoend": "e2e", "end_to_end": "e2e", "acceptance": "e2e", "critical": "critical", "stress": "stress",
    "load": "stress", "soak": "stress", "endurance": "stress",
})  # fmt: skip


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """An area for each kind, with the outermost folders that hold tests of it."""
    folders: dict[str, set[str]] = defaultdict(set)
    for file, unit in enumerate(program.units):
        if program.roles[file] == "test" and program.suites.tests(file):
            for folder, kind in _kinds(unit.folder):
                if kind not in program.areas.of(f"{folder}/x.py"):
                    folders[folder].add(unit.path)
    areas: dict[str, dict[str, str]] = defaultdict(dict)
    for folder, files in sorted(folders.items()):
        if len(files) >= FILES:
            kind = dict(_kinds(folder))[folder]
            areas[kind][f"{folder}/"] = min(files)
    for kind, found in sorted(areas.items()):
        area = Area(kind, kind, tuple(found))
        count = len(found)
        yield Proposal(area, next(iter(found.values())), 1, f"{count} folder{'' if count == 1 else 's'} of such tests")


def _kinds(folder: str) -> Iterator[tuple[str, str]]:
    """The nearest folder, of this one and those above, whose name speaks of a kind."""
    parts = folder.split("/")
    for end in range(len(parts), 0, -1):
        words = [word for word in snake(parts[end - 1]).strip("_").split("_") if word not in FILLING]
        if "_".join(words) in WORDS:
            yield "/".join(parts[:end]), WORDS["_".join(words)]
            return
