"""Known: a copy of a tree that isolint has just looked at, and what happens to its files before the next look."""
# ruff: noqa: INP001

import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath

from edits import call_in
from importers import importers


class InapplicableError(Exception):
    """Why a row has nothing to measure here."""


@dataclass(frozen=True)
class Known:
    """A copy and its files; `settle` are the seconds until they are old, `look` makes isolint know them as they are."""

    folder: Path
    files: Sequence[str]
    settle: float
    look: Callable[[], None]

    def ready(self) -> None:
        """Have everything known, and old enough to be taken for known."""
        self._settle()
        self.look()

    def renew(self) -> None:
        """As a new checkout does: every file is written anew, as it was."""
        for folder, _, names in os.walk(self.folder):
            for file in (Path(folder, name) for name in names):
                if not file.is_symlink():
                    new = file.with_name(f"{file.name}.new")
                    shutil.copyfile(file, new)
                    new.replace(file)
        self._settle()

    def leaves(self, some: int) -> Sequence[str]:
        """Test files from the middle by size outwards, or any files where there are no tests."""
        tests = [path for path in self.files if _is_test(path)] or self.files
        by_size = sorted(tests, key=lambda path: ((self.folder / path).stat().st_size, path))
        middle = len(by_size) // 2
        outwards = sorted(range(len(by_size)), key=lambda place: abs(place - middle))
        return self._editable([by_size[place] for place in outwards], some)

    def centres(self, some: int) -> Sequence[str]:
        """The files that most others import, the first above all."""
        return self._editable([path for path, _ in self._importers], some)

    @cached_property
    def _importers(self) -> Sequence[tuple[str, int]]:
        return importers(self.folder, self.files).most_common()

    def _settle(self) -> None:
        """Let time pass, and let the system write what it holds back: neither belongs to the next run."""
        if hasattr(os, "sync"):
            os.sync()
        time.sleep(self.settle)

    def _editable(self, paths: Sequence[str], some: int) -> Sequence[str]:
        found = [*islice((path for path in paths if call_in((self.folder / path).read_bytes())), some)]
        if not found:
            raise InapplicableError("no such file with a function that calls anything")
        return found


def _is_test(path: str) -> bool:
    name = PurePosixPath(path).name
    return name.startswith("test_") or name.endswith("_test.py")
