"""The cache serves the next run, whatever lies in it, and no run needs it."""

import os
import time
from pathlib import Path
from typing import Any, NoReturn

import pytest

from cli_runs import CLEAN, LEAK, isolint, project
from isolint import cache
from isolint.cache import Cache, Record, default_folder
from isolint.engine import lowering
from isolint.engine.completing import result_of


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return project(tmp_path / "shop", {"isolint.toml": "", "leak.py": LEAK, "good.py": CLEAN}, monkeypatch)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lowering is an error, once the project has been checked."""
    assert isolint("check").status == 1

    def refused(data: bytes) -> NoReturn:
        raise AssertionError(data)

    monkeypatch.setattr(lowering, "lower", refused)


def forget_results() -> None:
    """Make the next run link, and so read what it has facts of."""
    for result in default_folder(Path.cwd()).glob("result-*"):
        result.unlink()


def records() -> dict[str, Record]:
    return Cache(default_folder(Path.cwd())).records


@pytest.mark.usefixtures("idle")
def test_what_stays_as_it_is_is_lowered_once() -> None:
    Path("leak.py").rename("renamed.py")
    assert isolint("check", "--format", "concise").out.startswith("renamed.py:3:")
    assert isolint("check", "--no-cache").status == 2


def test_text_on_standard_input_leaves_the_record_of_its_file() -> None:
    isolint("check")
    before = records()
    assert isolint("check", "-", "--stdin-filename", "leak.py", stdin=CLEAN.encode()).status == 0
    assert isolint("check", "-", "--stdin-filename", "new.py", stdin=LEAK.encode()).status == 1
    assert records() == before
    assert sorted(before) == ["good.py", "leak.py"]


@pytest.mark.parametrize("ruin", [b"", b"\0" * 100_000], ids=["empty", "other bytes"])
def test_ruined_segment_is_made_again(ruin: bytes) -> None:
    isolint("check")
    forget_results()
    for segment in default_folder(Path.cwd()).glob("facts-*.pack"):
        segment.write_bytes(ruin)
    assert isolint("check", "--format", "concise").codes == ["ISO202"]


def test_segment_with_a_ruined_end_is_not_believed() -> None:
    isolint("check")
    forget_results()
    for segment in default_folder(Path.cwd()).glob("facts-*.pack"):
        segment.write_bytes(segment.read_bytes()[:-20] + bytes(20))
    assert isolint("check", "--format", "concise").codes == ["ISO202"]


def test_bodies_are_not_made_of_a_file_that_has_changed_since(monkeypatch: pytest.MonkeyPatch) -> None:
    isolint("check")
    forget_results()
    for segment in default_folder(Path.cwd()).glob("facts-*.pack"):
        segment.write_bytes(segment.read_bytes()[:-20] + bytes(20))

    def slowly(*arguments: Any) -> object:
        Path("leak.py").write_text(CLEAN, encoding="utf-8")
        return result_of(*arguments)

    monkeypatch.setattr("isolint.engine.completing.result_of", slowly)
    ran = isolint("check")
    assert (ran.status, ran.err) == (
        2,
        "isolint: error: leak.py: it changed during the run, which has to be begun again\n",
    )
    assert isolint("check").status == 0


def test_a_manifest_that_would_be_the_same_is_left_alone() -> None:
    past = time.time() - 60
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(cache, "RACY", 0)
        isolint("check")
        manifest = default_folder(Path.cwd()) / "manifest"
        os.utime(manifest, (past, past))
        isolint("check")
        assert manifest.stat().st_mtime == pytest.approx(past)
        Path("more.py").touch()
        isolint("check")
        assert manifest.stat().st_mtime > past + 30


def test_segments_that_are_gone_are_made_again() -> None:
    isolint("check")
    forget_results()
    for segment in default_folder(Path.cwd()).glob("facts-*.pack"):
        segment.unlink()
    assert isolint("check", "--format", "concise").codes == ["ISO202"]


def test_where_no_cache_can_be_kept_none_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert isolint("check", "--format", "concise").codes == ["ISO202"]
