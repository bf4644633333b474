"""Running one command to its end: for its wall time, for what it tells, or for the memory of all its processes."""
# ruff: noqa: INP001, S603

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, NamedTuple

from processes import occupied

PAUSE: Final = 0.02  # seconds between two looks at the memory


class FailedError(Exception):
    """Why a run gives no figure."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run: words, standard input, what the environment has besides this one's, and statuses of success.

    `folder` is where it runs, `limit` how many seconds it may take; 0 is as long as it likes.
    """

    words: Sequence[str]
    given: str = ""
    environment: Mapping[str, str] | None = None
    good: Collection[int] = (0,)
    folder: Path | None = None
    limit: float = 0


class Told(NamedTuple):
    """The wall time from starting the process until it has ended, and its two streams."""

    seconds: float
    output: str
    errors: str


class Peak(NamedTuple):
    """Bytes, and in words what they count."""

    bytes: int
    counted: str


def seconds(command: Command) -> float:
    """The wall time, from starting the process until it has ended; raises FailedError."""
    return _ran(command, None).seconds


def told(command: Command) -> Told:
    """All that a run tells; raises FailedError."""
    with tempfile.TemporaryFile() as output:
        ran = _ran(command, output)
        return ran._replace(output=_text(output))


def peak(command: Command) -> Peak:
    """The most memory at any look; not for timing, since looking costs time. Raises FailedError."""
    with tempfile.TemporaryFile() as errors:
        process = _started(command, None, errors)
        try:
            if process.stdin is not None:
                process.stdin.write(command.given)
                process.stdin.close()
            most = _watched(process)
        finally:
            _ended(process)
        _succeeded(process, command, _text(errors))
        return most


def _watched(process: "subprocess.Popen[str]") -> Peak:
    if occupied(process.pid) is None:
        return _largest(process)
    most = Peak(0, "")
    while process.poll() is None:
        seen = occupied(process.pid)
        most = max(most, Peak(*seen)) if seen else most
        time.sleep(PAUSE)
    return most


def _ran(command: Command, output: IO[bytes] | None) -> Told:
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = _started(command, output, errors)
        try:
            process.communicate(command.given, timeout=command.limit or None)
        except subprocess.TimeoutExpired:
            raise FailedError(f"stopped after {command.limit:.0f} s") from None
        finally:
            passed = time.perf_counter() - began
            _ended(process)
        said = _text(errors)
        _succeeded(process, command, said)
        return Told(passed, "", said)


def _started(command: Command, output: IO[bytes] | None, errors: IO[bytes]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command.words,
        stdin=subprocess.PIPE,
        stdout=output or subprocess.DEVNULL,
        stderr=errors,
        text=True,
        env={**os.environ, **(command.environment or {})},
        cwd=command.folder,
        start_new_session=True,  # so that it can be ended with all that it has started
    )


def _ended(process: "subprocess.Popen[str]") -> None:
    """End what has not ended by itself: it was stopped, or this process is."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _succeeded(process: "subprocess.Popen[str]", command: Command, errors: str) -> None:
    if process.returncode not in command.good:
        last = (errors.strip().splitlines() or [""])[-1]
        raise FailedError(f"status {process.returncode}: {last}".rstrip(": "))


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def _largest(process: "subprocess.Popen[str]") -> Peak:
    """Without /proc: the largest of the processes that this one has waited for until now, or nothing at all."""
    process.wait()
    if sys.platform == "win32":
        return Peak(0, "not measured")
    import resource  # it is not everywhere

    unit = 1 if sys.platform == "darwin" else 1024
    return Peak(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit, "largest process alone")
