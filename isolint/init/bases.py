"""Bases: the classes that test classes of an area inherit from, or are meant to."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from isolint.init.classes import name
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.values.origins import Cls
from isolint.program.words import snake
from isolint.vocabulary import Row

KIND: Final = "required-base"
FEW: Final = 3  # classes of an area below a base that is called after it
SEVERAL: Final = 5  # classes of an area that are enough to speak of most of them
MOST: Final = 0.75
BASE: Final = "base"


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """A row for each base that most test classes of an area have, or that is called after it and used."""
    counts: dict[str, Counter[Cls]] = defaultdict(Counter)
    every: Counter[str] = Counter()
    for file, bases in _classes(program):
        for kind in program.areas.of(program.units[file].path):
            every[kind] += 1
            counts[kind].update(bases)
    for cls in dict.fromkeys(base for kind in sorted(counts) for base in counts[kind]):
        words = snake(name(program, cls)).strip("_").split("_")
        usual = {k for k in every if every[k] >= SEVERAL and counts[k][cls] >= MOST * every[k]}
        words += [first + second for first, second in pairwise(words)]  # E2E is two
        named = {k for k in every if BASE in words and k in words and counts[k][cls] >= FEW}
        kinds = tuple(sorted((usual | named) if not _collected(program, cls) else ()))
        if kinds:
            row = Row(KIND, program.evaluator.meaning.canonical(cls), keywords=kinds)
            shares = ", ".join(f"{counts[k][cls]} of {every[k]} test classes in {k}" for k in kinds)
            yield about(program, (row,), cls, f"{shares} inherit from it", (cls,))


def _collected(program: Program, cls: Cls) -> bool:
    """Whether a base has tests itself, which inheriting from it would run again."""
    return any(program.suites.is_test(cls.file, method) for method in program.evaluator.members.methods(cls))


def _classes(program: Program) -> Iterator[tuple[int, list[Cls]]]:
    """The files of the classes that have tests, with their bases in the program, nearest first."""
    for file in range(len(program.units)):
        tests = program.suites.tests(file) if program.roles[file] == "test" else []
        for owner in dict.fromkeys(program.units[file].owner(scope) for scope in tests):
            if owner >= 0:
                yield file, [b for b in program.evaluator.members.mro(Cls(file, owner))[1:] if isinstance(b, Cls)]
