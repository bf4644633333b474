import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from cli_runs import BROKEN, CLEAN, LEAK, isolint, project
from isolint.config.loading import load
from isolint.engine import Request, check
from isolint.engine.apart import Apart
from isolint.engine.jobs import Job, Lowered
from isolint.engine.plan import planned
from isolint.engine.watching import about, holding, renewed
from isolint.errors import UsageError

BOUND = 60.0  # seconds: only a run that hangs takes so long
WAITS = "isolint: watching "
OVER = "isolint: besides, "
CALLED = (
    "from fastapi import FastAPI\n\nimport b\n\napp = FastAPI()\n\n\n"
    "@app.get('/')\ndef a(name: str):\n    b.put(name)\n    return b.KEPT\n"
)
UNCALLED = CALLED.replace("    b.put(name)\n", "")
CALLEE = "KEPT = []\n\n\ndef put(name):\n    KEPT.append(name)\n"


class Watching:
    """A process that watches, and the lines that it has told."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "isolint", "check", "--watch", "--format", "concise", *arguments],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def until(self, start: str) -> list[str]:
        """The lines up to the next one that begins so."""
        told: list[str] = []
        end = monotonic() + BOUND
        while not told or not told[-1].startswith(start):
            line = self._lines.get(timeout=max(end - monotonic(), 0.01))
            assert line is not None, told
            told.append(line)
        return told

    def save(self, path: str, text: str) -> None:
        """As editors do: a new file takes the place of the old one."""
        target = self.folder / path
        target.parent.mkdir(exist_ok=True, parents=True)
        beside = target.with_name(f".{target.name}.swp")
        beside.write_text(text)
        beside.replace(target)

    def interrupted(self) -> tuple[int, list[str]]:
        """The status, and what was still told."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(BOUND)
        return status, [line for line in iter(lambda: self._lines.get(timeout=BOUND), None) if line is not None]

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watching]:
    here = Watching(folder, *arguments)
    try:
        yield here
    finally:
        here.process.kill()
        here.process.wait(BOUND)


Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    def made(**files: str) -> Path:
        return project(tmp_path, {f"{name}.py": text for name, text in files.items()}, monkeypatch)

    return made


def codes(lines: list[str]) -> list[str]:
    return [f"{line.split(':')[0]} {line.split()[1]}" for line in lines if line.count(": ISO") and "gone" not in line]


def test_a_whole_report_comes_first_and_then_that_of_what_was_saved(make: Make) -> None:
    folder = make(a=LEAK, b=CLEAN)
    whole = isolint("check", "--format", "concise").out.splitlines()
    with watching(folder) as process:
        assert process.until(WAITS)[:-1] == whole
        process.save("b.py", LEAK)
        told = process.until(OVER)
        assert told[0] == "isolint: saved: b.py"
        assert codes(told) == ["b.py ISO202"]
        assert told[-1] == "isolint: besides, nothing came or went; now 2 findings in 2 files"
        process.save("b.py", CLEAN)
        assert codes(process.until(OVER)) == []


def test_what_a_save_changes_elsewhere_is_told_next(make: Make) -> None:
    folder = make(a=CALLED, b=CALLEE)
    with watching(folder) as process:
        assert codes(process.until(WAITS)) == ["b.py ISO103"]
        process.save("a.py", UNCALLED)
        told = process.until(OVER)
        assert told[0] == "isolint: saved: a.py"
        assert [line.split(":")[2] for line in told if line.startswith("isolint: gone")] == [" b.py"]
        assert told[-1] == "isolint: besides, 0 came and 1 went; now 0 findings in 2 files"
        process.save("a.py", CALLED)
        assert codes(process.until(OVER)) == ["b.py ISO103"]


def test_files_appear_break_and_vanish(make: Make) -> None:
    folder = make(a=CLEAN)
    with watching(folder) as process:
        process.until(WAITS)
        process.save("new/deep/c.py", LEAK)
        assert codes(process.until(OVER)) == ["new/deep/c.py ISO202"]
        process.save("new/deep/c.py", BROKEN)
        told = process.until(OVER)
        assert codes(told) == ["new/deep/c.py ISO001"]
        shutil.rmtree(folder / "new")
        told = process.until(OVER)
        assert told[0].startswith("isolint: gone: new/deep/c.py")
        assert told[-1] == "isolint: besides, 0 came and 1 went; now 0 findings in 1 file"


def test_the_configuration_and_packs_are_read_again(make: Make) -> None:
    folder = make(a=LEAK)
    with watching(folder) as process:
        assert codes(process.until(WAITS)) == ["a.py ISO202"]
        process.save("pyproject.toml", '[tool.isolint]\nignore = ["ISO202"]\n')
        assert process.until(OVER)[0].startswith("isolint: gone: a.py")
        process.save("pyproject.toml", '[tool.isolint]\nignroe = ["ISO202"]\n')
        assert "did you mean 'ignore'?" in process.until("isolint: error: ")[-1]
        process.save("pyproject.toml", '[tool.isolint]\npacks = ["mine/own.toml"]\n')
        assert "mine/own.toml: cannot be read" in process.until("isolint: error: ")[-1]
        process.save("mine/own.toml", "name = 'own'\nnonsense = 1\n")
        process.save("pyproject.toml", '[tool.isolint]\npacks = ["mine/own.toml"]\n\n')
        assert "nonsense" in process.until("isolint: error: ")[-1]
        process.save("mine/own.toml", 'name = "own"\nabout = "mine"\nloads-when = []\n')
        process.save("pyproject.toml", "[tool.isolint]\n")
        assert codes(process.until(OVER)) == ["a.py ISO202"]


def test_a_save_during_a_round_starts_the_next_one(make: Make) -> None:
    folder = make(a=CLEAN)
    with watching(folder) as process:
        process.until(WAITS)
        for number in range(20):
            process.save("a.py", "\n" * number + LEAK)
        told = process.until("a.py:22:")
        assert process.until(OVER)[-1].endswith("now 1 finding in 1 file")
        assert told[0] == "isolint: saved: a.py"


def test_what_is_not_read_is_not_told(make: Make) -> None:
    folder = make(a=CLEAN)
    with watching(folder) as process:
        process.until(WAITS)
        process.save("notes.md", "x")
        process.save("scratch.toml", "x = 1")
        process.save("build/c.py", LEAK)
        process.save("a.py", LEAK)
        assert process.until("isolint: ")[-1] == "isolint: saved: a.py"


def test_an_empty_folder_gets_its_first_file(make: Make) -> None:
    folder = make()
    with watching(folder) as process:
        process.until(WAITS)
        process.save("a.py", LEAK)
        assert codes(process.until(OVER)) == ["a.py ISO202"]


def test_nested_configurations_choose_in_every_round(make: Make) -> None:
    folder = make(a=LEAK)
    (folder / "below").mkdir()
    (folder / "below" / "isolint.toml").write_text('ignore = ["ISO202"]\n')
    with watching(folder) as process:
        process.until(WAITS)
        process.save("below/b.py", LEAK)
        assert process.until(OVER)[-1].endswith("nothing came or went; now 1 finding in 2 files")


def test_options_hold_in_every_round(make: Make) -> None:
    folder = make(a=CLEAN, b=CLEAN)
    with watching(folder, "--select", "ISO001", "--min-confidence", "low", "--strict", "a.py") as process:
        process.until(WAITS)
        process.save("b.py", BROKEN)
        process.until(OVER)
        process.save("a.py", LEAK)
        assert codes(process.until(OVER)) == []
        process.save("a.py", BROKEN)
        assert codes(process.until(OVER)) == ["a.py ISO001"]


@pytest.mark.skipif(os.name == "nt", reason="an interrupt is told otherwise there")
def test_an_interrupt_ends_it_quietly(make: Make) -> None:
    with watching(make(a=LEAK)) as process:
        process.until(WAITS)
        assert process.interrupted() == (130, [])


@pytest.mark.parametrize(
    ("arguments", "other"),
    [
        (["--fix"], "--fix"),
        (["--diff"], "--diff"),
        (["--edits"], "--edits"),
        (["--output", "json:out.json"], "--output"),
        (["--facts", "facts"], "--facts"),
        (["--format", "json"], "--format json"),
        (["--locked"], "--locked"),
        (["-"], "standard input"),
    ],
)
def test_what_reports_once_goes_without_it(make: Make, arguments: list[str], other: str) -> None:
    make(a=CLEAN)
    ran = isolint("check", "--watch", *arguments)
    told = f"isolint: error: --watch reports again and again, to people, so it goes without {other}; see "
    assert ran.status == 2
    assert ran.err.startswith(told)
    assert len(ran.err.splitlines()) == 1


def test_without_its_library_one_line_says_so(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make(a=CLEAN)
    for name in ("isolint.cli.watch", "isolint.engine.notices"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = isolint("check", "--watch")
    assert (ran.status, ran.err) == (2, "isolint: error: --watch needs watchfiles: pip install 'isolint[watch]'\n")


def test_what_has_not_changed_stays_loaded_and_says_what_a_run_says(make: Make) -> None:
    folder = make(a=UNCALLED, b=CALLEE)
    config = load([], cwd=folder)
    with holding(config, Request()) as held:
        (folder / "a.py").write_text(CALLED)
        now = renewed(held, planned(config, Request()))
        assert now.units["b.py"] is held.units["b.py"]
        assert now.units["a.py"] is not held.units["a.py"]
        for path in ("a.py", "b.py"):
            alone = check(config, Request(given=(path,))).report
            assert about(now, {path}).report == alone
        (folder / "a.py").unlink()
        assert list(renewed(now, planned(config, Request())).units) == ["b.py"]


def test_a_run_apart_is_let_go_of_or_tells_what_a_run_tells(make: Make) -> None:
    folder = make(a=LEAK)
    config = load([], cwd=folder)
    dropped = Apart(config, Request())
    dropped.drop()
    dropped.drop()
    assert Apart(config, Request()).report() == check(config, Request()).report
    with pytest.raises(UsageError, match="does not exist"):
        Apart(config, Request(given=("gone.py",))).report()


def test_a_run_apart_that_dies_says_so(make: Make) -> None:
    def dying(_job: Job, _workers: int) -> Lowered:
        os._exit(1)

    config = load([], cwd=make(a=LEAK))
    with pytest.raises(UsageError, match="the process that checked all files died"):
        Apart(config, Request(cache=False, lower=dying)).report()


def test_where_nothing_can_be_forked_it_is_asked_here(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load([], cwd=make(a=LEAK))
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    whole = Apart(config, Request())
    assert whole.done()
    assert [each.code for each in whole.report().findings] == ["ISO202"]
    whole.drop()
