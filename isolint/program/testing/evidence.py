"""Evidence: what functions say by themselves, asked once of each, and what is therefore in reach of a test."""

from collections.abc import Callable

from isolint.program.testing.reach import Reach


class Evidence:
    """One question about functions, with a memory; `tells` answers for a function alone, by file and scope."""

    def __init__(self, reach: Reach, tells: Callable[[int, int], bool]) -> None:
        self._reach = reach
        self._tells = tells
        self._told: dict[tuple[int, int], bool] = {}

    def alone(self, file: int, scope: int) -> bool:
        """Whether a function says so by itself."""
        key = (file, scope)
        found = self._told.get(key)
        if found is None:
            found = self._told[key] = self._tells(file, scope)
        return found

    def where(self, file: int, scope: int) -> tuple[int, int] | None:
        """The first function in reach of a test that says so, the test itself before its fixtures and helpers."""
        if self.alone(file, scope):
            return file, scope
        return next((at for at in self._reach.of(file, scope) if self.alone(*at)), None)

    def has(self, file: int, scope: int) -> bool:
        """Whether some function in reach of a test says so."""
        return self.where(file, scope) is not None
