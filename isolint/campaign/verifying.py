"""Verifying: a command of the project's own decides whether written files stay, and which are to blame if not."""

import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from isolint.errors import UsageError

TOLD: Final = 4000  # characters of a command's output that are kept, from its end
TESTS, FILES = "{tests}", "{files}"

Group = tuple[str, ...]  # files that stay or go together


@dataclass(frozen=True, slots=True)
class Tried:
    """What a command came to; None as status where there was nothing to run it on."""

    status: int | None
    output: str = ""
    command: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing speaks against what it was run on."""
        return not self.status


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
            raise UsageError(f"--verify: {arguments[0]!r} cannot be run: {(error.strerror or '').lower()}") from None
        return Tried(done.returncode, done.stdout.decode(errors="replace")[-TOLD:], shlex.join(arguments))


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
    if not command.run(_paths(groups)).passed:
        told = f"it fails without the fixes, too\n{whole.output}"
        return Verdict((), dict.fromkeys(groups, Tried(whole.status, told, whole.command)))
    kept: list[Group] = []
    blamed: dict[Group, Tried] = {}
    waiting = _halves(groups)
    if not waiting:
        return Verdict((), {groups[0]: whole})
    while waiting:
        some = waiting.pop(0)
        put(some, True)  # noqa: FBT003
        tried = command.run(_paths([*kept, *some]))
        if tried.passed:
            kept += some
            continue
        put(some, False)  # noqa: FBT003
        if len(some) == 1:
            blamed[some[0]] = tried
        waiting = [*_halves(some), *waiting]
    return Verdict(tuple(kept), blamed)


def _halves(groups: Sequence[Group]) -> list[Sequence[Group]]:
    middle = len(groups) // 2
    return [groups[:middle], groups[middle:]] if middle else []


def _paths(groups: Sequence[Group]) -> list[str]:
    return sorted(path for group in groups for path in group)
