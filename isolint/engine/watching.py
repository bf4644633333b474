"""Watching: what one round of a process that stays hands to the next, so that a save costs little."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from isolint.cache import Reader
from isolint.config import Config
from isolint.engine.begun import Begun, begun
from isolint.engine.completing import joined, result_of
from isolint.engine.jobs import Job, content
from isolint.engine.judging import Outcome, judged
from isolint.engine.lines import Lines
from isolint.engine.packs import vocabulary
from isolint.engine.plan import Plan
from isolint.engine.reading import read
from isolint.engine.request import Request
from isolint.lower import lower
from isolint.program.unit import Unit
from isolint.program.values.surface import Surface
from isolint.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Held:
    """A project as a round saw it: its files with what was loaded of them, in order, and what their names stand for."""

    run: Begun
    units: Mapping[str, Unit]
    words: Vocabulary
    surface: Surface


@contextmanager
def holding(config: Config, request: Request) -> Iterator[Held]:
    """The project as it is now; what is loaded later is read inside the `with`."""
    with begun(config, request) as run, closing(Reader(run.cache.folder)) as reader:
        units, records, _ = read(run.files, run.established, run.cache, reader)
        run.keep(records)
        words = vocabulary(run.plan.config, run.plan.packs, units)
        yield Held(run, {unit.path: unit for unit in units}, words, Surface(units).indexed())


def differing(before: Plan, now: Plan) -> frozenset[str]:
    """The files that have changed or appeared since."""
    known = before.found.stamps
    return frozenset(path for path, stamp in now.found.stamps.items() if known.get(path) != stamp)


def alike(before: Plan, now: Plan) -> bool:
    """Whether nothing but the files may tell the two apart."""
    return (before.config, before.packs, before.runner) == (now.config, now.packs, now.runner)


def renewed(held: Held, plan: Plan) -> Held:
    """The same project as it is planned now: what has changed is lowered here and stays in memory."""
    before = held.run.plan
    changed = differing(before, plan)
    units = {
        path: _unit(plan, path) if path in changed else held.units[path]
        for path in plan.paths
        if path in changed or path in held.units
    }
    names = held.words.loading
    same = alike(before, plan) and _mentioned(held.units, changed, names) == _mentioned(units, changed, names)
    kept = same and held.units.keys() <= units.keys()
    words = held.words if kept else vocabulary(plan.config, plan.packs, tuple(units.values()))
    return Held(replace(held.run, plan=plan), units, words, held.surface.renewed(tuple(units.values())))


def about(held: Held, paths: Collection[str]) -> Outcome:
    """What the rules say of these files alone, linked with all others."""
    plan = replace(held.run.plan, reported=tuple(sorted(paths)))
    program = joined(plan, held.surface, held.words)
    lines = Lines(plan.config.root, {})
    return judged(plan, result_of(replace(held.run, plan=plan), program, lines), (), lines)


def _unit(plan: Plan, path: str) -> Unit:
    read_now = content(Job(str(plan.config.root), (), {}, ""), path)
    facts = lower(read_now) if isinstance(read_now, bytes) else read_now
    return Unit(path, tuple(facts.interface), lambda: facts.bodies)


def _mentioned(units: Mapping[str, Unit], paths: Iterable[str], names: frozenset[str]) -> list[frozenset[str]]:
    """Those of the names that each of these files mentions."""
    return [names & units[path].interface.mentions if path in units else frozenset() for path in sorted(paths)]
