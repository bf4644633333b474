import io
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from isolint.cli import progress
from isolint.cli.progress import Progress


class Terminal(io.TextIOBase):
    """A standard error that says it is a terminal, over the write end of a pipe."""

    def __init__(self, number: int) -> None:
        self._number = number

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._number


@contextmanager
def terminal(patching: pytest.MonkeyPatch, name: str = "xterm") -> Iterator[list[str]]:
    """Put a terminal under standard error that is never patient; at the end the list has what was written to it."""
    shown: list[str] = []
    reader, writer = os.pipe()
    with patching.context() as patched, os.fdopen(reader, "rb") as stream:
        patched.setattr(sys, "stderr", Terminal(writer))
        patched.setenv("TERM", name)
        patched.setattr(progress, "REFRESH", 0.01)
        yield shown
        os.close(writer)
        shown.append(stream.read().decode())


def test_a_long_run_shows_its_stage_and_then_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with terminal(monkeypatch) as shown, Progress() as run:
        run("reading 7 files")
        time.sleep(0.2)
    text = "isolint: reading 7 files (0 s)"
    assert f"\r{text}\r" in shown[0]
    assert shown[0].endswith(f"\r{' ' * len(text)}\r")


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as shown, Progress() as run:
        run("reading 7 files")
    assert shown == [""]


def test_a_dumb_terminal_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with terminal(monkeypatch, "dumb") as shown, Progress():
        time.sleep(0.1)
    assert shown == [""]


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with Progress():
        time.sleep(0.1)
    assert capfd.readouterr().err == ""


def test_each_stage_is_timed_and_so_is_the_whole() -> None:
    with Progress() as run:
        run("reading 7 files")
        run("asking")
    rows = [line.split(maxsplit=2) for line in run.timings()]
    assert [words for _, _, words in rows] == ["discovering files", "reading 7 files", "asking", "in all"]
    *stages, whole = [float(seconds) for seconds, *_ in rows]
    assert abs(sum(stages) - whole) < 0.01
