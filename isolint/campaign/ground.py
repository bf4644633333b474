"""Ground: the folder in which a run of fixes keeps what others must not touch meanwhile; one run at a time."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from isolint.errors import UsageError, reason

FOLDER: Final = ".isolint-fix"


class Ground:
    """`spare` is where files are written before they are put in place, `journal` where those that they replace are."""

    def __init__(self, folder: Path) -> None:
        self.spare = folder / "new"
        self.journal = folder / "journal"


@contextlib.contextmanager
def occupied(root: Path) -> Iterator[Ground]:
    """The ground of a root, which no other run has meanwhile; raises UsageError where one has, or it cannot be written.

    A run that was killed holds nothing: the system lets go of its lock, and what it left half done is cleared away.
    """
    lock = FileLock(root / FOLDER / "lock")
    try:
        ground = _prepared(root / FOLDER)
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError(f"another run is fixing {str(root)!r}: wait until it is through") from None
    except OSError as error:
        where = os.fspath(error.filename or root / FOLDER)
        raise UsageError(f"{where}: cannot be written: {reason(error)}") from None
    try:
        for each in ground.spare.iterdir():
            each.unlink(missing_ok=True)
        yield ground
    finally:
        lock.release()


def _prepared(folder: Path) -> Ground:
    """The folders made; a link could lead to files of others, which are then cleared away."""
    ground = Ground(folder)
    for each in (folder, ground.spare, ground.journal):
        if each.is_symlink():
            raise UsageError(f"{each}: is a link, and fixing needs a folder of its own there: remove it")
        each.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    return ground
