import io
import os
import sys
import time
from pathlib import Path

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


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    reader, writer = os.pipe()
    monkeypatch.setattr(sys, "stderr", Terminal(writer))
    monkeypatch.setenv("TERM", "xterm")
    return reader, writer


def read(ends: tuple[int, int]) -> str:
    os.close(ends[1])
    with os.fdopen(ends[0], "rb") as stream:
        return stream.read().decode()


def test_a_long_run_shows_its_stage_and_then_takes_it_away(
    written: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setattr(progress, "REFRESH", 0.01)
    with Progress() as run:
        run("reading 7 files")
        time.sleep(0.2)
    shown = read(written)
    assert "isolint: reading 7 files (0 s)" in shown
    last = shown.rstrip("\r").rpartition("\r")[2]
    assert shown.endswith("\r")
    assert not last.strip()
    assert len(last) >= len("isolint: reading 7 files (0 s)")


def test_a_short_run_shows_nothing(written: tuple[int, int]) -> None:
    with Progress() as run:
        run("reading 7 files")
    assert read(written) == ""


def test_a_pipe_and_a_dumb_terminal_get_nothing(
    written: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setenv("TERM", "dumb")
    with Progress():
        time.sleep(0.05)
    assert read(written) == ""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Path(os.devnull).open("w", encoding="utf-8"))
    with Progress():
        time.sleep(0.05)
    assert capfd.readouterr().err == ""


def test_each_stage_is_timed_and_so_is_the_whole() -> None:
    with Progress() as run:
        run("reading 7 files")
        run("asking")
    rows = [line.split(maxsplit=2) for line in run.timings()]
    assert [words for _, _, words in rows] == ["discovering files", "reading 7 files", "asking", "in all"]
    *stages, whole = [float(seconds) for seconds, *_ in rows]
    assert abs(sum(stages) - whole) < 0.01
