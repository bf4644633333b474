"""Surroundings: what stands around a test, fixture or hook and sets back what that has changed."""

from collections.abc import Iterator
from typing import NamedTuple

from isolint.checks.pollution.setters import Setters
from isolint.program.testing.endings import Endings, Undo
from isolint.program.testing.suites import Suites
from isolint.program.testing.touches import Touch


class Reset(NamedTuple):
    """A fixture or hook that sets something anew; `takes`: it only takes it away, for the tests near it alone."""

    file: int
    scope: int
    takes: bool


class Surroundings:
    """Answers about fixtures, hooks and clean-ups around a function that a test framework runs."""

    def __init__(self, suites: Suites, endings: Endings, setters: Setters | None) -> None:
        self._suites = suites
        self._endings = endings
        self._setters = setters

    def runs(self, file: int, scope: int, part: str) -> bool:
        """Whether a function is a test, a fixture that is asked for, or a hook that really runs before tests."""
        if part == "fixture":
            return self._suites.is_asked(file, scope)
        return part != "hook" or (file, scope) in self._suites.hooks(file, scope)

    def is_meant(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether a fixture sets up all tests of the run, asked for by none: once, or before each of them."""
        fixture = self._suites.fixture(file, scope)
        if fixture is None or not fixture.automatic:
            return False
        return fixture.width == "session" or (not touch.adds and self._suites.is_everywhere(file))

    def ends(self, file: int, scope: int) -> Iterator[Undo]:
        """What fixtures and hooks that run before set back when the test is over, if nothing ends sooner than they."""
        own = self._suites.fixture(file, scope)
        for fn in self._suites.closure(file, scope):
            fixture = self._suites.fixture(fn.file, fn.scope)
            lasts = own is None or not own.wide or (fixture is not None and fixture.wide)
            if lasts and (fn.file, fn.scope) != (file, scope):
                yield from self._endings.ends(fn.file, fn.scope)
        for at in self._suites.hooks(file, scope):
            if at != (file, scope):
                yield from self._endings.ends(*at)

    def cleans(self, file: int, scope: int) -> Iterator[Undo]:
        """What clean-ups set back that run where nothing before has failed."""
        for at in self._suites.cleanups(file, scope):
            yield from self._endings.all(*at)

    def renews(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether a fixture that a test gets makes anew what a touch is a part of."""
        fixtures = self._suites.closure(file, scope) if touch.within else ()
        return any(u.thing in touch.within for fn in fixtures for u in self._endings.all(fn.file, fn.scope))

    def resets(self, file: int, scope: int, touch: Touch) -> list[Reset]:
        """What sets anew before each test what a touch has changed."""
        found: list[Reset] = []
        for fn in self._suites.closure(file, scope):
            fixture = self._suites.fixture(fn.file, fn.scope)
            if fixture is not None and fixture.automatic and fixture.width == "function":
                found += self._by(fn.file, fn.scope, touch, near=fn.file == file)
        for at in self._suites.hooks(file, scope):
            found += self._by(*at, touch, near=True)
        return found

    def _by(self, file: int, scope: int, touch: Touch, *, near: bool) -> Iterator[Reset]:
        for undo in self._endings.all(file, scope):
            if undo.reverts(touch):
                yield Reset(file, scope, near and undo.drops)
        if self._setters is not None and self._setters.renews(file, scope, touch):
            yield Reset(file, scope, takes=False)
