"""Running one command to its end, for its wall time or for the memory that all its processes take together."""
# ruff: noqa: INP001, S603

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from processes import occupied

PAUSE: Final = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Command:
    """What is run: words, standard input, what the environment has besides this one's, and statuses of success."""

    words: Sequence[str]
    given: str = ""
    environment: Mapping[str, str] | None = None
    good: tuple[int, ...] = (0,)


class Peak(NamedTuple):
    """Bytes, and in words what they count."""

    bytes: int
    counted: str


def seconds(command: Command) -> float:
    """The wall time, from starting the process until it has ended; raises RuntimeError if it fails."""
    began = time.perf_counter()
    process = _started(command)
    process.communicate(command.given)
    passed = time.perf_counter() - began
    _succeeded(process, command)
    return passed


def peak(command: Command) -> Peak:
    """The most memory at any look; not for timing, since looking costs time. Raises RuntimeError if it fails."""
    process = _started(command)
    if process.stdin is not None:
        process.stdin.write(command.given)
        process.stdin.close()
    most = Peak(0, "")
    if occupied(process.pid) is None:
        return _largest(process, command)
    while process.poll() is None:
        seen = occupied(process.pid)
        most = max(most, Peak(*seen)) if seen else most
        time.sleep(PAUSE)
    _succeeded(process, command)
    return most


def _started(command: Command) -> "subprocess.Popen[str]":
    environment = {**os.environ, **(command.environment or {})}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command.words, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, text=True, env=environment
    )


def _succeeded(process: "subprocess.Popen[str]", command: Command) -> None:
    if process.returncode not in command.good:
        raise RuntimeError(f"status {process.returncode}: {' '.join(command.words)}")


def _largest(process: "subprocess.Popen[str]", command: Command) -> Peak:
    """Without /proc: the largest of the processes that this one has waited for until now, or nothing at all."""
    process.wait()
    _succeeded(process, command)
    if sys.platform == "win32":
        return Peak(0, "not measured")
    import resource  # it is not everywhere

    unit = 1 if sys.platform == "darwin" else 1024
    return Peak(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit, "largest process alone")
