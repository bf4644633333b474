"""Verifying: a command of the project's own decides whether written files stay, and which are to blame if not."""

import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from isolint.errors import UsageError, reason

TOLD: Final = 4000  # characters of a command's output that are kept, from its end
MOST: Final = 60  # runs of a command for one area, after which what is not known to pass is put back
TESTS, FILES = "{tests}", "{files}"

Group = tuple[str, ...]  # files that stay or go together


@dataclass(frozen=True, slots=True)
class Tried:
    """What a command came to, and why it counts; None as status where there was nothing to run it on."""

    status: int | None
    output: str = ""
    why: str = "fails with the fixes"

    @property
    def passed(self) -> bool:
        """Whether nothing speaks against what it was run on."""
        return not self.status


def check_line(line: str) -> None:
    """Raises UsageError for a command line that no shell would take either."""
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(f"--verify: {line!r} is no command: {str(error).lower()}") from None
    if not words:
        raise UsageError("--verify: the command is empty")
    for word in words:
        for name in (TESTS, FILES):
            if name in word and name != word:
                raise UsageError(f"--verify: {name} becomes several arguments, so it cannot stand inside {word!r}")


@dataclass(frozen=True, slots=True)
class Command:
    """A command line in which `{tests}` stands for the files of tests concerned, and `{files}` for those changed."""

    line: str
    root: Path
    tests: Callable[[Sequence[str]], Sequence[str]]

    def run(self, changed: Sequence[str]) -> Tried:
        """Run it for changed files; raises UsageError where it cannot be started."""
        words = shlex.split(self.line)
        given: dict[str, Sequence[str]] = {TESTS: self.tests(changed), FILES: changed}
        if TESTS in words and not given[TESTS]:
            return Tried(None)
        arguments = [each for word in words for each in given.get(word, (word,))]
        try:
            done = subprocess.run(  # noqa: S603  # what the user asks for
                arguments, cwd=self.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                check=False,
            )  # fmt: skip
        except OSError as error:
            raise UsageError(f"--verify: {arguments[0]!r} cannot be run: {reason(error)}") from None
        return Tried(done.returncode, done.stdout.decode(errors="replace")[-TOLD:])


@dataclass(frozen=True, slots=True)
class Verdict:
    """The groups that stay, and those that were put back with what the command said about them."""

    kept: tuple[Group, ...]
    blamed: Mapping[Group, Tried]


def verify(command: Command, groups: Sequence[Group], put: Callable[[Sequence[Group], bool], None]) -> Verdict:
    """Find the groups with which the command passes; all are written when this begins, only the kept ones at its end.

    `put` writes groups as they are to be (True), or puts them back as they were.
    """
    whole = command.run(_paths(groups))
    if whole.passed:
        return Verdict(tuple(groups), {})
    put(groups, False)  # noqa: FBT003  # as `put` says
    kept: list[Group] = []
    blamed: dict[Group, Tried] = {}
    waiting = _halves(groups) or [groups]
    runs = 0
    while waiting:
        some = waiting.pop(0)
        if runs >= MOST:
            blamed |= dict.fromkeys(some, Tried(whole.status, "", f"was run {MOST} times, and nobody knows"))
            continue
        runs += 1
        put(some, True)  # noqa: FBT003
        tried = command.run(_paths([*kept, *some])) if len(groups) > 1 else whole
        if tried.passed:
            kept += some
            continue
        put(some, False)  # noqa: FBT003
        if len(some) == 1:
            anyway = not command.run(_paths(some)).passed
            blamed[some[0]] = replace(tried, why="fails without the fixes, too" if anyway else tried.why)
        waiting = [*_halves(some), *waiting]
    return Verdict(tuple(kept), blamed)


def _halves(groups: Sequence[Group]) -> list[Sequence[Group]]:
    middle = len(groups) // 2
    return [groups[:middle], groups[middle:]] if middle else []


def _paths(groups: Sequence[Group]) -> list[str]:
    return sorted(path for group in groups for path in group)
