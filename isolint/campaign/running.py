"""Running: fixes proposed, written area by area, and put back where the project's own tests speak against them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from isolint.campaign.concerned import Concerned
from isolint.campaign.ground import Ground, occupied
from isolint.campaign.journal import Journal
from isolint.campaign.outcome import Fixing, Left, PutBack, Watcher
from isolint.campaign.rounds import Proposal, Round, Rounds
from isolint.campaign.verifying import Command, Group, Tried, check_line, verify
from isolint.campaign.writing import CHANGED, write
from isolint.config import Config
from isolint.engine import Outcome, Request, check, linked
from isolint.errors import UsageError


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which fixes are done, and the command that must pass with them, if any.

    `area` names the area of a path; `only` are the areas in which something is fixed, all of them where it is empty.
    """

    unsafe: bool
    area: Callable[[str], str]
    verify: str = ""
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was done, what is found now, files as they were and as they are, and what was done at one go."""

    fixing: Fixing
    after: Outcome
    before: Mapping[str, bytes]
    files: Mapping[str, bytes]
    rounds: tuple[Round, ...] = ()
    notes: tuple[str, ...] = ()


def preview(config: Config, request: Request, wanted: Wanted, watcher: Watcher) -> Fixed:
    """What would be done; nothing is written. Raises UsageError as `check` does."""
    made = Rounds(config, request, wanted.unsafe, wanted.area, wanted.only, watcher).propose()
    return Fixed(made.fixing, made.after, made.before, made.files, made.rounds)


def fix(config: Config, request: Request, wanted: Wanted, watcher: Watcher) -> Fixed:
    """Do it; raises UsageError as `check` does, and where another run is at work on the same tree."""
    if wanted.verify:
        check_line(wanted.verify)
    with occupied(config.root) as ground:
        journal = Journal(ground.journal, config.root)
        recovered = journal.recover()
        notes = tuple(f"{path}: put back as it was before a run that was cut short" for path in recovered)
        made = Rounds(config, request, wanted.unsafe, wanted.area, wanted.only, watcher).propose()
        run = _Run(config, request, made, ground, journal, watcher)
        command = run.command(wanted.verify) if wanted.verify and made.files else None
        fixing = made.fixing
        try:
            for area, groups in made.groups.items():
                fixing = run.area(area, groups, fixing, command)
        except BaseException:  # nobody has said yet whether what was written last is right
            journal.recover()
            raise
        kept = frozenset(fixing.changed)
        after = made.after if kept == made.files.keys() else check(config, request)
        return Fixed(
            fixing,
            after,
            {path: data for path, data in made.before.items() if path in kept},
            {path: data for path, data in made.files.items() if path in kept},
            made.rounds,
            notes,
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """One run over a tree that no other run touches."""

    config: Config
    request: Request
    made: Proposal
    ground: Ground
    journal: Journal
    watcher: Watcher

    def command(self, line: str) -> Command:
        self.watcher.stage("looking for the tests concerned")
        with linked(self.config, replace(self.request, given=())) as program:
            return Command(line, self.config.root, Concerned(program).tests)

    def area(self, area: str, groups: Sequence[Group], fixing: Fixing, command: Command | None) -> Fixing:
        """Write an area, and verify it if there is something to verify with.

        Where files stay or go together, too, a run that is cut short leaves none of them.
        """
        paths = [path for group in groups for path in group]
        unsure = command is not None or any(len(group) > 1 for group in groups)
        if unsure:
            self.journal.open({path: self.made.before[path] for path in paths}, {p: self.made.files[p] for p in paths})
        refused = write(self.config.root, self.made.before, self.made.files, paths, self.ground.spare)
        whole = [group for group in groups if refused.keys().isdisjoint(group)]
        for group in groups:
            if group not in whole:
                self._put([group], there=False)
        fixing = _without(fixing, {path: why for group in groups for path in group for why in _why(group, refused)})
        if command is not None and whole:
            fixing = self._verified(area, whole, fixing, command)
        if unsure:
            self.journal.close()
        back = any(each.area == area for each in fixing.put_back)
        written = any(path in fixing.changed for path in paths)
        self.watcher.finished(area, "written" if written else "put back" if back else "unchanged")
        return fixing

    def _verified(self, area: str, groups: Sequence[Group], fixing: Fixing, command: Command) -> Fixing:
        self.watcher.stage(f"verifying {area}")
        verdict = verify(command, groups, lambda some, there: self._put(some, there=there))
        reasons = {path: f"the command of --verify {t.why}" for group, t in verdict.blamed.items() for path in group}
        alike: dict[str, list[tuple[Group, Tried]]] = {}
        for group, tried in verdict.blamed.items():
            alike.setdefault(tried.why if tried.why != Tried(1).why else str(group), []).append((group, tried))
        back = tuple(
            PutBack(area, tuple(p for group, _ in some for p in group), command.line, some[0][1].why, some[0][1].output)
            for some in alike.values()
        )
        return replace(_without(fixing, reasons), put_back=(*fixing.put_back, *back))

    def _put(self, groups: Sequence[Group], *, there: bool) -> None:
        """Write groups as they are to be, or put them back; what somebody else has changed meanwhile stays."""
        old, new = (self.made.before, self.made.files) if there else (self.made.files, self.made.before)
        paths = [path for group in groups for path in group]
        refused = write(self.config.root, old, new, paths, self.ground.spare)
        for path, why in refused.items():
            if not there and why != CHANGED:
                raise UsageError(f"{path}: it cannot be put back as it was: {why}")


def _why(group: Group, refused: Mapping[str, str]) -> Sequence[str]:
    return [refused[path] for path in group if path in refused][:1]


def _without(fixing: Fixing, reasons: Mapping[str, str]) -> Fixing:
    """What was done, without the files that are not changed after all."""
    gone = [(each, reasons[min(of)]) for each in fixing.repaired if (of := each.files & reasons.keys())]
    return replace(
        fixing,
        repaired=tuple(each for each in fixing.repaired if each.files.isdisjoint(reasons)),
        left=(*fixing.left, *(Left(e.code, e.path, e.line, e.area, why) for e, why in gone)),
        changed=tuple(path for path in fixing.changed if path not in reasons),
    )
