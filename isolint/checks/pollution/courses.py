"""Courses: what happens to some state in the course of one test: what it finds, what it leaves behind."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from isolint.checks.pollution.cells import Cell
from isolint.checks.pollution.use import Use
from isolint.checks.pollution.uses import Uses
from isolint.facts import CLASS, FUNCTION, GENERATOR, LAMBDA
from isolint.program import Program
from isolint.program.flow.regions import inside
from isolint.program.values.origins import Cls, Fn, Obj, Site

DEEP: Final = 3
END: Final = 1 << 79  # behind every position
SETUP: Final = 0
TEST: Final = 1
CLEANUP: Final = 2

At = tuple[int, int]


class Event(NamedTuple):
    """A use of the state, and the function that it stands in; `order` are the positions of calls that lead there."""

    use: Use
    at: At
    phase: int
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
    """The courses of tests through one cell."""

    def __init__(self, program: Program, uses: Uses) -> None:
        self._program = program
        self._units = program.units
        self.uses = uses
        rows = program.vocabulary.kinds.get("test-hook", ())
        narrow = {n for r in rows if r.by in ("", "function") for n in (r.path, *r.keywords)}
        self._wide = {n for r in rows if r.by in ("module", "class") for n in (r.path, *r.keywords)} - narrow
        self._calls: dict[At, tuple[tuple[int, At], ...]] = {}

    def of(self, file: int, scope: int, cell: Cell) -> Course:
        """The course of one test."""
        suites = self._program.suites
        listed: list[Event] = []
        for at in suites.hooks(file, scope):
            listed += () if self._is_wide(*at) else self._in(at, cell, SETUP, set())
        for fn in suites.closure(file, scope):
            fixture = suites.fixture(fn.file, fn.scope)
            listed += () if fixture is None or fixture.wide else self._halves((fn.file, fn.scope), cell)
        seen: set[At] = set()
        listed += self._in((file, scope), cell, TEST, seen)
        for at in suites.cleanups(file, scope):
            listed += () if at in seen or self._is_wide(*at) else self._in(at, cell, CLEANUP, set())
        return Course(file, scope, tuple(sorted(listed, key=lambda e: e[2:])))

    def _is_wide(self, file: int, scope: int) -> bool:
        """Whether a hook runs once for a class or module."""
        header = self._units[file].header(scope)
        return "classmethod" in header.decorators or header.name in self._wide

    def _halves(self, at: At, cell: Cell) -> Iterator[Event]:
        """The events of a fixture: what stands behind its `yield` cleans up."""
        unit = self._units[at[0]]
        end = self._end(at)
        for event in self._in(at, cell, SETUP, set()):
            region = event.use.region if event.at == at else 0
            late = event.order[0] > end or inside(unit.body(at[1]), region, "finally")
            yield event._replace(phase=CLEANUP if late else SETUP)

    def _end(self, at: At) -> int:
        """Where the `yield` of a generator stands."""
        unit = self._units[at[0]]
        yields = unit.body(at[1]).yields if unit.header(at[1]).flags & GENERATOR else ()
        return min((position for _, position in yields), default=END)

    def _in(self, at: At, cell: Cell, phase: int, seen: set[At], way: tuple[int, ...] = ()) -> Iterator[Event]:
        """The events of a function, of those in it and of the helpers that it calls; `way` leads there."""
        if at in seen:
            return
        seen.add(at)
        for scope in self._program.reach.inside(*at):
            inner = (at[0], scope)
            if self._units[at[0]].header(scope).kind != FUNCTION:
                continue
            seen.add(inner)
            body, end = self._units[at[0]].body(scope), self._end(inner) if way else END
            for use in (*self.uses.changes(*inner), *self.uses.reads(*inner)):
                if use.cell == cell:
                    late = use.promised or (use.position > end or inside(body, use.region, "finally"))
                    late = late and use.way != "read"
                    yield Event(use, inner, phase, (END, use.position) if late else (*way, use.position))
            for position, other in self._called(*inner) if len(way) < DEEP else ():
                yield from self._in(other, cell, phase, seen, (*way, position))

    def _called(self, file: int, scope: int) -> tuple[tuple[int, At], ...]:
        """The functions of the suite that a function calls, or hands on, with where it does."""
        found = self._calls.get((file, scope))
        if found is None:
            self._calls[file, scope] = ()
            listed: dict[At, int] = {}
            for number, (callee, arguments, keywords, position, *_) in enumerate(self._units[file].body(scope).calls):
                for value in (callee, *arguments, *[v for _, v in keywords]):
                    if type(value) is str or (type(value) is tuple and value and value[0] in (".", "import")):
                        for origin in self._program.evaluator.origins(file, scope, value):
                            for at in self._functions(origin, Site(file, scope, number)):
                                listed.setdefault(at, position)
            found = self._calls[file, scope] = tuple((position, at) for at, position in listed.items())
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
