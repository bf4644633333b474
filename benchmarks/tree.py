"""Tree: the folder that is measured, the files of it that isolint reports on, and copies of it."""
# ruff: noqa: INP001

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from isolint.config import load
from isolint.source import discover

LEFT_OUT: Final = (".git", "__pycache__", "node_modules", "site-packages", ".venv")


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder and its files, relative to it with forward slashes; it is never written to."""

    folder: Path
    files: Sequence[str]
    lines: int

    def parsed(self) -> str:
        """The files, a line each, as the floor reads them."""
        return "\n".join(str(self.folder / path) for path in self.files)

    def copied(self, folder: Path) -> Path:
        """A copy with everything that a run of isolint may look at."""
        copy = folder / self.folder.name
        shutil.copytree(self.folder, copy, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
        return copy

    def bare(self, folder: Path) -> Path:
        """A copy with the files alone: no configuration, so that everybody looks at the same."""
        copy = folder / self.folder.name
        for path in self.files:
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / path, copy / path)
        return copy


def tree_of(folder: Path) -> Tree:
    """The tree under its own configuration; raises UsageError where that is broken."""
    found = discover(load([folder], cwd=folder, root=folder), [str(folder)], force_exclude=False)
    files = tuple(path for path in found.reported if (folder / path).is_file())
    return Tree(folder, files, sum((folder / path).read_bytes().count(b"\n") for path in files))
