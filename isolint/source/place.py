"""Place: a path that a user named, found on the disk and under the root."""

import os
import stat
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from isolint.errors import UsageError


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder; `path` is relative to the root with forward slashes, "" for the root."""

    path: str
    kind: Literal["file", "folder"]


def locate(text: str, cwd: str, root: Path) -> Place:
    """The place that a path, relative to `cwd`, names; raises UsageError where there is none under the root."""
    full = os.path.normpath(os.path.join(cwd, text))
    kind = _kind(text, full, cwd)
    for seen, base in ((full, str(root)), (os.path.realpath(full), os.path.realpath(root))):
        if seen == base:
            return Place("", kind)
        if seen.startswith(os.path.join(base, "")):
            return Place(Path(os.path.relpath(seen, base)).as_posix(), kind)
    raise UsageError(f"path {text!r} lies outside the root {str(root)!r}")


def _kind(text: str, full: str, cwd: str) -> Literal["file", "folder"]:
    try:
        mode = os.stat(full).st_mode if text else 0
    except (FileNotFoundError, NotADirectoryError):
        mode = 0
    except OSError:  # a link to itself or a locked folder: whoever reads it says so
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    if stat.S_ISREG(mode):
        return "file"
    if mode:
        raise UsageError(f"path {text!r} is neither a file nor a folder")
    raise UsageError(f"path {text!r} does not exist{_instead(text, full, cwd) if text else ''}")


def _instead(text: str, full: str, cwd: str) -> str:
    """The ending that proposes the nearest name for the first part of the path that is missing."""
    missing = Path(full)
    while not missing.parent.is_dir():
        missing = missing.parent
    try:
        close = get_close_matches(missing.name, os.listdir(missing.parent), n=1)
    except OSError:
        close = []
    if not close:
        return ""
    meant = missing.parent / close[0]
    whole = meant / Path(full).relative_to(missing)
    meant = whole if whole.exists() else meant
    return f", did you mean {(meant if os.path.isabs(text) else Path(os.path.relpath(meant, cwd))).as_posix()!r}?"
