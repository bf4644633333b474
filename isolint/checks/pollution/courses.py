"""Courses: what happens to some state in the course of one test: what it finds, what it leaves behind."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.checks.pollution.cells import Cell
from isolint.checks.pollution.neighbours import inside
from isolint.checks.pollution.use import Telling, Use
from isolint.checks.pollution.uses import Uses
from isolint.facts import CLASS, FUNCTION, GENERATOR, LAMBDA
from isolint.program import Program
from isolint.program.flow import regions
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Fn, Obj, Site

DEEP: Final = 3
END: Final = 1 << 79  # behind every position
SETUP: Final = 0
TEST: Final = 1
CLEANUP: Final = 2

At = tuple[int, int]


class Event(NamedTuple):
    """A use of the state, and the function that it stands in.

    `turn` is when a hook or fixture runs among the others; `order` are the positions of calls that lead there, each
    with its number among what is called. So places of different files are never compared.
    """

    use: Use
    at: At
    phase: int
    turn: int
    order: tuple[int, ...]


class Course(NamedTuple):
    """The events of the test `scope`, in order."""

    file: int
    scope: int
    events: tuple[Event, ...]

    def left(self) -> Iterator[Event]:
        """The changes that nothing in the course takes back."""
        for event in self.events:
            if event.phase == CLEANUP or not (event.use.way in ("set", "change") or self._takes(event)):
                continue
            if event.use.way == "set" and (event.phase == SETUP or event.order[0] == END):
                continue  # what is made anew for a test, or set in the end, is as good as new for the next one
            after = (e for e in self.events if e[2:] > event[2:] and e.use.meets(event.use))
            if not any(_takes_back(e) or (event.use.takes and e.use.way == "set") for e in after):
                yield event

    def _takes(self, event: Event) -> bool:
        """Whether something is taken away that the course has not put there itself."""
        before = (e for e in self.events if e[2:] < event[2:] and e.use.meets(event.use))
        return event.use.takes and not any(e.use.way in ("set", "change") for e in before)

    def settles(self, other: Use) -> bool:
        """Whether the course sets anew, sooner or later, what another test may have left."""
        return any(e.use.settles(other) for e in self.events)

    def finds(self, other: Use) -> Event | None:
        """The first event that sees what another test has left of the state, if any does."""
        if self._is_shielded(other):
            return None
        for event in self.events:
            if event.phase == CLEANUP or not event.use.meets(other):
                continue
            if event.use.settles(other):
                return None
            if event.use.way == "read":
                return event
        return None

    def suffers(self, other: Use) -> bool:
        """Whether the course uses what another test has left, and sets nothing anew before."""
        first = next((e for e in self.events if e.phase != CLEANUP and e.use.meets(other)), None)
        return first is not None and not first.use.settles(other) and not self._is_shielded(other)

    def is_open(self, other: Use) -> bool:
        """Whether the course uses the state, and no set-up makes it anew for the test."""
        return bool(self.events) and not self._is_shielded(other)

    def _is_shielded(self, other: Use) -> bool:
        return any(e.phase == SETUP and e.use.settles(other) for e in self.events)


def _takes_back(event: Event) -> bool:
    late = event.phase == CLEANUP or event.order[0] == END
    return event.use.way in ("back", "reset") or (event.use.way == "set" and late)


class Courses:
    """The courses of tests; what a test does to all cells is found out at once and remembered."""

    def __init__(self, program: Program, telling: Telling) -> None:
        self._program = program
        self._units = program.units
        self.uses = program.once(Uses, telling)
        rows = program.vocabulary.kinds.get("test-hook", ())
        narrow = {n for r in rows if r.by in ("", "function") for n in (r.path, *r.keywords)}
        self._wide = {n for r in rows if r.by in ("module", "class") for n in (r.path, *r.keywords)} - narrow
        self._calls: dict[At, tuple[tuple[int, At], ...]] = {}
        self._asking: dict[int, dict[At, list[int]]] = {}
        self._inside = program.once(inside)
        self._around: dict[tuple[At, int], tuple[Event, ...]] = {}
        self._halved: dict[At, tuple[Event, ...]] = {}
        self._tests: dict[At, dict[Cell, tuple[Event, ...]]] = {}

    def of(self, file: int, scope: int, cell: Cell) -> Course:
        """The course of one test through one cell."""
        found = self._tests.get((file, scope))
        if found is None:
            listed: dict[Cell, list[Event]] = {}
            for event in sorted(self._events(file, scope), key=lambda e: e[2:]):
                listed.setdefault(event.use.cell, []).append(event)
            found = self._tests[file, scope] = {each: tuple(events) for each, events in listed.items()}
        return Course(file, scope, found.get(cell, ()))

    def _events(self, file: int, scope: int) -> Iterator[Event]:
        suites = self._program.suites
        around = [self._all(at, SETUP) for at in suites.hooks(file, scope) if not self._is_wide(*at)]
        for fn in suites.closure(file, scope):
            fixture = suites.fixture(fn.file, fn.scope)
            around += [] if fixture is None or fixture.wide else [self._halves((fn.file, fn.scope))]
        seen: set[At] = set()
        yield from self._in((file, scope), TEST, seen)
        cleanups = [at for at in suites.cleanups(file, scope) if at not in seen and not self._is_wide(*at)]
        around += [self._all(at, CLEANUP) for at in cleanups]
        for turn, events in enumerate(around):
            yield from (event._replace(turn=turn) for event in events)

    def _all(self, at: At, phase: int) -> tuple[Event, ...]:
        """The events of what runs around a test, be it a hook or a fixture."""
        found = self._around.get((at, phase))
        if found is None:
            found = self._around[at, phase] = tuple(self._in(at, phase, set()))
        return found

    def _is_wide(self, file: int, scope: int) -> bool:
        """Whether a hook runs once for a class or module."""
        header = self._units[file].header(scope)
        return "classmethod" in header.decorators or header.name in self._wide

    def _halves(self, at: At) -> tuple[Event, ...]:
        """The events of a fixture: what stands behind its `yield` cleans up."""
        found = self._halved.get(at)
        if found is None:
            body, end = self._units[at[0]].body(at[1]), self._end(at)
            listed = []
            for event in self._all(at, SETUP):
                region = event.use.region if event.at == at else 0
                late = event.order[0] > end or regions.inside(body, region, "finally")
                listed.append(event._replace(phase=CLEANUP) if late else event)
            found = self._halved[at] = tuple(listed)
        return found

    def _end(self, at: At) -> int:
        """Where the `yield` of a generator stands."""
        unit = self._units[at[0]]
        yields = unit.body(at[1]).yields if unit.header(at[1]).flags & GENERATOR else ()
        return min((position for _, position in yields), default=END)

    def _in(self, at: At, phase: int, seen: set[At], way: tuple[int, ...] = ()) -> Iterator[Event]:
        """The events of a function, of those in it and of the helpers that it calls; `way` leads there."""
        if at in seen:
            return
        seen.add(at)
        told = dict.fromkeys(self._program.suites.lifecycle.told(*at))
        for scope in self._program.reach.inside(*at):
            inner = (at[0], scope)
            if self._units[at[0]].header(scope).kind != FUNCTION or inner in told:
                continue
            seen.add(inner)
            body, end = self._units[at[0]].body(scope), self._end(inner) if way else END
            for use in (*self.uses.changes(*inner), *self.uses.reads(*inner)):
                late = use.promised or (use.position > end or regions.inside(body, use.region, "finally"))
                late = late and use.way != "read"
                yield Event(use, inner, phase, 0, (END, *way, use.position) if late else (*way, use.position))
            for number, (position, other) in enumerate(self._called(*inner) if len(way) < 2 * DEEP else ()):
                if other not in told:
                    yield from self._in(other, phase, seen, (*way, position, number))
        for other in told:
            yield from self._in(other, CLEANUP, seen, (END,))

    def _called(self, file: int, scope: int) -> tuple[tuple[int, At], ...]:
        """The functions of the suite that a function calls, or hands on, with where it does."""
        found = self._calls.get((file, scope))
        if found is None:
            self._calls[file, scope] = ()
            listed: dict[At, int] = {}
            for number, (callee, arguments, keywords, position, *_) in enumerate(self._units[file].body(scope).calls):
                for value in (callee, *arguments, *[v for _, v in keywords]):
                    if self._may_run(file, scope, value):
                        for origin in self._program.evaluator.origins(file, scope, value):
                            for at in self._functions(origin, Site(file, scope, number)):
                                listed.setdefault(at, position)
            found = self._calls[file, scope] = tuple((position, at) for at, position in listed.items())
        return found

    def _may_run(self, file: int, scope: int, value: Any) -> bool:
        """Whether a value may be a function of the suite, as far as names tell."""
        if type(value) is str:
            return self._inside.is_defined(last_name(value)) and self._inside.leads(file, scope, value)
        return type(value) is tuple and value[:1] in ((".",), ("import",))

    def asking(self, file: int) -> dict[At, list[int]]:
        """The tests of a file that ask for fixtures: fixture -> tests."""
        found = self._asking.get(file)
        if found is None:
            found = self._asking[file] = {}
            for scope in self._program.suites.tests(file):
                for at in dict.fromkeys((fn.file, fn.scope) for fn in self._program.suites.closure(file, scope)):
                    found.setdefault(at, []).append(scope)
        return found

    def _functions(self, origin: object, site: Site) -> Iterator[At]:
        if type(origin) is Fn:
            of_suite = self._program.roles[origin.file] == "test" and not self._program.suites.is_test(*origin[:2])
            if of_suite and not self._units[origin.file].header(origin.scope).flags & LAMBDA:
                yield (origin.file, origin.scope)
        elif type(origin) is Cls:
            for made in self._program.evaluator.attribute((Obj(origin, site),), "__init__"):
                yield from self._functions(made, site)


def outer(program: Program, at: At) -> At:
    """The function of the file or class that a nested one stands in."""
    unit, scope = program.units[at[0]], at[1]
    while unit.header(scope).parent > 0 and unit.header(unit.header(scope).parent).kind != CLASS:
        scope = unit.header(scope).parent
    return at[0], scope
