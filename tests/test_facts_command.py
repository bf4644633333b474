"""What `isolint facts` writes, another run takes: it finds the same, and runs no code that came with it."""

import hashlib
import json
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cli_runs import BROKEN, CLEAN, LEAK, Ran, isolint, project
from isolint.cache import default_folder
from isolint.engine import lowering, objectfiles
from isolint.engine.jobs import Job, Lowered
from isolint.engine.objectfiles import AGREED, MAGIC
from isolint.engine.shards import Shard
from isolint.facts import VERSION
from isolint.finding import Fault

ENTRY = "from fastapi import FastAPI\nfrom shop.kept import SEEN\n\napp = FastAPI()\n\n\n"
FILES = {
    "isolint.toml": "",
    "shop/__init__.py": "",
    "shop/kept.py": "SEEN = {}\n",
    "shop/app.py": ENTRY + '@app.get("/")\ndef seen(user: str, item: str):\n    SEEN["last"] = item\n    return SEEN\n',
    "shop/leak.py": LEAK,
    "shop/good.py": CLEAN,
    "shop/same.py": CLEAN,
    "shop/broken.py": BROKEN,
    "shop/empty.py": "",
}
ALL = Path("out/1-of-1.facts")


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return project(tmp_path / "shop", FILES, monkeypatch)


def checked(*arguments: str) -> Ran:
    return isolint("check", "--format", "json", *arguments)


# shards


def test_every_file_is_in_one_shard_of_however_many() -> None:
    paths = [f"shop/part{number}/views.py" for number in range(300)]
    for of in (1, 2, 16, 300):
        shares = [[path for path in paths if Shard(number, of).has(path)] for number in range(1, of + 1)]
        assert sorted(path for share in shares for path in share) == sorted(paths)


def test_a_file_stays_in_its_shard_from_one_release_to_the_next() -> None:
    assert [n for n in range(1, 17) if Shard(n, 16).has("shop/app.py")] == [15]
    assert [n for n in range(1, 17) if Shard(n, 16).has("shop/\udcff.py")] == [8]


def test_shards_sort_by_their_names() -> None:
    assert [Shard(number, 16).name for number in (1, 16)] == ["01-of-16.facts", "16-of-16.facts"]


@pytest.mark.parametrize("share", ["0/3", "4/3", "1/0", "3", "1/2/3", "-1/3", "a/b"])
def test_a_share_that_is_none(share: str) -> None:
    ran = isolint("facts", "--out", "out", "--shard", share)
    assert (ran.status, ran.out) == (2, "")
    assert f"expected N/M with N from 1 to M, as 3/16, not '{share}'" in ran.err


# what is written, and what becomes of it


def test_a_check_takes_all_shards_and_finds_the_same() -> None:
    for number in (1, 2, 3):
        assert isolint("facts", "--out", "out", "--shard", f"{number}/3").status == 0
    assert len(os.listdir("out")) == 3
    plain = checked()
    assert {"ISO202", "ISO001", "ISO103"} <= {each["code"] for each in json.loads(plain.out)["findings"]}
    assert checked("--facts", "out") == plain


def test_nothing_is_lowered_where_all_facts_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = checked("--no-cache")
    isolint("facts", "--out", "out")
    monkeypatch.setattr(lowering, "lower", lambda data: pytest.fail(f"lowered: {data!r}"))
    assert checked("--facts", "out") == plain


def test_what_has_changed_since_is_lowered_and_told() -> None:
    isolint("facts", "--out", "out")
    Path("shop/good.py").write_text(f"{LEAK}\n", encoding="utf-8")
    Path("shop/more.py").write_text(f"{LEAK}\n", encoding="utf-8")
    ran = checked("--facts", "out")
    assert ran.err == "isolint: note: 2 of 9 files were lowered here: out has no facts of what they say now\n"
    assert ran.out == checked("--no-cache").out


def test_facts_of_packages_are_found_below_the_folder() -> None:
    for number, name in enumerate(("app.py", "kept.py"), 1):
        assert isolint("facts", "--out", f"out/{number}", f"shop/{name}").out.endswith(": 1 file.\n")
    ran = checked("--facts", "out")
    assert "6 of 8 files were lowered here" in ran.err
    assert ran.out == checked("--no-cache").out


def test_a_moved_file_keeps_its_facts() -> None:
    isolint("facts", "--out", "out")
    os.replace("shop/leak.py", "shop/moved.py")
    ran = checked("--facts", "out")
    assert (ran.err, ran.out) == ("", checked("--no-cache").out)


def test_standard_input_stands_for_a_file_as_ever() -> None:
    isolint("facts", "--out", "out")
    ran = isolint(
        "check",
        "--facts",
        "out",
        "--format",
        "concise",
        "--stdin-filename",
        "shop/good.py",
        "-",
        stdin=f"{LEAK}\n".encode(),
    )
    assert ran.codes == ["ISO202"]
    assert "1 of 8 files were lowered here" in ran.err


def test_facts_from_elsewhere_stay_out_of_the_cache(shop: Path) -> None:
    isolint("facts", "--out", "out")
    checked("--facts", "out")
    assert not default_folder(shop).exists()


def test_paths_and_excludes_choose_as_for_a_check() -> None:
    Path("isolint.toml").write_text('paths = ["shop"]\n', encoding="utf-8")
    Path("tools").mkdir()
    Path("tools/run.py").write_text(CLEAN, encoding="utf-8")
    assert isolint("facts", "--out", "out").out == f"Wrote {ALL}: 8 files.\n"
    assert isolint("facts", "--out", "out", "tools").out == f"Wrote {ALL}: 1 file.\n"
    assert isolint("facts", "--out", "out", "--exclude", "good.py,leak.py").out == f"Wrote {ALL}: 6 files.\n"
    assert isolint("facts", "--out", "out", "--exclude", "*.py").out == f"Wrote {ALL}: 0 files.\n"
    assert checked("--facts", "out", "--exclude", "*.py").status == 0


def test_the_same_files_give_the_same_bytes_in_any_process() -> None:
    for seed in "12":
        command = [sys.executable, "-m", "isolint", "facts", "--out", seed, "--jobs", seed]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, timeout=60)
    assert Path("1", ALL.name).read_bytes() == Path("2", ALL.name).read_bytes()


def test_many_files_are_written_in_several_segments() -> None:
    for number in range(objectfiles.FILES):
        Path(f"shop/part{number}.py").write_text(f"{CLEAN}\nN = {number}\n", encoding="utf-8")
    isolint("facts", "--out", "out")
    assert len(header(ALL)["segments"]) == 2
    assert checked("--facts", "out") == checked("--no-cache")


def test_a_file_that_cannot_be_read_is_left_to_the_check() -> None:
    os.symlink("loop.py", "shop/loop.py")
    assert isolint("facts", "--out", "out").out == f"Wrote {ALL}: 8 files.\n"
    ran = checked("--facts", "out")
    assert "1 of 9 files were lowered here" in ran.err
    assert ran.out == checked("--no-cache").out


def test_nothing_is_written_where_a_worker_died(monkeypatch: pytest.MonkeyPatch) -> None:
    def died(_job: Job, _workers: int) -> Lowered:
        return Lowered({}, (Fault("shop/app.py", "a worker died on this file"),))

    monkeypatch.setattr("isolint.engine.executors.here", died)
    ran = isolint("facts", "--out", "out")
    assert ran == (2, "", "isolint: error: nothing is written, since a worker died: shop/app.py\n")
    assert not Path("out").exists()


def test_a_folder_that_cannot_be_written() -> None:
    Path("out").write_text("", encoding="utf-8")
    ran = isolint("facts", "--out", "out")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"isolint: error: '{ALL}' cannot be written: ")


# what is no file of facts, or no good one


def header(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(file.read_bytes().split(b"\n", 2)[1])
    return read


def forged(told: Mapping[str, object], segments: bytes = b"") -> bytes:
    """A file whose checksums are right."""
    line = json.dumps(told).encode()
    return MAGIC + hashlib.sha256(line).hexdigest().encode() + b"\n" + line + b"\n" + segments


def packed(value: object, *texts: str) -> bytes:
    """A file with right checksums in which the facts of these texts are `value`."""
    data = value if isinstance(value, bytes) else pickle.dumps(value)
    files = [(f"{n}.py", hashlib.sha256(text.encode()).hexdigest()) for n, text in enumerate(texts)]
    segment = {"length": len(data), "sha256": hashlib.sha256(data).hexdigest(), "files": files}
    return forged({**AGREED, "segments": [segment]}, data)


class Runs:
    """Unpickled where names are looked up, it leaves a file behind."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("ran",)


def damaged(at: int) -> bytes:
    """A good file in which one byte is another."""
    isolint("facts", "--out", "good")
    data = bytearray(Path("good", ALL.name).read_bytes())
    data[at] ^= 1
    return bytes(data)


def refused(data: bytes) -> str:
    """Why a check does not take such a file, which it says in one line."""
    ALL.parent.mkdir(exist_ok=True)
    ALL.write_bytes(data)
    ran = checked("--facts", "out")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    start, why = ran.err[: -len("\n")].split(f"{ALL}: ")
    assert start == "isolint: error: "
    return why


AGAIN = "it is damaged: make it again"


def test_facts_that_it_shows_in_its_header() -> None:
    isolint("facts", "--out", "out")
    told = header(ALL)
    assert (told["facts"], told["python"]) == (VERSION, sys.implementation.cache_tag)
    assert [path for path, _ in told["segments"][0]["files"]] == sorted(name for name in FILES if name.endswith("py"))


@pytest.mark.parametrize("at", [20, 90, 200, -1, -900])
def test_a_damaged_byte_is_noticed(at: int) -> None:
    assert refused(damaged(at)) == AGAIN


@pytest.mark.parametrize("length", [-1, 3000, 100, 20])
def test_a_file_that_ends_too_soon_is_noticed(length: int) -> None:
    assert refused(damaged(-1)[:length]) == AGAIN


@pytest.mark.parametrize(
    "data", [b"", b"x = 1\n", pickle.dumps(Runs()), b"\0" * 999], ids=["empty", "code", "pickle", "zeros"]
)
def test_a_foreign_file_is_named(data: bytes) -> None:
    assert refused(data) == "it is no file of facts"


@pytest.mark.parametrize(("key", "value"), [("isolint", "0.0.1"), ("facts", VERSION - 1), ("python", "cpython-39")])
def test_another_maker_is_told(key: str, value: object) -> None:
    why = refused(forged({**AGREED, key: value, "segments": []}))
    assert why.startswith("it was made by isolint ")
    assert why.endswith(": make it again")
    assert str(value) in why


@pytest.mark.parametrize("value", [Runs(), [Runs()], (((Runs(),), ()),), os.getcwd, Fault("a", "b"), 1j])
def test_no_name_is_looked_up(value: object) -> None:
    assert refused(packed(value, LEAK)) == AGAIN
    assert not Path("ran").exists()


@pytest.mark.parametrize(
    "value",
    [
        None,
        (),
        ((), ()),
        ("ab",),
        (((), ()),),
        ((("", (), (), (), (), None), ()),),
        (((((),), (), (), (), (), None), ()),),
        ((((), (), (), (), (), None), ((),)),),
        ((((), (), 3, (), (), None), ()),),
        ((((), (), (3,), (), (), None), ()),),
        b"\x80\x05.",
        b"\x80\x05K\x01\x85r\xff\xff\xff\xff.",
        b"",
    ],
)
def test_what_has_not_the_shape_of_facts_is_noticed(value: object) -> None:
    assert refused(packed(value, LEAK)) == AGAIN


@pytest.mark.parametrize("told", [AGREED, {}, {**AGREED, "segments": 3}, {**AGREED, "segments": [{"files": ["a"]}]}])
def test_a_header_that_says_something_else_is_noticed(told: Mapping[str, object]) -> None:
    assert refused(forged(told)) == AGAIN


def test_a_folder_without_facts() -> None:
    assert checked("--facts", "none") == (2, "", "isolint: error: 'none' is no folder of facts\n")
    Path("none").mkdir()
    Path("none/README").write_text("", encoding="utf-8")
    ran = checked("--facts", "none")
    assert ran == (2, "", "isolint: error: 'none' has no facts, `isolint facts --out none` writes some\n")


def test_a_file_that_cannot_be_opened() -> None:
    ALL.mkdir(parents=True)
    assert f"{ALL}: it cannot be read: " in checked("--facts", "out").err


def test_facts_that_vanish_between_two_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    isolint("facts", "--out", "out")
    begin = objectfiles.ObjectFile.__init__

    def vanishing(self: objectfiles.ObjectFile, path: Path) -> None:
        begin(self, path)
        shutil.rmtree("out")

    monkeypatch.setattr(objectfiles.ObjectFile, "__init__", vanishing)
    assert f"{ALL}: it cannot be read: " in checked("--facts", "out").err


def test_a_run_that_fixes_takes_none() -> None:
    isolint("facts", "--out", "out")
    ran = isolint("check", "--facts", "out", "--diff")
    assert ran.status == 2
    assert "--facts has what files say before they are fixed" in ran.err
