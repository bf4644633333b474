"""Workshop: the files of fixes made; what was made once is not made again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from isolint.campaign.pool import Fixes, side_by_side
from isolint.campaign.tasks import Task, by_file
from isolint.fixes.making import Made, make

Told = Callable[[str, Made], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """What some tasks come to: the new bytes of files, and the reasons of those tasks that could not be done."""

    files: Mapping[str, bytes]
    refused: Mapping[str, str]


@dataclass(slots=True)
class Workshop:
    """Makes files of the bytes that `read` gives; `told` hears of each."""

    read: Callable[[str], bytes]
    jobs: int
    told: Told
    _known: dict[tuple[str, tuple[str, ...]], Made] = field(default_factory=dict)

    def trial(self, chosen: Sequence[Task]) -> Trial:
        """All of the tasks together; one that cannot be done in one file is done in none."""
        refused: dict[str, str] = {}
        while True:
            wanted = by_file([task for task in chosen if task.key not in refused])
            made = self._made(wanted)
            new = {key: why for each in made.values() for key, why in each.refused.items()}
            refused |= new
            if not any(len(task.paths) > 1 for task in chosen if task.key in new):
                return Trial({path: each.data for path, each in made.items() if each.data != self.read(path)}, refused)

    def _made(self, wanted: Mapping[str, Fixes]) -> Mapping[str, Made]:
        missing = {
            path: (self.read(path), fixes) for path, fixes in wanted.items() if (path, tuple(fixes)) not in self._known
        }
        for path, made in side_by_side(make, missing, self.jobs, _lost):
            self._known[path, tuple(wanted[path])] = made
            self.told(path, made)
        return {path: self._known[path, tuple(fixes)] for path, fixes in wanted.items()}


def _lost(_path: str, data: bytes, fixes: Fixes) -> Made:
    return Made(data, dict.fromkeys(fixes, "a process died on this file"))
