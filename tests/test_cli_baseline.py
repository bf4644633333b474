import json
from pathlib import Path

import pytest

from cli_runs import CLEAN, LEAK, isolint, project

RECORD = Path(".isolint-baseline.json")


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return project(tmp_path / "shop", {"isolint.toml": "", "db.py": LEAK}, monkeypatch)


def test_what_is_recorded_is_not_shown_again_and_what_is_new_is() -> None:
    recorded = isolint("baseline")
    assert (recorded.status, recorded.out) == (0, "Recorded 1 finding in .isolint-baseline.json.\n")
    assert isolint("check").status == 0
    Path("new.py").write_text(LEAK, encoding="utf-8")
    ran = isolint("check", "--format", "concise")
    assert ran.status == 1
    assert ran.out.startswith("new.py:3:")
    assert ran.out.count("ISO202") == 1


def test_the_baseline_can_be_left_out() -> None:
    isolint("baseline")
    assert isolint("check", "--no-baseline", "--format", "concise").codes == ["ISO202"]


def test_a_second_record_replaces_the_first() -> None:
    isolint("baseline")
    Path("new.py").write_text(LEAK, encoding="utf-8")
    assert "Recorded 2 findings" in isolint("baseline").out
    Path("new.py").write_text(CLEAN, encoding="utf-8")
    assert "Recorded 1 finding " in isolint("baseline").out
    assert list(json.loads(RECORD.read_text(encoding="utf-8"))["findings"]) == ["db.py"]


def test_what_was_mended_is_noted_and_an_error_only_where_the_baseline_is_locked() -> None:
    isolint("baseline")
    assert isolint("check", "--locked").status == 0
    Path("db.py").write_text(CLEAN, encoding="utf-8")
    noted = isolint("check")
    assert noted.status == 0
    assert "db.py: stale in the baseline: ISO202" in noted.err
    locked = isolint("check", "--locked")
    assert locked.status == 1
    assert "`isolint baseline` renews it" in locked.err
    assert isolint("check", "--locked", "--exit-zero").status == 0


def test_a_file_that_is_gone_leaves_its_entries_stale() -> None:
    Path("gone.py").write_text(LEAK.replace("session =", "other ="), encoding="utf-8")
    isolint("baseline")
    Path("gone.py").unlink()
    assert isolint("check", "--locked").status == 1


def test_a_locked_run_over_some_files_says_nothing_about_others() -> None:
    Path("good.py").write_text(CLEAN, encoding="utf-8")
    isolint("baseline")
    Path("db.py").write_text(CLEAN, encoding="utf-8")
    assert isolint("check", "good.py", "--locked").status == 0


def test_a_locked_run_without_a_baseline_has_nothing_to_complain_of() -> None:
    Path("db.py").write_text(CLEAN, encoding="utf-8")
    assert isolint("check", "--locked").status == 0


def test_what_a_run_notes_is_noted_here_too() -> None:
    Path("web.py").write_text("import fastapi\n", encoding="utf-8")
    assert "isolint: note: no entry point was found" in isolint("baseline").err


def test_only_what_would_be_shown_is_recorded() -> None:
    assert "Recorded 0 findings" in isolint("baseline", "--ignore", "ISO202").out


def test_a_broken_baseline_is_misuse() -> None:
    RECORD.write_text("{", encoding="utf-8")
    ran = isolint("check")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert RECORD.name in ran.err
