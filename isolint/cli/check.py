"""`isolint check`: find code that lets one user's state reach another's."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from isolint.cli.delivery import FOR_PEOPLE, Delivery, with_delivery
from isolint.cli.executors import Executors, with_executors
from isolint.cli.fixes import Fixes, Unwatched, told, with_fixes
from isolint.cli.lost import lost
from isolint.cli.progress import Progress
from isolint.cli.selection import Selection, with_selection
from isolint.cli.status import Status
from isolint.cli.streams import tell, write
from isolint.config import Config
from isolint.engine import Outcome, Request, check
from isolint.engine.buffer import check_buffer
from isolint.engine.jobs import Lowering
from isolint.errors import UsageError

STDIN = ("-",)


@click.command("check")
@click.argument("paths", nargs=-1)
@with_selection
@with_delivery
@with_fixes
@with_executors
@click.option("--facts", metavar="FOLDER", help="Take what `isolint facts` has written there; goes without a cache.")
@click.option("--force-exclude", is_flag=True, help="Leave out what is excluded even if it is given.")
@click.option("--exit-zero", is_flag=True, help="End with status 0 though there are findings.")
@click.option("--no-baseline", is_flag=True, help="Show what the baseline has, too.")
@click.option("--locked", is_flag=True, help="End with status 1 where the baseline has more than is found.")
@click.option("--timings", is_flag=True, help="Tell on standard error how long each stage took.")
@click.option("--watch", is_flag=True, help="Stay, and report again after each save; needs isolint[watch].")
@click.option("--stdin-filename", metavar="FILE", help="Which file standard input stands for; stdin.py by default.")
def command(  # noqa: PLR0913  # each is an option
    *,
    paths: tuple[str, ...],
    selection: Selection,
    delivery: Delivery,
    fixes: Fixes,
    executors: Executors,
    facts: str | None,
    force_exclude: bool,
    exit_zero: bool,
    no_baseline: bool,
    locked: bool,
    timings: bool,
    watch: bool,
    stdin_filename: str | None,
) -> int:
    """Find code that lets one user's state reach another's.

    PATHS are files and folders; without any, the configured ones, else the current folder. A single `-` is standard
    input.

    Exit status: 0 clean, 1 findings, 2 misuse, bad configuration or a crash, 130 interrupted.
    """
    fault = _contradiction(paths, stdin_filename, no_baseline and locked) or fixes.contradiction()
    if paths == STDIN and (fixes.any or fixes.edits):
        fault = "what comes from standard input is no file that could be fixed"
    if facts is not None and fixes.any:
        fault = "--facts has what files say before they are fixed, so it goes without --fix and --diff"
    if watch:
        once = {"--facts": facts is not None, "--locked": locked, "--exit-zero": exit_zero, "--timings": timings}
        fault = fault or _unwatchable(paths, fixes, delivery, once)
    if fault:
        raise click.UsageError(fault, click.get_current_context())
    if watch:
        request = Request(
            given=paths,
            force_exclude=force_exclude,
            jobs=selection.jobs,
            cache=not selection.no_cache,
            baseline=not no_baseline,
            lower=executors.lowering(),
        )
        return _stay(lambda: selection.configured(paths), request, delivery)
    file = (stdin_filename or "stdin.py") if paths == STDIN else None
    config = selection.configured(paths if file is None else [file])
    data = b"" if file is None else _standard_input()
    notes: list[str] = []
    with Progress() as progress:
        request = Request(
            given=paths if file is None else (),
            force_exclude=force_exclude,
            jobs=selection.jobs,
            cache=not selection.no_cache and facts is None,  # what was made elsewhere serves this run alone
            baseline=not no_baseline,
            progress=progress,
            lower=_lowering(executors, facts, notes),
        )
        if fixes.any:
            status = _fixed(config, request, fixes, delivery, locked=locked, exit_zero=exit_zero)
            for line in progress.timings() if timings else ():
                tell(line)
            return status
        outcome = check(config, request) if file is None else check_buffer(config, request, file, data)
        outcome = _with_edits(outcome, config, request) if fixes.edits else outcome
    for note in (*notes, *outcome.report.notes):
        tell(f"isolint: note: {note}")
    delivery.hand_over(outcome)
    for line in progress.timings() if timings else ():
        tell(line)
    if lost(outcome.report, "not checked"):
        return Status.FAILED
    return Status.FOUND if _found(config, outcome, locked=locked) and not exit_zero else Status.CLEAN


def _lowering(executors: Executors, facts: str | None, notes: list[str]) -> Lowering:
    """The way of lowering that was asked for; `notes` get what it has to tell."""
    if facts is None:
        return executors.lowering()
    from isolint.engine.ready import Ready

    def told(lowered: int, files: int) -> None:
        notes.append(f"{lowered} of {files} files were lowered here: {facts} has no facts of what they say now")

    return Ready(Path(facts), executors.lowering(), told)


def _fixed(config: Config, request: Request, fixes: Fixes, delivery: Delivery, *, locked: bool, exit_zero: bool) -> int:
    """Fix, or show what fixing would do, and report what is left."""
    from isolint.campaign.running import Wanted, fix, preview
    from isolint.campaign.showing import diff

    wanted = Wanted(fixes.unsafe, lambda _path: "", fixes.verify)
    done = (preview if fixes.diff else fix)(config, request, wanted, Unwatched(request.progress))
    for note in (*done.after.report.notes, *done.notes):
        tell(f"isolint: note: {note}")
    if fixes.diff:
        write(diff(done.before, done.files))
    elif not fixes.fix_only:
        delivery.hand_over(done.after)
    for line in told(done.fixing, would=fixes.diff):
        tell(f"isolint: {line}")
    if lost(done.after.report, "not checked"):
        return Status.FAILED
    changed = bool(done.files) and (fixes.diff or fixes.nonzero)
    if fixes.diff or fixes.fix_only:
        return Status.FOUND if changed else Status.CLEAN
    found = _found(config, done.after, locked=locked) and not exit_zero
    return Status.FOUND if changed or found else Status.CLEAN


def _found(config: Config, outcome: Outcome, *, locked: bool) -> bool:
    """Whether there is something to end with status 1 for; tells of a stale baseline where that is one."""
    stale = locked and bool(outcome.stale)
    if stale:
        tell(f"isolint: {config.baseline} is stale, `isolint baseline` renews it")
    return stale or bool(outcome.report.findings)


def _with_edits(outcome: Outcome, config: Config, request: Request) -> Outcome:
    from isolint.campaign.showing import with_edits

    request.progress("making edits")
    report = with_edits(outcome.report, config.root, request.jobs or os.cpu_count() or 1)
    return replace(outcome, report=report)


def _contradiction(paths: tuple[str, ...], stdin_filename: str | None, locked_out: bool) -> str:  # noqa: FBT001
    """Why options do not go together, if they do not."""
    if locked_out:
        return "--locked asks the baseline that --no-baseline leaves out"
    if "-" in paths and paths != STDIN:
        return "standard input, `-`, goes with no other path"
    if stdin_filename is not None and paths != STDIN:
        return "--stdin-filename needs `-` as the path"
    return ""


def _stay(configured: Callable[[], Config], request: Request, delivery: Delivery) -> int:
    """Report again after each save; raises UsageError where what that needs is not installed."""
    try:
        from isolint.cli.watch import watch
    except ImportError as error:
        if error.name and error.name.startswith("isolint"):
            raise
        raise UsageError(f"--watch needs {error.name}: pip install 'isolint[watch]'") from None
    return watch(configured, request, delivery)


def _unwatchable(paths: tuple[str, ...], fixes: Fixes, delivery: Delivery, once: Mapping[str, bool]) -> str:
    """Why `--watch` does not go with what else is asked for, if it does not; `once` are options for a run that ends."""
    others = {
        "--fix": fixes.fix or fixes.fix_only,
        "--diff": fixes.diff,
        "--edits": fixes.edits,
        "--output": bool(delivery.files),
        "standard input": paths == STDIN,
        f"--format {delivery.format}": delivery.format not in FOR_PEOPLE,
        **once,
    }
    other = next((name for name, given in others.items() if given), "")
    return f"--watch reports again and again, to people, so it goes without {other}" if other else ""


def _standard_input() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.read()
