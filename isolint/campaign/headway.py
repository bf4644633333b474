"""Headway: how far a run of fixes is, area by area, as a watcher was told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic

EARLY = 3.0  # seconds in which nothing can be said about the time that is left


@dataclass(slots=True)
class Part:
    """An area: what there is to do, the files that are done, and what became of the findings in them."""

    files: int = 0
    findings: int = 0
    done: set[str] = field(default_factory=set)
    repaired: int = 0
    state: str = "waiting"

    @property
    def left(self) -> int:
        """The findings that are still there."""
        return max(self.findings - self.repaired, 0)


@dataclass(slots=True)
class Headway:
    """All areas in the order in which they were told of."""

    stage: str = ""
    parts: dict[str, Part] = field(default_factory=dict)
    began: float = field(default_factory=monotonic)
    first: float | None = None

    def planned(self, area: str, files: int, findings: int) -> None:
        """An area has this much to do."""
        part = self._part(area)
        part.files, part.findings = files, findings

    def made(self, area: str, path: str, repaired: int) -> bool:
        """A file is done, perhaps once more; whether it is the first of its area."""
        part = self._part(area)
        begins = not part.done
        if self.first is None:
            self.first = monotonic()
        part.done.add(path)
        part.repaired += repaired
        part.state = "at work" if len(part.done) < part.files else "to prove"
        return begins

    def finished(self, area: str, state: str) -> Part:
        """An area is through."""
        part = self._part(area)
        part.state = state
        if state == "put back":
            part.repaired = 0
        return part

    @property
    def elapsed(self) -> float:
        """Seconds since the run began."""
        return monotonic() - self.began

    @property
    def remaining(self) -> float | None:
        """Seconds until all files are done, if it goes on like this; None where nobody can tell."""
        files = sum(part.files for part in self)
        done = sum(len(part.done) for part in self)
        if self.first is None or not 0 < done < files or monotonic() - self.first < EARLY:
            return None
        return (monotonic() - self.first) / done * (files - done)

    def __iter__(self) -> Iterator[Part]:
        return iter(list(self.parts.values()))

    def _part(self, area: str) -> Part:
        return self.parts.setdefault(area, Part())
