import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from cli_runs import CLEAN, LEAK, isolint, project
from isolint import __version__
from isolint.cli.app import COMMANDS, App
from isolint.config import Config
from isolint.engine import Outcome, Request, check
from isolint.finding import Fault


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return project(tmp_path / "shop", {"isolint.toml": "", "app.py": CLEAN}, monkeypatch)


def python(*arguments: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def crash(_config: Config, _request: Request) -> NoReturn:
    raise ZeroDivisionError("a check\ndivides by zero")


def test_the_version_is_told() -> None:
    for arguments in (["--version"], ["-V"], ["check", "--version"]):
        assert isolint(*arguments) == (0, f"isolint {__version__}\n", "")


def test_the_package_runs_under_its_own_name() -> None:
    done = python("-m", "isolint", "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Usage: isolint ")


def test_the_command_line_loads_nothing_heavy_before_a_command_is_chosen() -> None:
    heavy = ("ast", "libcst", "sarif_om", "flake8", "isolint.engine", "isolint.rules")
    done = python("-c", f"import isolint.cli, sys; print([m for m in {heavy} if m in sys.modules])")
    assert done.stdout.strip() in {b"[]", b"['ast']"}


def test_a_run_loads_neither_the_sarif_model_nor_what_rewrites_code() -> None:
    script = "import sys, isolint.cli as c\ntry: c.main(['check', '-q'])\nexcept SystemExit: print(sorted(sys.modules))"
    loaded = python("-c", script).stdout.decode()
    assert "isolint.engine" in loaded
    assert not any(f"'{name}'" in loaded for name in ("libcst", "sarif_om", "flake8"))


def test_the_process_never_looks_for_cycles() -> None:
    script = "import gc, isolint.cli as c\ntry: c.main(['check', '-q'])\nexcept SystemExit: print(gc.isenabled())"
    assert python("-c", script).stdout.strip() == b"False"


def test_every_command_is_listed_with_the_beginning_of_its_own_help() -> None:
    listed = isolint("--help").out
    for name, summary in COMMANDS.items():
        assert f"  {name}" in listed
        assert summary.rstrip(".") in " ".join(isolint(name, "--help").out.split())
    assert App().list_commands(None) == list(COMMANDS)  # type: ignore[arg-type]


@pytest.mark.skipif(os.name != "posix", reason="a shell's completion")
@pytest.mark.parametrize(
    ("typed", "completed"), [("isolint che", "plain,check"), ("isolint check --format json-", "plain,json-lines")]
)
def test_a_shell_completes_commands_and_words(typed: str, completed: str) -> None:
    words = {"_ISOLINT_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert python("-m", "isolint", env={**os.environ, **words}).stdout.decode().split() == [completed]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing command"),
        (["chek"], "unknown command 'chek', did you mean 'check'?"),
        (["--chek"], "--chek"),
    ],
)
def test_misuse_of_the_program_is_told_in_one_line(arguments: list[str], said: str) -> None:
    ran = isolint(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("isolint: error: ")
    assert said in ran.err


def test_a_crash_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isolint.cli.check.check", crash)
    ran = isolint("check")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("isolint: internal error: ZeroDivisionError: a check divides by zero; ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--traceback", "check"], ["check", "--traceback"]])
def test_a_crash_is_told_with_its_traceback_where_that_is_wanted(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isolint.cli.check.check", crash)
    ran = isolint(*arguments)
    assert ran.status == 2
    assert "Traceback" in ran.err
    assert "in crash" in ran.err


def test_the_environment_asks_for_a_traceback_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isolint.cli.check.check", crash)
    monkeypatch.setenv("ISOLINT_TRACEBACK", "1")
    assert "Traceback" in isolint("check").err


def test_no_traceback_is_told_for_a_mistake_of_the_users() -> None:
    assert "Traceback" not in isolint("check", "nowhere", "--traceback").err


def test_an_interrupted_run_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_config: Config, _request: Request) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("isolint.cli.check.check", interrupted)
    ran = isolint("check")
    assert ran.status == 130
    assert ran.err.strip() == "isolint: interrupted"


def test_a_file_on_which_a_worker_died_ends_the_run_with_2_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def died(config: Config, request: Request) -> Outcome:
        outcome = check(config, request)
        return replace(outcome, report=replace(outcome.report, faults=(Fault("app.py", "a worker died on this file"),)))

    monkeypatch.setattr("isolint.cli.check.check", died)
    monkeypatch.setattr("isolint.cli.baseline.check", died)
    ran = isolint("check", "--exit-zero", "--format", "json")
    assert ran.status == 2
    assert '"a worker died on this file"' in ran.out
    assert "not checked, since a worker died: app.py" in ran.err
    assert isolint("baseline").status == 2
    assert not Path(".isolint-baseline.json").exists()


@pytest.mark.skipif(os.name != "posix", reason="a pipe of the shell's")
@pytest.mark.parametrize(("text", "status"), [(CLEAN, 0), (LEAK, 1)])
def test_a_reader_that_goes_away_changes_no_status(text: str, status: int) -> None:
    Path("app.py").write_text(text, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "isolint", "check", "--format", "json"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (status, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_standard_output_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "isolint", "check"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"isolint: error: standard output cannot be written: no space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_what_the_terminal_cannot_write_is_escaped(encoding: str) -> None:
    Path("\N{GREEK SMALL LETTER PI}.py").write_text("def (:\n", encoding="utf-8")
    done = python("-m", "isolint", "check", env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 1
    shown = "\N{GREEK SMALL LETTER PI}.py" if encoding == "utf-16" else "\\u03c0.py"
    assert shown in done.stdout.decode(encoding)


def test_what_could_rewrite_a_terminal_is_escaped_on_standard_error() -> None:
    assert "\\x1b[2J" in isolint("explain", "\x1b[2J").err
    assert "\x1b" not in isolint("check", "--output", "text:\x1b[2J/x").err
