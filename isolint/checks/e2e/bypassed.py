"""Bypassed: does a test that is meant to be real get around authentication?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from isolint.checks.e2e.bypasses import Bypass, Bypasses
from isolint.checks.e2e.placed_in import Placed, lies_in
from isolint.checks.e2e.runners import Runners
from isolint.checks.e2e.subjects import Subjects
from isolint.checks.match import Match
from isolint.facts import CLASS, FUNCTION
from isolint.program import Program
from isolint.program.words import matcher, snake

BESIDE: Final = frozenset({"register", "registration", "callback", "cors", "csrf"})  # not about who calls
FAKES: Final = matcher(frozenset({"fake", "fakes", "mock", "mocks", "stub", "stubs"}))  # of somebody else's service
Test = tuple[int, int]
Found = dict[tuple[int, str], tuple[int, Bypass, str, bool]]


@dataclass(frozen=True, slots=True)
class Bypassed:
    """Code that runs for tests in areas of kind `area`, or, counted as strict, of kind `strict-area`."""

    shares: ClassVar[str] = "reach"

    area: str
    strict_area: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place where authentication is replaced, switched off or met with a forged credential."""
        subjects = program.once(Subjects, BESIDE)
        for file in program.asked:
            if program.roles[file] == "test":
                yield from self._in_file(program, subjects, file)

    def _in_file(self, program: Program, subjects: Subjects, file: int) -> Iterator[Match]:
        found: Found = {}
        for area in (self.area, self.strict_area):
            strict = area != self.area
            for scope, bypasses, tests in self._run(program, file, area):
                counting = [one for one in bypasses if not (strict and one.sign == "named")]
                test = next((t for t in tests if not subjects.exempt(*t)), None) if counting else None
                if test:
                    entry = program.units[test[0]].qualname(test[1])
                    for bypass in counting:
                        found.setdefault((bypass.position, bypass.place), (scope, bypass, entry, strict))
        for scope, bypass in self._idle(program, subjects, file):
            entry = program.title(file, scope)
            found.setdefault((bypass.position, bypass.place), (scope, bypass, entry, True))
        for (position, place), (scope, bypass, entry, strict) in found.items():
            yield Match(
                file=file, scope=scope, position=position, place=place, confidence="high",
                words={"place": place, "how": bypass.how, "entry": entry}, strict=strict or bool(bypass.sign),
            )  # fmt: skip

    def _run(self, program: Program, file: int, area: str) -> Iterator[tuple[int, list[Bypass], Iterable[Test]]]:
        """What a file does around authentication for tests of an area: a scope, and the tests that it runs for."""
        kinds = frozenset({area})
        own = program.once(Placed).tests(file, kinds)
        if not own and not lies_in(program, file, kinds):
            return
        bypasses, runners, unit = program.once(Bypasses), program.once(Runners, area), program.units[file]
        for scope, found in bypasses.all(file).items():
            if unit.header(scope).kind == FUNCTION:
                yield scope, found, runners.of(file, scope)
            else:
                yield scope, found, [(file, t) for t in own if scope in (0, unit.owner(t))]
        for test in own:
            yield test, list(bypasses.decorating(file, test)), [(file, test)]

    def _idle(self, program: Program, subjects: Subjects, file: int) -> Iterator[tuple[int, Bypass]]:
        """What is done around authentication where nobody can tell for which test."""
        unit = program.units[file]
        name = unit.path.rpartition("/")[2].removesuffix(".py")
        if not lies_in(program, file, frozenset({self.area})):
            return
        if subjects.about.search(snake(name)) or FAKES.search(snake(unit.path)):
            return
        for scope, bypasses in program.once(Bypasses).all(file).items():
            if unit.header(scope).kind not in (FUNCTION, CLASS) or program.suites.is_test(file, scope):
                continue
            if not any(self._seen(program, file, scope, area) for area in (self.area, self.strict_area)):
                yield from ((scope, bypass) for bypass in bypasses)

    def _seen(self, program: Program, file: int, scope: int, area: str) -> bool:
        """Whether some test of an area runs a function, or stands in a class."""
        unit = program.units[file]
        if unit.header(scope).kind == FUNCTION:
            return any(True for _ in program.once(Runners, area).of(file, scope))
        return any(scope == unit.owner(t) for t in program.once(Placed).tests(file, frozenset({area})))
