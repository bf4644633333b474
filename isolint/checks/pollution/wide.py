"""Wide: does a fixture that lives longer than a test give state which tests change, or which belongs to one user?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from isolint.checks.match import Match
from isolint.checks.pollution.cells import Cell, Part
from isolint.checks.pollution.courses import Course, Courses, Event, outer
from isolint.checks.pollution.gifts import Belongings, Gifts
from isolint.checks.pollution.use import Telling
from isolint.checks.pollution.uses import Uses
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.testing.fixtures import Fixture
from isolint.program.values.origins import Fn, Obj, Site

CHANGED: Final = "and `{entry}` changes what it gives"
SHARED: Final = "and `{entry}` makes things for several users with what it gives"
GIVEN: Final = "and gives {what} to all of its tests"
NAMED: Final = 3  # tests that change it which are told of
STATE: Final = "an object that keeps state"


@dataclass(frozen=True, slots=True)
class Wide(Telling):
    """Fixtures of classes, modules, packages and sessions; see Belongings.

    `ordered` marks tests that are meant to run in an order.
    """

    shares: ClassVar[str] = "state"

    owned: tuple[str, ...]
    made: tuple[str, ...]
    named: tuple[str, ...]
    infrastructure: tuple[str, ...]
    lasting: tuple[str, ...]
    ordered: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each fixture."""
        courses = program.once(Courses, self.telling())
        uses, cells = courses.uses, courses.uses.cells
        gifts = Gifts(program, Belongings(self.owned, self.made, self.named, self.infrastructure, self.lasting))
        for file in program.asked:
            for fixture in program.suites.defined(file):
                cell = Cell("fixture", fixture.file, fixture.scope, fixture.name)
                if not fixture.wide or Part(cell) not in cells.given(Fn(fixture.file, fixture.scope, None)):
                    continue
                if match := self._alive(program, gifts, courses, fixture, cell):
                    yield match
                    continue
                what = gifts.owned(fixture) or self._keeping(program, gifts, uses, courses, fixture, cell)
                if what:
                    yield self._match(program, fixture, GIVEN.format(what=what), strict=True)

    def _alive(self, program: Program, gifts: Gifts, courses: Courses, fixture: Fixture, cell: Cell) -> Match | None:
        """What tests do to it, where they do anything."""
        given, has_kind = gifts.origins(fixture), program.evaluator.meaning.has_kind
        lasting = not gifts.owned(fixture) and gifts.is_lasting(given)
        if lasting and not any(has_kind(o, kind) for o in given for kind in self.kept):
            return None
        run = list(self._run(program, courses, fixture, cell))
        for course in run:
            if self._serves_several(program, courses, cell, course):
                how = SHARED.format(entry=program.title(course.file, course.scope))
                return self._match(program, fixture, how)
        plain: list[Event] = []
        mild: list[Event] = []
        for course in run if len(run) > 1 else ():
            left = list(course.left())
            if not left:
                continue
            others = [o for o in run if o[:2] != course[:2] and self._together(program, fixture, course, o)]
            found = self._worst(left, others, lasting=lasting)
            if found:
                (plain if found[1] else mild).append(found[0])
            if len(plain) == NAMED:
                break
        if not plain and not mild:
            return None
        return self._changed(program, fixture, plain or mild[:NAMED], strict=not plain)

    def _worst(self, left: list[Event], others: list[Course], *, lasting: bool) -> tuple[Event, bool] | None:
        """What a test changes that others find, and whether that is beyond doubt."""
        mild: Event | None = None
        for change in left:
            if not change.use.mild and not lasting and any(o.suffers(change.use) for o in others):
                return change, True
            if change.use.mild or not lasting:
                mild = mild or (change if any(o.is_open(change.use) for o in others) else None)
        return (mild, False) if mild else None

    def _run(self, program: Program, courses: Courses, fixture: Fixture, cell: Cell) -> Iterator[Course]:
        """The courses of the tests that use a fixture."""
        suites = program.suites
        for file in program.evaluator.surface.mentioning(fixture.name):
            if program.roles[file] == "test":
                for scope in courses.asking(file).get((fixture.file, fixture.scope), ()):
                    if suites.markers(file, scope).isdisjoint(self.ordered):
                        yield courses.of(file, scope, cell)

    def _together(self, program: Program, fixture: Fixture, one: Course, other: Course) -> bool:
        """Whether two tests get the same object."""
        match fixture.width:
            case "class":
                owners = [program.units[c.file].owner(c.scope) for c in (one, other)]
                return one.file == other.file and owners[0] == owners[1] >= 0
            case "module":
                return one.file == other.file
        return True

    def _serves_several(self, program: Program, courses: Courses, cell: Cell, course: Course) -> bool:
        """Whether a test makes things for different users with what a fixture gives."""
        unit, people = program.units[course.file], program.vocabulary.names("identity-name")
        users: dict[str, set[Any]] = {}
        for scope in program.reach.inside(course.file, course.scope):
            body = unit.body(scope) if unit.header(scope).kind == FUNCTION else None
            for number, (_, arguments, keywords, *_) in enumerate(body.calls if body else ()):
                given = [*arguments, *[v for _, v in keywords]]
                if not any(Part(cell) in courses.uses.cells.of(course.file, scope, v) for v in given):
                    continue
                if self._makes(program, Site(course.file, scope, number)):
                    for key, value in keywords:
                        if key in people and type(value) is tuple and value[:1] == ("=",):
                            users.setdefault(key, set()).add(value)
        return any(len(values) > 1 for values in users.values())

    def _makes(self, program: Program, site: Site) -> bool:
        """Whether a call makes something for one user."""
        meaning, calls = program.evaluator.meaning, program.evaluator.calls
        origins = (*calls.callees(site), *calls.result(*site, None))
        return any(meaning.has_kind(o, kind) for o in origins for kind in self.made)

    def _keeping(
        self, program: Program, gifts: Gifts, uses: Uses, courses: Courses, fixture: Fixture, cell: Cell
    ) -> str:
        """That it is an object of the suite whose methods change it, where several tests use it."""
        objects = [o for o in gifts.origins(fixture) if type(o) is Obj]
        if gifts.is_infrastructure(fixture) or not any(uses.keeps(o) for o in objects):
            return ""
        run = list(self._run(program, courses, fixture, cell))
        return STATE if len(run) > 1 and any(course.events for course in run) else ""

    def _changed(self, program: Program, fixture: Fixture, changes: list[Event], *, strict: bool) -> Match:
        """A match that names the first test to change it, and beside it those that do too."""
        told: dict[str, Event] = {}
        for change in changes:
            told.setdefault(program.title(*outer(program, change.at)), change)
        how = CHANGED.format(entry=next(iter(told)))
        match = self._match(program, fixture, how, strict=strict, certain=not changes[0].use.mild)
        steps = [program.step(c.at[0], c.use.position, f"`{entry}` changes it") for entry, c in told.items()]
        return replace(match, related=tuple(steps))

    def _match(
        self, program: Program, fixture: Fixture, how: str, *, strict: bool = False, certain: bool = False
    ) -> Match:
        return Match(
            file=fixture.file, scope=fixture.scope, position=program.units[fixture.file].header(fixture.scope).position,
            place=fixture.name, strict=strict, confidence="high" if certain else "medium",
            words={"place": fixture.name, "width": fixture.width, "how": how},
        )  # fmt: skip
