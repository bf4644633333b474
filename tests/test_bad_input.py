"""What cannot be read is told at its place, and the rest is checked; what is misspelt is told in one line."""

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli_runs import CLEAN, LEAK, POISON, Ran, isolint, poisoned, project
from isolint.engine import lowering

DEPTH = 5_000
DEEP: Mapping[str, str] = {
    "parentheses": f"x = {'(' * DEPTH}1{')' * DEPTH}\n",
    "calls of calls": f"x = {'f(' * DEPTH}{')' * DEPTH}\n",
    "lists": f"x = {'[' * DEPTH}{']' * DEPTH}\n",
    "a chain of methods": f"x = a{'.b()' * DEPTH}\n",
    "a chain of attributes": f"x = a{'.b' * DEPTH}\n",
    "elements": f"x = a{'[0]' * DEPTH}\n",
    "minus": f"x = {'-' * DEPTH}1\n",
    "not": f"x = {'not ' * DEPTH}1\n",
    "lambdas": f"x = {'lambda: ' * DEPTH}1\n",
    "conditions": f"x = {'1 if a else ' * DEPTH}2\n",
    "elif": "if a == 0:\n    pass\n" + "elif a:\n    pass\n" * DEPTH,
    "a sum": f"x = {' + '.join(['a'] * DEPTH)}\n",
    "powers": f"x = {' ** '.join(['a'] * DEPTH)}\n",
    "and": f"x = {' and '.join(['a'] * DEPTH)}\n",
    "decorators": f"{'@a' + chr(10)}" * DEPTH + "def f():\n    pass\n",
    "ifs": "".join(f"{' ' * depth}if a:\n" for depth in range(DEPTH)),
}
# A depth at which the parser still answers, so that isolint's own walk meets it.
SHALLOWER: Mapping[str, str] = {
    "a chain of methods": f"x = a{'.b()' * 900}\n",
    "a sum": f"x = {' + '.join(['a'] * 900)}\n",
    "elif": "if a == 0:\n    pass\n" + "elif a:\n    pass\n" * 900,
    "ifs": "".join(f"{' ' * depth}if a:\n" for depth in range(90)) + f"{' ' * 90}pass\n",
}


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one leak, ISO202 at line 3 of leak.py."""
    return project(tmp_path / "shop", {"isolint.toml": "", "leak.py": LEAK}, monkeypatch)


def places(ran: Ran) -> list[tuple[str, int, int, str]]:
    """Path, line, column and code of each finding of `--format json`, but for the leak, which must be among them."""
    found = [(each["path"], each["line"], each["column"], each["code"]) for each in json.loads(ran.out)["findings"]]
    assert [each[3] for each in found if each[0] == "leak.py"] == ["ISO202"]
    return [each for each in found if each[0] != "leak.py"]


class TestFile:
    @pytest.mark.parametrize(
        ("data", "line", "column", "said"),
        [
            (b"x = 1\ndef (:\n", 2, 5, "invalid syntax"),
            (b"if a:\nx = 1\n", 2, 1, "expected an indented block"),
            ("x = 1\ny = '\xe9'\n".encode("latin-1"), 2, 6, "byte 0xe9 is not valid in utf-8"),
            (b"x = 1\ny = '\0'\n", 2, 6, "null byte"),
            (b"# coding: nowhere\n", 1, 1, "unknown encoding 'nowhere'"),
        ],
        ids=["syntax", "indentation", "latin-1", "null", "encoding"],
    )
    def test_that_cannot_be_parsed_is_found_at_its_place(self, data: bytes, line: int, column: int, said: str) -> None:
        Path("bad.py").write_bytes(data)
        ran = isolint("check", "--format", "json")
        assert ran.status == 1
        assert places(ran) == [("bad.py", line, column, "ISO001")]
        assert said in ran.out

    def test_that_cannot_be_opened_is_found(self) -> None:
        Path("loop.py").symlink_to("loop.py")
        for paths in ((), ("loop.py", "leak.py")):
            ran = isolint("check", *paths, "--format", "json")
            assert (ran.status, places(ran)) == (1, [("loop.py", 1, 1, "ISO001")])

    @pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is locked for this user")
    def test_that_is_locked_is_found(self) -> None:
        Path("locked.py").write_text(CLEAN, encoding="utf-8")
        Path("locked.py").chmod(0)
        ran = isolint("check", "--format", "json")
        assert (ran.status, places(ran)) == (1, [("locked.py", 1, 1, "ISO001")])

    def test_that_could_not_be_opened_is_not_taken_for_an_empty_one(self) -> None:
        Path("late.py").symlink_to("late.py")
        assert isolint("check", "late.py").status == 1
        Path("late.py").unlink()
        Path("late.py").touch()
        assert isolint("check", "late.py").status == 0

    def test_that_is_empty_is_clean(self) -> None:
        Path("empty.py").touch()
        assert isolint("check", "empty.py").status == 0
        assert places(isolint("check", "--format", "json")) == []

    @pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
    def test_that_is_nested_too_deep_is_found_or_read(self, source: str) -> None:
        Path("deep.py").write_text(source, encoding="utf-8")
        ran = isolint("check", "--format", "json")
        assert ran.status == 1
        assert {(path, code) for path, _, _, code in places(ran)} <= {("deep.py", "ISO001")}

    @pytest.mark.parametrize("source", SHALLOWER.values(), ids=SHALLOWER)
    def test_that_the_parser_still_reads_is_read(self, source: str) -> None:
        Path("deep.py").write_text(source, encoding="utf-8")
        assert places(isolint("check", "--format", "json")) == []

    def test_beside_others_of_its_kind_is_one_of_many(self) -> None:
        for number, source in enumerate(DEEP.values()):
            Path(f"deep{number}.py").write_text(source, encoding="utf-8")
            Path(f"bad{number}.py").write_text("def (:\n", encoding="utf-8")
        ran = isolint("check", "--format", "json", "--jobs", "2")
        assert ran.status == 1
        assert {path for path, _, _, _ in places(ran)} >= {f"bad{number}.py" for number in range(len(DEEP))}


class TestMistake:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["laek.py"], "path 'laek.py' does not exist, did you mean 'leak.py'?"),
            (["--select", "ISO22"], "unknown code 'ISO22', did you mean 'ISO202'?"),
            (["--ignore", "globl-session"], "unknown code 'globl-session', did you mean 'global-session'?"),
        ],
    )
    def test_on_the_command_line_is_told_in_one_line(self, arguments: list[str], said: str) -> None:
        assert isolint("check", *arguments) == (2, "", self.line(said, isolint("check", *arguments).err))

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('slect = ["ISO2"]\n', "isolint.toml: slect: unknown key, did you mean 'select'?"),
            ('select = ["ISO22"]\n', "isolint.toml: select: unknown code 'ISO22', did you mean 'ISO202'?"),
            ('paths = ["laek.py"]\n', "paths: path 'laek.py' does not exist, did you mean 'leak.py'?"),
            ('packs = ["fastap"]\n', "packs: unknown pack 'fastap', did you mean 'fastapi'?"),
            ('min-confidence = "hihg"\n', "did you mean 'high'?"),
            ("select = [\n", "isolint.toml"),
        ],
    )
    def test_in_the_configuration_is_told_in_one_line(self, text: str, said: str) -> None:
        Path("isolint.toml").write_text(text, encoding="utf-8")
        assert isolint("check") == (2, "", self.line(said, isolint("check").err))

    @staticmethod
    def line(said: str, err: str) -> str:
        """What was told, where it is one line that says so."""
        assert said in err
        assert err.startswith("isolint: error: ")
        assert err.count("\n") == 1
        return err


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="a worker has the test's own code")
class TestWorker:
    @pytest.fixture(autouse=True)
    def shelf(self) -> None:
        """So many files that one process alone does not take them on."""
        for number in range(lowering.ALONE):
            Path(f"book{number}.py").write_text(f"{CLEAN}\n\nNUMBER = {number}\n", encoding="utf-8")

    def test_that_dies_names_the_file_and_the_others_are_checked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        poisoned(monkeypatch)
        for name in ("apple.py", "well.py"):
            Path(name).write_text(POISON, encoding="utf-8")
        ran = isolint("check", "--format", "json", "--jobs", "2", "--exit-zero")
        assert ran.status == 2
        assert "isolint: error: not checked, since a worker died: apple.py, well.py" in ran.err
        assert [each["path"] for each in json.loads(ran.out)["faults"]] == ["apple.py", "well.py"]
        assert places(ran) == []

    def test_is_ended_with_the_run_that_is_interrupted(self) -> None:
        # An interrupt of the terminal's reaches all processes of the run, once.
        script = (
            "import os, signal, time\n"
            "from isolint.cli import main\n"
            "from isolint.engine import lowering\n"
            "def slow(data):\n"
            "    try: os.close(os.open('interrupted', os.O_CREAT | os.O_EXCL))\n"
            "    except FileExistsError: time.sleep(1)\n"
            "    else: os.killpg(0, signal.SIGINT)\n"
            "    return lower(data)\n"
            "lower, lowering.lower = lowering.lower, slow\n"
            "main(['check', '--jobs', '2', '--no-cache'])\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=False, timeout=8, start_new_session=True
        )
        assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"isolint: interrupted")
