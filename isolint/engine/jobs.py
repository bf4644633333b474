"""Jobs: files that are to be lowered, and what is told of them then."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from isolint.cache import Record
from isolint.facts import Facts, unreadable
from isolint.finding import Fault
from isolint.source import Stamp


class Job(NamedTuple):
    """What a worker lowers: root, paths with stamps, the bytes that stand for some of them, and where to write."""

    root: str
    files: tuple[tuple[str, Stamp], ...]
    overlay: Mapping[str, bytes]
    folder: str

    def of(self, files: Sequence[tuple[str, Stamp]]) -> "Job":
        """The same for some of the files."""
        overlay = {path: self.overlay[path] for path, _ in files if path in self.overlay}
        return self._replace(files=tuple(files), overlay=overlay)


class Lowered(NamedTuple):
    """Where the facts of many files are, and the files on which a worker died."""

    records: dict[str, Record]
    faults: tuple[Fault, ...]


# A way of lowering: a job, and how many processes to use here.
Lowering: TypeAlias = Callable[[Job, int], Lowered]


def here(job: Job, workers: int) -> Lowered:
    """Lower in processes of this machine, with what is loaded for it only where there is something to lower."""
    if not job.files:
        return Lowered({}, ())
    from isolint.engine.lowering import lower_files

    return lower_files(job, workers)


def content(job: Job, path: str) -> bytes | Facts:
    """The bytes of a file, or the facts of one that cannot be read."""
    if path in job.overlay:
        return job.overlay[path]
    try:
        with open(f"{job.root}/{path}", "rb") as file:
            return file.read()
    except OSError as fault:
        return unreadable(1, 1, f"it cannot be read: {fault.strerror or fault}")
