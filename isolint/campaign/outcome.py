"""Outcome of fixing: what was repaired, what was left and why, and what tests made us put back."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Repaired:
    """A finding that a fix took away by changing `files`; the line is that before the fix."""

    code: str
    path: str
    line: int
    area: str
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class Left:
    """A finding whose fix was offered and not done, and why."""

    code: str
    path: str
    line: int
    area: str
    reason: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """Files of an area that are as they were, and why: what a command said; `output` is the end of that."""

    area: str
    paths: tuple[str, ...]
    command: str
    why: str
    output: str


@dataclass(frozen=True, slots=True)
class Fixing:
    """All that a run of fixes did; `changed` are the paths that were written, or would be."""

    repaired: tuple[Repaired, ...] = ()
    left: tuple[Left, ...] = ()
    put_back: tuple[PutBack, ...] = ()
    changed: tuple[str, ...] = ()


class Watcher(Protocol):
    """Who is told how far a run of fixes is: a dashboard, lines in a pipe, or nobody."""

    def stage(self, text: str) -> None:
        """What is being done now, for the whole run: `reading 8000 files`, `proving 120 files`."""

    def planned(self, area: str, files: int, findings: int) -> None:
        """An area has this much to do; told once for each area before its first file."""

    def made(self, area: str, path: str, repaired: int) -> None:
        """A file of an area is done but for the proof of the whole: so many findings repaired."""

    def finished(self, area: str, state: str) -> None:
        """An area is through: `written`, `put back`, `unchanged`."""
