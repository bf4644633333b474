"""Fixes: the options of a run that fixes, and what it tells about that."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import click

from isolint.campaign.outcome import Fixing
from isolint.cli.gathering import gathered
from isolint.report.summary import count

_OPTIONS: Final = (
    click.option("--fix", is_flag=True, help="Fix what can be fixed; each file is proved before it is written."),
    click.option(
        "--unsafe-fixes", "unsafe", is_flag=True, help="With --fix or --diff: those that change behaviour, too."
    ),
    click.option("--diff", is_flag=True, help="Show what --fix would do, and do nothing."),
    click.option("--fix-only", is_flag=True, help="Fix, and do not report what is left."),
    click.option(
        "--exit-non-zero-on-fix", "nonzero", is_flag=True, help="End with status 1 where something was fixed."
    ),
    click.option(
        "--verify", metavar="COMMAND", default="", help="Keep a fix only if this passes, as `pytest -q {tests}`."
    ),
    click.option("--edits", is_flag=True, help="Add to JSON and SARIF what each fix would change."),
)


@dataclass(frozen=True, slots=True)
class Fixes:
    """What was asked for."""

    fix: bool
    unsafe: bool
    diff: bool
    fix_only: bool
    nonzero: bool
    verify: str
    edits: bool

    @property
    def any(self) -> bool:
        """Whether something is to be fixed, or shown as it would be."""
        return self.fix or self.fix_only or self.diff

    def contradiction(self) -> str:
        """Why options do not go together, if they do not."""
        asked = self.fix or self.fix_only
        if self.diff and asked:
            return "--diff shows what --fix would do, so it goes without it"
        if self.edits and self.any:
            return "--edits tells what fixes would change, so it goes without --fix and --diff"
        if self.unsafe and not self.any:
            return "--unsafe-fixes needs --fix or --diff"
        for name, given in (("--verify", self.verify), ("--exit-non-zero-on-fix", self.nonzero)):
            if given and not asked:
                return f"{name} needs --fix"
        return ""


@dataclass(frozen=True, slots=True)
class Unwatched:
    """The watcher of a run that only tells its stages."""

    progress: Callable[[str], None]

    def stage(self, text: str) -> None:
        """What is being done now."""
        self.progress(text)

    def planned(self, area: str, files: int, findings: int) -> None:
        """Nobody asks."""

    def made(self, area: str, path: str, repaired: int) -> None:
        """Nobody asks."""

    def finished(self, area: str, state: str) -> None:
        """Nobody asks."""


def told(fixing: Fixing, *, would: bool) -> Iterator[str]:
    """What became of fixes, a line for each that was left alone, and for each area that was put back."""
    findings, files = count(len(fixing.repaired), "finding"), count(len(fixing.changed), "file")
    verb = "Would fix" if would else "Fixed"
    by_code = ", ".join(f"{code} {number}" for code, number in sorted(Counter(e.code for e in fixing.repaired).items()))
    yield f"{verb} {findings} in {files}{f': {by_code}' if by_code else ''}."
    for back in fixing.put_back:
        area = f"{back.area}: " if back.area else ""
        yield f"{area}put back {', '.join(back.paths)}: `{back.command}` {back.why}"
        yield from (f"  | {line}" for line in back.output.splitlines()[-10:])
    for each in fixing.left:
        yield f"{each.path}:{each.line}: {each.code} is not fixed: {each.reason}"


with_fixes: Final = gathered("fixes", Fixes, _OPTIONS)
