"""Journal: files as they were before they were replaced, until it is sure that they stay as they are."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from isolint import atomic
from isolint.errors import UsageError, reason

_INDEX: Final = "index.json"


class Journal:
    """What is in the folder survives the process: the next run puts back what this one could not prove."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder, self._root = folder, root

    def open(self, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
        """Keep the bytes of files that are about to be replaced."""
        rows = []
        for number, path in enumerate(sorted(after)):
            atomic.write(self._folder / f"{number}.before", before[path])
            rows.append({"path": path, "after": _digest(after[path])})
        atomic.write(self._folder / _INDEX, json.dumps(rows).encode())

    def close(self) -> None:
        """Forget all: what was replaced stays so."""
        (self._folder / _INDEX).unlink(missing_ok=True)
        for each in self._folder.iterdir():
            each.unlink(missing_ok=True)

    def recover(self) -> tuple[str, ...]:
        """Put back what a run that was cut short left unproved; the paths of it.

        A file that somebody has changed since stays as it is. Raises UsageError, and forgets nothing, where that fails.
        """
        found = []
        try:
            for number, (path, after) in enumerate(self._rows()):
                target = self._root / path
                if target.exists() and _digest(target.read_bytes()) == after:
                    atomic.write(target, (self._folder / f"{number}.before").read_bytes())
                    found.append(path)
            self.close()
        except OSError as error:
            where = os.fspath(error.filename or self._folder)
            raise UsageError(f"{where}: cannot be put back: {reason(error)}") from None
        return tuple(found)

    def _rows(self) -> list[tuple[str, str]]:
        """The paths and what they were replaced with; a folder may come from others, so none leads out of the root."""
        index = self._folder / _INDEX
        try:
            rows = json.loads(index.read_bytes()) if index.exists() else []
            found = [(PurePosixPath(row["path"]), str(row["after"])) for row in rows]
        except (ValueError, TypeError, KeyError, RecursionError):
            found = [(PurePosixPath("/"), "")]
        if any(path.is_absolute() or ".." in path.parts for path, _ in found):
            message = f"{index}: cannot be read, so what a run that was cut short has changed is not put back: "
            raise UsageError(f"{message}compare the files with your version control, then remove {self._folder}")
        return [(str(path), after) for path, after in found]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
