"""`isolint check --fix` as a user runs it: what it writes, what it leaves alone, and what it says about that."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from cli_runs import Ran
from cli_runs import isolint as run
from isolint.campaign.journal import Journal
from isolint.campaign.writing import write

IDLE = "x = 1  # isolint: ignore[ISO101] nothing\n"
CLEAN = "x = 1\n"


def isolint(*arguments: str, cwd: Path) -> Ran:
    here = Path.cwd()
    os.chdir(cwd)
    try:
        return run(*arguments)
    finally:
        os.chdir(here)


def project(root: Path, **files: str | bytes) -> Path:
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def test_fix_writes_what_it_proved_and_a_second_run_does_nothing(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE, b="y = 2\n")
    first = isolint("check", "--fix", cwd=tmp_path)
    assert (first.status, (tmp_path / "a.py").read_text()) == (0, CLEAN)
    assert "Fixed 1 finding in 1 file: ISO002 1." in first.err
    second = isolint("check", "--fix", cwd=tmp_path)
    assert "Fixed 0 findings in 0 files." in second.err


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE)
    shown = isolint("check", "--diff", cwd=tmp_path)
    assert shown.status == 1
    assert f"-{IDLE}+{CLEAN}" in shown.out
    assert (tmp_path / "a.py").read_text() == IDLE
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_diff_can_be_applied(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE.rstrip("\n"), pack__b=IDLE.replace("\n", "\r\n"))
    command = [sys.executable, "-m", "isolint", "check", "--diff"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, check=True, input=shown.stdout)
    assert (tmp_path / "a.py").read_bytes() == CLEAN.strip().encode()
    assert (tmp_path / "pack/b.py").read_bytes() == CLEAN.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("options", "status"),
    [(("--fix",), 0), (("--fix", "--exit-non-zero-on-fix"), 1), (("--fix-only",), 0), (("--diff",), 1)],
)
def test_the_status_says_what_was_asked(tmp_path: Path, options: tuple[str, ...], status: int) -> None:
    project(tmp_path, a=IDLE)
    assert isolint("check", *options, cwd=tmp_path).status == status


@pytest.mark.parametrize(("options", "status"), [((), 1), (("--exit-zero",), 0), (("--exit-zero", "--diff"), 1)])
def test_to_end_with_zero_is_about_what_is_left(tmp_path: Path, options: tuple[str, ...], status: int) -> None:
    project(tmp_path, a=IDLE, b="def f(:\n")
    asked = options if "--diff" in options else ("--fix", *options)
    assert isolint("check", *asked, cwd=tmp_path).status == status


def test_a_stale_baseline_is_found_by_a_fix_too(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE)
    isolint("baseline", cwd=tmp_path)
    (tmp_path / "a.py").write_text(CLEAN)
    done = isolint("check", "--fix", "--locked", cwd=tmp_path)
    assert (done.status, "is stale" in done.err) == (1, True)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (("--fix", "--diff"), "--diff shows what --fix would do"),
        (("--unsafe-fixes",), "--unsafe-fixes needs --fix or --diff"),
        (("--verify", "true"), "--verify needs --fix"),
        (("--edits", "--fix"), "--edits tells what fixes would change"),
        (("--fix", "-"), "what comes from standard input is no file"),
    ],
)
def test_options_that_do_not_go_together_are_misuse(tmp_path: Path, options: tuple[str, ...], fault: str) -> None:
    done = isolint("check", *options, cwd=tmp_path)
    assert done.status == 2
    assert fault in done.err


def test_what_may_not_be_fixed_says_no_fix(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE)
    (tmp_path / "isolint.toml").write_text('unfixable = ["unused-suppression"]\n')
    done = isolint("check", "--fix", cwd=tmp_path)
    assert (done.status, (tmp_path / "a.py").read_text()) == (1, IDLE)
    told = json.loads(isolint("check", "--format", "json", cwd=tmp_path).out)
    assert [each["fix"] for each in told["findings"]] == [None]


def test_fixable_leaves_all_others_out(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE)
    (tmp_path / "isolint.toml").write_text('fixable = ["ISO110"]\n')
    assert "Fixed 0 findings" in isolint("check", "--fix", cwd=tmp_path).err


def test_bytes_around_the_edit_stay_as_they_are(tmp_path: Path) -> None:
    whole = b"\xef\xbb\xbf# \xc3\xa9\r\nif 1:\r\n\tx = 1  # isolint: ignore[ISO101] nothing\r\n\x0c\r\n# end"
    project(tmp_path, a=whole)
    isolint("check", "--fix", cwd=tmp_path)
    assert (tmp_path / "a.py").read_bytes() == whole.replace(b"  # isolint: ignore[ISO101] nothing", b"")


def test_edits_are_what_fix_does(tmp_path: Path) -> None:
    project(tmp_path, a="x = 'é'  # isolint: ignore[ISO101] nothing\n# isolint: ignore-file[ISO202] nothing\ny = 1\n")
    told = json.loads(isolint("check", "--edits", "--format", "json", cwd=tmp_path).out)
    lines = (tmp_path / "a.py").read_text().splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    text = "".join(lines)
    edits = [edit for finding in told["findings"] for edit in finding["fix"]["edits"]]
    for edit in sorted(edits, key=lambda each: -each["start"]["line"]):
        first, last = (starts[edit[end]["line"] - 1] + edit[end]["column"] - 1 for end in ("start", "end"))
        text = text[:first] + edit["text"] + text[last:]
    isolint("check", "--fix", cwd=tmp_path)
    assert text == (tmp_path / "a.py").read_text()


def test_a_plain_run_does_not_pay_for_fixes(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE)
    code = (
        "import sys; from isolint.cli import main\n"
        "try: main(['check', '--no-cache'])\n"
        "finally: print(sorted({'libcst', 'pyflakes', 'rich', 'filelock'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("[]\n")


def test_a_file_that_changed_since_is_not_overwritten(tmp_path: Path) -> None:
    project(tmp_path, a="somebody was here\n", b=IDLE)
    before = {"a.py": IDLE.encode(), "b.py": IDLE.encode()}
    refused = write(tmp_path, before, dict.fromkeys(before, CLEAN.encode()), sorted(before), tmp_path)
    assert refused == {"a.py": "it changed since it was read"}
    assert [(tmp_path / name).read_text() for name in ("a.py", "b.py")] == ["somebody was here\n", CLEAN]


def test_links_and_modes_stay(tmp_path: Path) -> None:
    project(tmp_path, real=IDLE)
    (tmp_path / "real.py").chmod(0o755)
    other = tmp_path / "linked.py"
    other.symlink_to("real.py")
    isolint("check", "--fix", "linked.py", cwd=tmp_path)
    assert other.is_symlink()
    assert (tmp_path / "real.py").read_text() == CLEAN
    assert stat.S_IMODE((tmp_path / "real.py").stat().st_mode) == 0o755


SUITE = {
    "agents": (
        "class UserExecutionContext: ...\n\n\n"
        "class ToolDispatcher:\n    def __init__(self, context: UserExecutionContext | None = None): ...\n"
    ),
    "conftest": (
        "import pytest\nfrom agents import UserExecutionContext\n\n\n"
        "@pytest.fixture\ndef user_context():\n    return UserExecutionContext()\n"
    ),
    "test_tools": (
        "import pytest\nfrom agents import ToolDispatcher\n\n\nclass TestTools:\n"
        "    @pytest.fixture(autouse=True)\n    def tools(self):\n        self.tools = ToolDispatcher()\n\n"
        "    def setup_method(self):\n        self.others = ToolDispatcher()\n\n"
        "    def test_tools(self):\n        assert self.tools is not self.others\n"
    ),
}


def test_what_another_rule_says_of_the_same_place_is_not_new(tmp_path: Path) -> None:
    project(tmp_path, **SUITE)
    done = isolint("check", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert "self.tools = ToolDispatcher(user_context)" in (tmp_path / "test_tools.py").read_text()
    assert "ISO501 is not fixed" not in done.err


LEAKY = "def put(row, rows=[]):\n    rows.append(row)\n    return rows\n"


def test_a_file_that_a_link_leads_to_is_fixed_once(tmp_path: Path) -> None:
    project(tmp_path, real=LEAKY)
    (tmp_path / "again.py").symlink_to("real.py")
    (tmp_path / "too.py").symlink_to("again.py")
    diff = isolint("check", "--diff", cwd=tmp_path)
    assert (diff.out.count("+++ "), "+++ b/real.py" in diff.out) == (1, True)
    done = isolint("check", "--fix", cwd=tmp_path)
    assert (done.status, "Fixed 1 finding in 1 file" in done.err, "not fixed" in done.err) == (0, True, False)
    assert "rows=None" in (tmp_path / "real.py").read_text()
    assert (tmp_path / "too.py").is_symlink()


def test_a_link_that_leads_out_of_the_root_is_left_alone(tmp_path: Path) -> None:
    project(tmp_path, outside=LEAKY)
    root = project(tmp_path / "root", a=IDLE)
    (root / "isolint.toml").touch()
    (root / "linked.py").symlink_to("../outside.py")
    done = isolint("check", "--fix", cwd=root)
    assert (tmp_path / "outside.py").read_text() == LEAKY
    assert "linked.py:1: ISO110 is not fixed: it is a link to a file outside of the root" in done.err
    assert (root / "a.py").read_text() == CLEAN


def test_two_runs_never_touch_one_tree(tmp_path: Path) -> None:
    project(tmp_path, a=IDLE)
    isolint("check", "--fix", cwd=tmp_path)
    holding = "import sys, time; from pathlib import Path; from isolint.campaign.ground import occupied\n"
    holding += "with occupied(Path(sys.argv[1])): print('in', flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", holding, str(tmp_path)], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        done = isolint("check", "--fix", cwd=tmp_path)
        assert (done.status, "another run is fixing" in done.err) == (2, True)
    finally:
        other.kill()
        other.wait()
    assert isolint("check", "--fix", cwd=tmp_path).status == 0


VERIFIED = {
    "good": IDLE,
    "bad": "y = 2  # isolint: ignore[ISO101] nothing\n",
    "tests__test_good": "import good\n\n\ndef test_it():\n    assert good.x == 1\n",
    "tests__test_bad": (
        "import inspect\n\nimport bad\n\n\ndef test_it():\n    assert 'ignore' in inspect.getsource(bad)\n"
    ),
}
PYTEST = f"{sys.executable} -m pytest -q -p no:cacheprovider --rootdir . -c /dev/null --import-mode=importlib {{tests}}"


def test_what_the_tests_speak_against_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    project(tmp_path, **VERIFIED)
    done = isolint("check", "--fix", "--verify", PYTEST, cwd=tmp_path)
    assert (tmp_path / "good.py").read_text() == CLEAN
    assert (tmp_path / "bad.py").read_text() == VERIFIED["bad"]
    assert "put back bad.py" in done.err
    assert "bad.py:1: ISO002 is not fixed: the command of --verify fails with the fixes" in done.err
    assert "Fixed 1 finding in 1 file" in done.err


def test_tests_stand_for_themselves(tmp_path: Path) -> None:
    project(tmp_path, good=IDLE)
    done = isolint("check", "--fix", "--verify", "bash -c 'pytest {tests}'", cwd=tmp_path)
    assert (done.status, "cannot stand inside 'pytest {tests}'" in done.err) == (2, True)
    assert (tmp_path / "good.py").read_text() == IDLE


def test_tests_that_fail_anyway_blame_nobody(tmp_path: Path) -> None:
    project(tmp_path, good=IDLE)
    done = isolint("check", "--fix", "--verify", "false {files}", cwd=tmp_path)
    assert (tmp_path / "good.py").read_text() == IDLE
    assert "fails without the fixes, too" in done.err


def test_a_command_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    project(tmp_path, good=IDLE)
    done = isolint("check", "--fix", "--verify", "no-such-command {files}", cwd=tmp_path)
    assert (done.status, "'no-such-command' cannot be run" in done.err) == (2, True)
    assert isolint("check", "--fix", "--verify", "true", cwd=tmp_path).status == 0
    assert (tmp_path / "good.py").read_text() == CLEAN


@pytest.mark.parametrize(("line", "why"), [("pytest 'x", "no closing quotation"), (" ", "the command is empty")])
def test_a_command_that_is_none_changes_nothing(tmp_path: Path, line: str, why: str) -> None:
    project(tmp_path, good=IDLE)
    done = isolint("check", "--fix", "--verify", line, cwd=tmp_path)
    assert (done.status, why in done.err, (tmp_path / "good.py").read_text()) == (2, True, IDLE)


def test_the_next_run_puts_back_what_was_never_verified(tmp_path: Path) -> None:
    project(tmp_path, a=CLEAN, b="mine\n")
    (tmp_path / "journal").mkdir()
    journal = Journal(tmp_path / "journal", tmp_path)
    journal.open({"a.py": b"old\n", "b.py": b"old\n"}, {"a.py": CLEAN.encode(), "b.py": CLEAN.encode()})
    assert journal.recover() == ("a.py",)
    assert [(tmp_path / name).read_text() for name in ("a.py", "b.py")] == ["old\n", "mine\n"]
    assert (journal.recover(), os.listdir(tmp_path / "journal")) == ((), [])


@pytest.mark.parametrize("verify", [(), ("--verify", "true {files}")], ids=["plain", "verified"])
def test_killed_at_any_moment_no_file_is_half_written(tmp_path: Path, verify: tuple[str, ...]) -> None:
    """A hundred kills in all, at random points of a run over forty files."""
    from isolint.cli import main

    chance = Random(5)  # noqa: S311  # no secret
    before = {f"m{number:02}.py": f"# {'é' * number}\n{IDLE}".encode() for number in range(40)}
    after = {name: data.replace(b"  # isolint: ignore[ISO101] nothing", b"") for name, data in before.items()}
    master = tmp_path / "master"
    project(master, **{name.removesuffix(".py"): data for name, data in before.items()})

    def begun(root: Path) -> int:
        child = os.fork()
        if child:
            return child
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)
        try:
            main(["check", "--fix", "--no-cache", "--jobs", "1", "--root", str(root), *verify, str(root)])
        finally:
            os._exit(0)

    shutil.copytree(master, tmp_path / "whole")
    at = time.perf_counter()
    os.waitpid(begun(tmp_path / "whole"), 0)
    took = time.perf_counter() - at
    killed = finished = 0
    while killed < 50:
        root = tmp_path / f"run{finished}"
        if not root.exists():
            shutil.copytree(master, root)
        child = begun(root)
        time.sleep(chance.random() * took * 1.1)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        found = {name: (root / name).read_bytes() for name in before}
        assert [name for name, data in found.items() if data not in (before[name], after[name])] == []
        finished += found == after and not os.WIFSIGNALED(status)
    os.waitpid(begun(root), 0)
    assert {name: (root / name).read_bytes() for name in before} == after
    assert sorted(os.listdir(root)) == [".isolint-fix", *sorted(before)]
    assert os.listdir(root / ".isolint-fix/new") == os.listdir(root / ".isolint-fix/journal") == []
