"""Source: the bytes of a file, named."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

# Size in bytes, time of modification and of change in nanoseconds, inode: as long as all four stay, so does the file.
Stamp: TypeAlias = tuple[int, int, int, int]

UNKNOWN: Final[Stamp] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes; `path` is relative to the root with forward slashes."""

    path: str
    data: bytes


def read(root: Path, path: str) -> Source:
    """The source at a path relative to the root; raises OSError where it cannot be read."""
    with open(f"{root}/{path}", "rb") as file:
        return Source(path, file.read())
