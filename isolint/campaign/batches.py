"""Batches: many fixes proved by one run over the program, and parted only where that does not prove."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from isolint.campaign.proving import Prover, Verdict
from isolint.campaign.tasks import Task
from isolint.campaign.workshop import Workshop
from isolint.report.summary import count

MOST: Final = 60  # runs over the program, after which what is not proved yet is left alone


@dataclass(slots=True)
class Batches:
    """What is proved so far: `accepted` tasks, `files` as they make them, the `verdict`; why others are `refused`."""

    workshop: Workshop
    prover: Prover
    stage: Callable[[str], None]
    accepted: list[Task] = field(default_factory=list)
    files: Mapping[str, bytes] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None
    _runs: int = 0

    def prove(self, batch: Sequence[Task]) -> None:
        """Accept what proves of a batch on top of what is accepted, and refuse the rest one by one."""
        batch = [task for task in batch if task.key not in self.refused]
        if not batch:
            return
        trial = self.workshop.trial([*self.accepted, *batch])
        late = [task for task in self.accepted if task.key in trial.refused]
        if late:  # it was there first; what comes later is tried when it is gone
            self._one_by_one(batch, "does not go together with another fix")
            return
        self.refused |= trial.refused
        batch = [task for task in batch if task.key not in self.refused]
        if not batch:
            return
        if self._runs >= MOST:
            self.refused |= dict.fromkeys((task.key for task in batch), f"not proved after {MOST} runs")
            return
        self._runs += 1
        self.stage(f"proving {count(len(trial.files), 'file')}")
        verdict = self.prover.verdict([*self.accepted, *batch], trial.files)
        if not verdict.faults:
            self.accepted += batch
            self.files, self.verdict = trial.files, verdict
            return
        self._part(batch, verdict)

    def _part(self, batch: Sequence[Task], verdict: Verdict) -> None:
        guilty = [task for task in batch if not task.paths.isdisjoint(verdict.faults)]
        innocent = [task for task in batch if task.paths.isdisjoint(verdict.faults)]
        if not guilty:
            guilty, innocent = list(batch), []
        if len(batch) == 1:
            reasons = [verdict.faults[path] for path in sorted(verdict.faults)]
            self.refused[batch[0].key] = reasons[0]
            return
        self.prove(innocent)
        for half in _halves(guilty):
            self.prove(half)

    def _one_by_one(self, batch: Sequence[Task], reason: str) -> None:
        if len(batch) == 1:
            self.refused[batch[0].key] = reason
            return
        for half in _halves(batch):
            self.prove(half)


def _halves(chosen: Sequence[Task]) -> tuple[list[Task], list[Task]]:
    """Half of the fixes of each file; where each file has but one, half of the files."""
    files: dict[str, list[Task]] = {}
    for task in chosen:
        files.setdefault(task.finding.path, []).append(task)
    first: list[Task] = []
    for number, group in enumerate(files.values()):
        first += group[: len(group) // 2] if len(group) > 1 else group if number % 2 else []
    kept = {task.key for task in first}
    second = [task for task in chosen if task.key not in kept]
    return (first, second) if first else (second, [])
