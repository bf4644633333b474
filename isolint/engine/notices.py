"""Notices: the system's word that something in some folders was saved."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from watchfiles import Change, watch

from isolint.errors import UsageError

STEP: Final = 10  # ms: what comes closer together is one save
LONGEST: Final = 1000  # ms after which saves that never stop are told all the same
PATIENCE: Final = 100  # ms for which nobody else is heard


class Notices:
    """What is saved in some folders, but not below them, from now on; raises UsageError where that cannot be told.

    `concerned` says of a path whether anybody wants to know. What is saved while nobody waits is told later.
    """

    def __init__(self, folders: Iterable[Path], concerned: Callable[[str], bool]) -> None:
        def wanted(_change: Change, path: str) -> bool:
            return concerned(path)

        self._told = watch(
            *(each for each in folders if each.is_dir()),
            watch_filter=wanted,
            debounce=LONGEST,
            step=STEP,
            rust_timeout=PATIENCE,
            yield_on_timeout=True,
            recursive=False,  # or else folders are watched, maybe very many, of which no file is read
            ignore_permission_denied=True,
        )
        self._early = self._next()  # it is only now that the system begins to watch

    def wait(self) -> frozenset[str]:
        """The paths of what was saved since the last call; none where nothing was for a while."""
        early, self._early = self._early, frozenset()
        return early or self._next()

    def close(self) -> None:
        """Watch no longer."""
        self._told.close()

    def _next(self) -> frozenset[str]:
        try:
            return frozenset(path for _, path in next(self._told))
        except OSError as error:
            raise UsageError(f"the system does not tell what is saved: {error}") from None
