"""Rounds: fixes made and proved until nothing is left that can be fixed, without writing anything."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from typing import Final

from isolint.campaign.batches import Batches
from isolint.campaign.links import OUTSIDE, Links
from isolint.campaign.outcome import Fixing, Left, Repaired, Watcher
from isolint.campaign.proving import Prover
from isolint.campaign.tasks import Task, tasks
from isolint.campaign.verifying import Group
from isolint.campaign.workshop import Workshop
from isolint.config import Config
from isolint.engine import Outcome, Request, check
from isolint.errors import UsageError, nearest, reason
from isolint.fixes.making import Made

MOST: Final = 8  # rounds; each mends what the one before has made mendable


@dataclass(frozen=True, slots=True)
class Round:
    """What was done at one go: the tasks, whose places are those of the files before."""

    done: tuple[Task, ...]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Files as they are, and as they are to be; `after` is what is found with these.

    `groups` are the files that stay or go together, since one fix changes them all, by the area that they belong to.
    """

    before: Mapping[str, bytes]
    files: Mapping[str, bytes]
    groups: Mapping[str, Sequence[Group]]
    fixing: Fixing
    after: Outcome
    rounds: tuple[Round, ...]


@dataclass(slots=True)
class _Files:
    """Files as they were when they were first read, and as they are to be so far."""

    root: Path
    before: dict[str, bytes] = field(default_factory=dict)
    now: dict[str, bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        if path not in self.before:
            try:
                self.before[path] = (self.root / path).read_bytes()
            except OSError as error:
                raise UsageError(f"{path}: cannot be read any more: {reason(error)}") from None
        return self.now.get(path, self.before[path])


@dataclass(frozen=True, slots=True)
class Rounds:
    """How fixes are made: which, and who hears of it; `area` and `only` as what is wanted has them."""

    config: Config
    request: Request
    unsafe: bool
    area: Callable[[str], str]
    only: frozenset[str]
    watcher: Watcher

    def propose(self) -> Proposal:
        """Everything that can be fixed, fixed and proved; a second run would find nothing more to fix."""
        files, links = _Files(self.config.root), Links(os.path.realpath(self.config.root))
        repaired: list[Repaired] = []
        rounds: list[Round] = []
        left: tuple[Left, ...] = ()
        self.watcher.stage("looking for what can be fixed")
        outcome = check(self.config, self.request)
        prover = Prover(self.config, self.request, outcome.rules)
        self._know({self.area(path) for path in outcome.reported})
        for number in range(MOST):
            offered = tasks(outcome.report.findings, unsafe=self.unsafe)
            links.know(outcome.reported, offered)
            chosen = self._side_by_side(task for task in offered if task.paths.isdisjoint(links.twice))
            if number == 0:
                self._plan(chosen)
            inside = [task for task in chosen if task.paths.isdisjoint(links.outside)]
            batches = self._proved(inside, files, prover, first=number == 0)
            reasons = {t.key: OUTSIDE for t in chosen if not t.paths.isdisjoint(links.outside)} | batches.refused
            left = tuple(self._left(task, reasons[task.key]) for task in chosen if task.key in reasons)
            if batches.verdict is None:
                break
            prover.settle(batches.files, batches.verdict)
            before = {path: files.read(path) for path in batches.files}
            rounds.append(Round(tuple(batches.accepted), before, batches.files))
            files.now |= batches.files
            shown = files.now | {path: files.now[same] for path, same in links.twice.items() if same in files.now}
            repaired += [self._repaired(task) for task in batches.accepted]
            self.watcher.stage("looking at what is left")
            outcome = check(self.config, replace(self.request, overlay={**self.request.overlay, **shown}))
        changed = {path: data for path, data in files.now.items() if data != files.before[path]}
        before = {path: files.before[path] for path in changed}
        fixing = Fixing(tuple(repaired), left, (), tuple(sorted(changed)))
        linked = (task.paths | {task.finding.path} for each in rounds for task in each.done)
        return Proposal(before, changed, self._grouped(changed, linked), fixing, outcome, tuple(rounds))

    def _grouped(self, changed: Collection[str], linked: Iterable[frozenset[str]]) -> Mapping[str, Sequence[Group]]:
        """The changed files in groups, by area: that of a group's first file."""
        home = {path: {path} for path in sorted(changed)}
        for paths in linked:
            whole = {each for path in paths & home.keys() for each in home[path]}
            home |= dict.fromkeys(whole, whole)
        groups = dict.fromkeys(tuple(sorted(home[path])) for path in sorted(home))
        areas: dict[str, list[Group]] = {}
        for group in groups:
            areas.setdefault(self.area(group[0]), []).append(group)
        return areas

    def _proved(self, chosen: Sequence[Task], files: _Files, prover: Prover, *, first: bool) -> Batches:
        counts = Counter(task.finding.path for task in chosen)
        heard: set[str] = set()

        def told(path: str, made: Made) -> None:
            if first and path in counts and path not in heard:
                heard.add(path)
                self.watcher.made(self.area(path), path, counts[path] - len(made.refused))

        workshop = Workshop(files.read, self.request.jobs or os.cpu_count() or 1, told)
        batches = Batches(workshop, prover, self.watcher.stage)
        batches.prove(chosen)
        return batches

    def _know(self, areas: Collection[str]) -> None:
        """Raises UsageError for an area that has no file."""
        for name in sorted(self.only - frozenset(areas)):
            raise UsageError(f"--area: no file lies in area {name!r}, {nearest(name, areas)}")

    def _side_by_side(self, chosen: Iterable[Task]) -> Sequence[Task]:
        """The tasks of the wanted areas, a file of each area in turn, so that all of them move."""
        areas: dict[str, dict[str, list[Task]]] = {}
        for task in chosen:
            path = task.finding.path
            areas.setdefault(self.area(path), {}).setdefault(path, []).append(task)
        wanted = [files.values() for name, files in areas.items() if not self.only or name in self.only]
        return [task for turn in zip_longest(*wanted, fillvalue=()) for tasks_of_file in turn for task in tasks_of_file]

    def _plan(self, chosen: Sequence[Task]) -> None:
        areas: dict[str, list[str]] = {}
        for task in chosen:
            areas.setdefault(self.area(task.finding.path), []).append(task.finding.path)
        for name, paths in areas.items():
            self.watcher.planned(name, len(set(paths)), len(paths))

    def _repaired(self, task: Task) -> Repaired:
        found = task.finding
        return Repaired(found.code, found.path, found.line, self.area(found.path), task.paths)

    def _left(self, task: Task, reason: str) -> Left:
        found = task.finding
        return Left(found.code, found.path, found.line, self.area(found.path), reason)
