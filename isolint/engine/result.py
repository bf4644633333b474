"""Result: all that a program answers, before comments, a baseline or a choice take anything away."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from isolint.engine.answers import findings
from isolint.finding import Finding
from isolint.lower.comments import Comment
from isolint.program import Program
from isolint.rules import Rule


class Result(NamedTuple):
    """What is left of a program once it has been asked; `comments` has the files that have some."""

    findings: tuple[Finding, ...]
    comments: Mapping[str, tuple[Comment, ...]]
    entries: int
    tests: int
    calls: int
    unresolved: int
    notes: tuple[str, ...]


def result_of(program: Program, rules: Sequence[Rule], lines: Callable[[str], Sequence[str]], jobs: int) -> Result:
    """Ask the rules, and what the report counts."""
    return Result(
        findings=findings(program, rules, lines, jobs),
        comments={unit.path: unit.interface.comments for unit in program.units if unit.interface.comments},
        entries=len(program.entries.all()),
        tests=sum(len(program.suites.tests(number)) for number in program.asked),
        calls=sum(unit.interface.counts[0] for unit in program.units),
        unresolved=sum(unit.interface.counts[1] for unit in program.units),
        notes=_notes(program),
    )


def _notes(program: Program) -> tuple[str, ...]:
    packs = [pack for pack in program.vocabulary.packs if pack.framework]
    imported = program.evaluator.names.imports() if packs and not program.entries.all() else frozenset()
    frameworks = ", ".join(sorted(pack.name for pack in packs if pack.loads_when & imported))
    if not frameworks:
        return ()
    gap = "what requests reach is unknown"
    return (f"no entry point was found although the program uses {frameworks}: {gap}",)
