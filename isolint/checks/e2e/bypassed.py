"""Bypassed: does a test that is meant to be real get around authentication?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from isolint.checks.e2e.bypasses import Bypass, Bypasses
from isolint.checks.e2e.placed_in import lies_in, tests_in
from isolint.checks.e2e.subjects import Subjects
from isolint.checks.match import Match
from isolint.facts import CLASS, FUNCTION
from isolint.program import Program
from isolint.program.words import matcher, snake

BESIDE: Final = frozenset({"register", "registration", "callback", "cors", "csrf"})  # not about who calls
FAKES: Final = matcher(frozenset({"fake", "fakes", "mock", "mocks", "stub", "stubs"}))  # of somebody else's service
Found = dict[tuple[int, int, int], tuple[int, Bypass, str, bool]]


@dataclass(frozen=True, slots=True)
class Bypassed:
    """Code that runs for tests in areas of kind `area`, or, counted as strict, of kind `strict-area`."""

    shares: ClassVar[str] = "reach"

    area: str
    strict_area: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place where authentication is replaced, switched off or met with a forged credential."""
        subjects = Subjects(program, matcher(program.vocabulary.names("authentication-name") - BESIDE))
        bypasses = Bypasses(program)
        found: Found = {}
        seen: set[tuple[int, int]] = set()
        for area in (self.area, self.strict_area):
            strict = area != self.area
            for file, scope in tests_in(program, frozenset({area})):
                parts = self._parts(program, area, file, scope)
                seen.update(parts)
                if subjects.exempt(file, scope):
                    continue
                entry = program.units[file].qualname(scope)
                for at in parts:
                    for bypass in bypasses.of(*at):
                        if not (strict and bypass.sign == "named"):
                            self._add(found, at, bypass, entry, strict=strict)
                for bypass in bypasses.decorating(file, scope):
                    self._add(found, (file, scope), bypass, entry, strict=strict)
        for at in self._idle(program, subjects, seen):
            for bypass in bypasses.of(*at):
                self._add(found, at, bypass, program.title(*at), strict=True)
        for (file, position, _), (scope, bypass, entry, strict) in found.items():
            words = {"place": bypass.place, "how": bypass.how, "entry": entry}
            yield Match(
                file=file, scope=scope, position=position, place=bypass.place, confidence="high", words=words,
                strict=strict or bool(bypass.sign),
            )  # fmt: skip

    def _add(self, found: Found, at: tuple[int, int], bypass: Bypass, entry: str, *, strict: bool) -> None:
        key = (at[0], bypass.position, hash(bypass.place))
        if key not in found:
            found[key] = (at[1], bypass, entry, strict)

    def _parts(self, program: Program, area: str, file: int, scope: int) -> list[tuple[int, int]]:
        """What runs for a test in its file and its area: functions, the module, the class."""
        near = [
            at for at in program.reach.of(file, scope)
            if program.roles[at[0]] == "test" and (at[0] == file or lies_in(program, at[0], frozenset({area})))
        ]  # fmt: skip
        owner = program.units[file].owner(scope)
        return [*near, (file, 0), *([(file, owner)] if owner >= 0 else [])]

    def _idle(self, program: Program, subjects: Subjects, seen: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Functions of files in the area of which nobody can tell which test they run for."""
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "test" or not lies_in(program, file, frozenset({self.area})):
                continue
            name = unit.path.rpartition("/")[2].removesuffix(".py")
            if subjects.about.search(snake(name)) or FAKES.search(snake(unit.path)):
                continue
            for scope in range(1, len(unit.interface.scopes)):
                if (file, scope) in seen or unit.header(scope).kind not in (FUNCTION, CLASS):
                    continue
                if not program.suites.is_test(file, scope):
                    yield file, scope
