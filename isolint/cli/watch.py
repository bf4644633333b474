"""`isolint check --watch`: the report of a whole run, and then, after each save, what is different now."""

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from isolint.cli.delivery import Delivery
from isolint.cli.progress import Progress
from isolint.cli.standing import Standing
from isolint.cli.status import Status
from isolint.cli.streams import tell
from isolint.config import Config
from isolint.engine import Request
from isolint.engine.apart import Apart
from isolint.engine.notices import Notices
from isolint.engine.plan import Plan, planned
from isolint.engine.watching import Held, about, alike, differing, holding, renewed
from isolint.errors import UsageError
from isolint.report.summary import count

FEW: Final = 20  # files about which the rules are asked at once; with more, the whole is hardly later
SUFFIXES: Final = (".py", ".pyi", ".toml", ".ini", ".cfg", ".gitignore")


def watch(configured: Callable[[], Config], request: Request, delivery: Delivery) -> int:
    """Report and wait until somebody interrupts; raises UsageError for what the first run cannot do without."""
    config = configured()
    plan = planned(config, request)
    notices = Notices(_folders(plan), _concerned(plan))
    whole = Apart(config, replace(request, progress=_silent))
    try:
        with Progress() as progress:
            progress("checking all files")
            report = whole.report()
        standing = Standing(delivery)
        standing.first(plan, report)
        with holding(config, request) as held:
            tell(f"isolint: watching {count(len(plan.paths), 'file')}; Ctrl-C ends it")
            _Rounds(configured, request, standing, plan, held, notices).go()
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    finally:
        whole.drop()
    return Status.INTERRUPTED


@dataclass(slots=True)
class _Rounds:
    """One round after another: at once what was saved, and then the whole, unless the next save comes before."""

    configured: Callable[[], Config]
    request: Request
    standing: Standing
    plan: Plan
    held: Held
    notices: Notices
    whole: Apart | None = None
    failed: bool = False
    baseline: bytes = b""

    def go(self) -> None:
        """Until somebody interrupts."""
        self.baseline = _bytes(self.plan)
        try:
            self._trying(self._warm)
            while True:
                if self.notices.wait():
                    self._trying(self._round)
                elif self.whole and self.whole.done():
                    self._trying(self._rest)
        finally:
            self._outdated()
            self.notices.close()

    def _warm(self) -> None:
        """Have loaded what the first save needs; one that comes meanwhile would have to wait for it all the same."""
        stamps = self.held.run.plan.found.stamps
        about(self.held, sorted(self.held.units, key=lambda path: stamps[path][0])[-1:])
        _collected()

    def _trying(self, part: Callable[[], None]) -> None:
        """What the user can mend is told, and the next save tries again."""
        try:
            part()
        except UsageError as error:
            self._outdated()
            self.failed = True
            tell(f"isolint: error: {error}")

    def _round(self) -> None:
        config, plan = self._planned()
        before, self.plan = self.plan, plan
        settled = alike(before, plan) and not self.failed
        data, self.baseline = self.baseline, _bytes(plan)
        if settled and before.found.stamps == plan.found.stamps and data == self.baseline:
            return
        self._outdated()
        self.failed = False
        saved = differing(before, plan).intersection(plan.reported)
        if settled and 0 < len(saved) <= FEW:
            with Progress() as progress:
                progress("checking what was saved")
                self.held = renewed(self.held, plan)
                outcome = about(self.held, saved)
            self.standing.saved(outcome)
            del outcome
            _collected()
        self.whole = Apart(config, replace(self.request, progress=_silent))

    def _rest(self) -> None:
        whole, self.whole = self.whole, None
        if whole:
            self.standing.whole(self.plan, whole.report())

    def _planned(self) -> tuple[Config, Plan]:
        """What is there now, in folders of which all that is saved from now on will be told."""
        config = self.configured()
        plan = planned(config, self.request, self.plan.supplied)
        if (plan.found.folders, plan.config.packs, plan.config.file) != (
            self.plan.found.folders, self.plan.config.packs, self.plan.config.file,
        ):  # fmt: skip
            outdated, self.notices = self.notices, Notices(_folders(plan), _concerned(plan))
            outdated.close()
            plan = planned(config, self.request, self.plan.supplied)  # something may have been saved in them before
        return config, plan

    def _outdated(self) -> None:
        if self.whole:
            self.whole.drop()
        self.whole = None


def _collected() -> None:
    """Free the last round's program, which holds itself: nobody else collects in a run of the command line."""
    gc.collect()
    gc.freeze()  # what is held now stays: the next collection need not go through it


def _folders(plan: Plan) -> set[Path]:
    """Where something may be saved that tells."""
    root, config = plan.config.root, plan.config
    files = [root / name for name in (*config.packs, config.baseline) if name.endswith((".toml", ".json"))]
    files += [root / path for path in plan.paths] + ([config.file] if config.file else [])
    return {root, *(root / folder for folder in plan.found.folders), *(each.parent for each in files)}


def _concerned(plan: Plan) -> Callable[[str], bool]:
    """Whether a path may tell: a file of a kind that is read, or what may be a folder."""
    ends = (*SUFFIXES, Path(plan.config.baseline).name)
    return lambda path: path.endswith(ends) or "." not in os.path.basename(path) or os.path.isdir(path)


def _bytes(plan: Plan) -> bytes:
    """The baseline, which only what is reported depends on."""
    try:
        return (plan.config.root / plan.config.baseline).read_bytes()
    except OSError:
        return b""


def _silent(_stage: str) -> None:
    """Nobody looks."""
