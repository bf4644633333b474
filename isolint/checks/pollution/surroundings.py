"""Surroundings: what stands around a test, fixture or hook and sets back what that has changed."""

from collections.abc import Iterator

from isolint.program.testing.endings import Endings, Undo
from isolint.program.testing.suites import Suites
from isolint.program.testing.touches import Touch


class Surroundings:
    """Answers about fixtures, hooks and clean-ups around a function that a test framework runs."""

    def __init__(self, suites: Suites, endings: Endings) -> None:
        self._suites = suites
        self._endings = endings

    def runs(self, file: int, scope: int, part: str) -> bool:
        """Whether a function is a test, a fixture that is asked for, or a hook that really runs before tests."""
        if part == "fixture":
            return self._suites.is_asked(file, scope)
        return part != "hook" or (file, scope) in self._suites.hooks(file, scope)

    def is_meant(self, file: int, scope: int) -> bool:
        """Whether a fixture sets up the whole run, for all tests and asked for by none."""
        fixture = self._suites.fixture(file, scope)
        return fixture is not None and fixture.automatic and fixture.width == "session"

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

    def resets(self, file: int, scope: int) -> Iterator[Undo]:
        """What is set anew before each test."""
        for fn in self._suites.closure(file, scope):
            fixture = self._suites.fixture(fn.file, fn.scope)
            if fixture is not None and fixture.automatic and fixture.width == "function":
                yield from self._endings.all(fn.file, fn.scope)
        for at in self._suites.hooks(file, scope):
            yield from self._endings.all(*at)
