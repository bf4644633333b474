"""Journal: files as they were before they were replaced, until it is sure that they stay as they are."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from isolint import atomic

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
        """Put back what a run that was killed left unproved; the paths of it.

        A file that somebody has changed since is left as it is.
        """
        index = self._folder / _INDEX
        rows = json.loads(index.read_bytes()) if index.exists() else []
        found = []
        for number, row in enumerate(rows):
            target = self._root / row["path"]
            if target.exists() and _digest(target.read_bytes()) == row["after"]:
                atomic.write(target, (self._folder / f"{number}.before").read_bytes())
                found.append(row["path"])
        self.close()
        return tuple(found)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
