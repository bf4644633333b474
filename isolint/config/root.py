"""The root: the one folder that all paths of a run are relative to."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from isolint.config.document import Document, document_in
from isolint.errors import UsageError

VERSION_CONTROLS: Final = (".git", ".hg")


def find_root(given: Sequence[Path], cwd: Path, root: Path | None) -> tuple[Path, Path | None]:
    """The root, and the configuration file in it if it has one; see `locate`."""
    folder, document = locate(given, cwd, root)
    return folder, document.file if document else None


def locate(given: Sequence[Path], cwd: Path, root: Path | None) -> tuple[Path, Document | None]:
    """The root and its configuration.

    A `root` that is given decides alone. Else it is the folder of the nearest configuration upwards from the common
    folder of the given paths, else of the version control, else `cwd`, or that common folder where it lies elsewhere.
    """
    cwd = _normal(cwd, cwd)
    if root is not None:
        folder = _normal(cwd, root)
        if not folder.is_dir():
            raise UsageError(f"root {str(root)!r} is not a folder")
        return folder, document_in(folder, cwd)
    start = _common(given, cwd)
    for folder in upwards(start):
        if document := document_in(folder, cwd):
            return folder, document
    if versioned := version_control(start):
        return versioned, None
    return (cwd if start.is_relative_to(cwd) else start), None


def version_control(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that is under version control itself."""
    return next((each for each in upwards(start) if any((each / name).exists() for name in VERSION_CONTROLS)), None)


def upwards(start: Path) -> Iterator[Path]:
    """The folder and all above it."""
    yield start
    yield from start.parents


def _common(given: Sequence[Path], cwd: Path) -> Path:
    """The deepest folder that holds all given paths."""
    folders = {path if path.is_dir() else path.parent for path in (_normal(cwd, each) for each in given)}
    try:
        return Path(os.path.commonpath(folders)) if folders else cwd
    except ValueError:  # different drives
        return cwd


def _normal(cwd: Path, path: Path) -> Path:
    """Absolute and without `..`; links stay as they are, since users name files by them."""
    return Path(os.path.abspath(cwd / path))
