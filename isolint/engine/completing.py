"""Completing: the second half of a journey: facts are read and linked, and the rules asked."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

from isolint.cache import Reader, Record
from isolint.engine.asking import findings
from isolint.engine.begun import Begun
from isolint.engine.lines import Lines
from isolint.engine.packs import vocabulary
from isolint.engine.plan import Plan
from isolint.engine.reading import read
from isolint.engine.result import Result
from isolint.finding import Fault
from isolint.program import Program, link
from isolint.program.testing.areas import Areas
from isolint.program.values.surface import Surface
from isolint.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Linked:
    """A program with the records that it was made from, and the files that it lacks."""

    program: Program
    records: Mapping[str, Record]
    faults: tuple[Fault, ...]


@contextmanager
def linking(begun: Begun) -> Iterator[Linked]:
    """Read and link; what is loaded later is read inside the `with`."""
    plan = begun.plan
    with closing(Reader(begun.cache.folder)) as reader:
        units, records, faults = read(begun.files, begun.established, begun.cache, reader)
        begun.keep(records)
        plan.request.progress("linking")
        words = vocabulary(plan.config, plan.packs, units)
        yield Linked(joined(plan, Surface(units), words), records, faults)


def joined(plan: Plan, surface: Surface, words: Vocabulary) -> Program:
    """The program that is asked about what the plan reports on."""
    asked = frozenset(plan.reported)
    numbers = [number for number, unit in enumerate(surface.units) if unit.path in asked]
    return link(surface, numbers, words, Areas(plan.config.areas), plan.runner)


def result_of(begun: Begun, program: Program, lines: Lines) -> Result:
    """Ask the rules, and what the report counts."""
    begun.plan.request.progress("checking")
    said = [unit.interface for unit in program.units]
    return Result(
        findings=findings(program, begun.plan.asked, lines, begun.jobs),
        comments={unit.path: unit.interface.comments for unit in program.units if unit.interface.comments},
        entries=len(program.entries.all()),
        tests={program.units[n].path: count for n in program.asked if (count := len(program.suites.tests(n)))},
        calls=sum(each.counts[0] for each in said),
        unresolved=sum(each.counts[1] for each in said),
        notes=_notes(program),
    )


def _notes(program: Program) -> tuple[str, ...]:
    packs = [pack for pack in program.vocabulary.packs if pack.framework] if not program.entries.all() else []
    frameworks = ", ".join(sorted(pack.name for pack in packs if program.evaluator.uses(pack)))
    if not frameworks:
        return ()
    gap = "what requests reach is unknown"
    return (f"no entry point was found although the program uses {frameworks}: {gap}",)
