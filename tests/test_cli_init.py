import json
import os
import sys
from pathlib import Path

import pytest

from cli_runs import CLEAN, isolint, project
from isolint.config import load

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TENANCY = """from dataclasses import dataclass


@dataclass
class ShopContext:
    tenant_id: str
    user_id: str


def charge(context: ShopContext): ...
def refund(context: ShopContext): ...
"""
PYPROJECT = b'\xef\xbb\xbf[project]  # ours\r\nname = "shop"\r\n\r\n[tool.ruff]\r\nline-length = 100'
"""With a byte order mark, foreign line ends, a comment and no end of its last line."""

ROWS = {"context": ["shop.tenancy.ShopContext()"]}


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {"shop/tenancy.py": TENANCY, "shop/db.py": CLEAN}
    return project(tmp_path / "root", {**files, ".git/HEAD": ""}, monkeypatch)


def test_without_any_configuration_a_file_is_written_that_loads(shop: Path) -> None:
    ran = isolint("init")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nWritten to isolint.toml.\n")
    assert "shop.tenancy.ShopContext()\n      shop/tenancy.py:5  holds tenant_id, user_id\n" in ran.out
    assert load([], cwd=shop).vocabulary == ROWS
    assert "# shop/tenancy.py:5: holds tenant_id, user_id\n" in Path("isolint.toml").read_text(encoding="utf-8")
    assert isolint("check").status == 0


def test_pyproject_gets_the_table_at_its_end_and_keeps_every_byte(shop: Path) -> None:
    Path("pyproject.toml").write_bytes(PYPROJECT)
    assert isolint("init").out.endswith("\nWritten to pyproject.toml.\n")
    content = Path("pyproject.toml").read_bytes()
    assert content.startswith(PYPROJECT + b"\r\n\r\n#")
    assert content.count(b"\n") == content.count(b"\r\n")
    data = tomllib.loads(content.decode("utf-8-sig"))
    assert data == {
        "project": {"name": "shop"},
        "tool": {"ruff": {"line-length": 100}, "isolint": {"vocabulary": ROWS}},
    }
    assert load([], cwd=shop).vocabulary == ROWS
    assert not Path("isolint.toml").exists()


def test_a_second_run_finds_nothing_new() -> None:
    isolint("init")
    before = Path("isolint.toml").read_bytes()
    again = isolint("init")
    assert again.status == 0
    assert "context: 0 proposed, 1 known\n  known by project: ShopContext\n" in again.out
    assert again.out.endswith("\nNothing is written: nothing was found that isolint does not know.\n")
    assert Path("isolint.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["isolint.toml", ".isolint.toml", "pyproject.toml"])
def test_a_configuration_that_is_there_is_left_as_it_is(name: str) -> None:
    text = "[tool.isolint]\nstrict = true\n" if name == "pyproject.toml" else "strict = true\n"
    Path(name).write_text(text, encoding="utf-8")
    ran = isolint("init")
    assert ran.status == 0
    assert "shop.tenancy.ShopContext()" in ran.out
    assert ran.out.endswith(f"\n{name} is left as it is; `isolint init --write` adds what is proposed.\n")
    assert Path(name).read_text(encoding="utf-8") == text
    assert isolint("init", "--write").out.endswith(f"\nWritten to {name}.\n")
    assert Path(name).read_text(encoding="utf-8").startswith(text + "\n[")
    assert (load([], cwd=Path.cwd()).vocabulary, load([], cwd=Path.cwd()).choices[0].strict) == (ROWS, True)


def test_rows_of_the_projects_own_are_never_touched() -> None:
    text = '[vocabulary]\nregistry = ["shop.Registry"]\n'
    Path("isolint.toml").write_text(text, encoding="utf-8")
    ran = isolint("init", "--write")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "isolint: error: isolint.toml: vocabulary: is there already; add to it by hand what is new\n"
    assert Path("isolint.toml").read_text(encoding="utf-8") == text


def test_a_dry_run_shows_what_would_be_written_and_writes_nothing() -> None:
    ran = isolint("init", "--dry-run")
    shown = ran.out.partition("isolint.toml would end with:\n\n")[2]
    assert not Path("isolint.toml").exists()
    isolint("init")
    assert Path("isolint.toml").read_text(encoding="utf-8") == shown


def test_a_program_gets_an_object() -> None:
    told = json.loads(isolint("init", "--format", "json", "--dry-run").out)
    assert (told["file"], told["written"]) == ("isolint.toml", False)
    assert told["proposals"] == [
        {
            "kind": "context",
            "names": ["shop.tenancy.ShopContext()"],
            "path": "shop/tenancy.py",
            "line": 5,
            "reason": "holds tenant_id, user_id",
            "known-by": None,
        }
    ]
    assert json.loads(isolint("init", "--format", "json").out)["written"] is True


def test_a_file_that_cannot_be_added_to_is_an_error_and_keeps_its_bytes() -> None:
    for text, fault in {
        "[project\n": "pyproject.toml: Expected ']' at the end of a table declaration",
        'tool = { ruff = { line-length = 100 } }\n[project]\nname = "shop"\n': "pyproject.toml: ",
    }.items():
        Path("pyproject.toml").write_text(text, encoding="utf-8")
        ran = isolint("init")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"isolint: error: {fault}")
        assert ran.err.count("\n") == 1
        assert Path("pyproject.toml").read_text(encoding="utf-8") == text


def test_a_write_that_fails_leaves_no_trace(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pyproject.toml").write_bytes(PYPROJECT)
    before = sorted(os.listdir(shop))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = isolint("init")
    assert (ran.status, ran.err) == (2, "isolint: error: pyproject.toml: cannot be written: no space left on device\n")
    assert Path("pyproject.toml").read_bytes() == PYPROJECT
    assert sorted(os.listdir(shop)) == before


def test_a_link_stays_a_link_and_a_mode_its_mode(shop: Path) -> None:
    real = shop / "real.toml"
    real.write_bytes(PYPROJECT)
    real.chmod(0o640)
    Path("pyproject.toml").symlink_to(real)
    isolint("init")
    assert Path("pyproject.toml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert b"[tool.isolint]" in real.read_bytes()


def test_where_nothing_is_found_nothing_is_written(shop: Path) -> None:
    (shop / "shop/tenancy.py").unlink()
    ran = isolint("init")
    assert ran.status == 0
    assert ran.out.startswith("Nothing found for context, context-name,")
    assert not Path("isolint.toml").exists()


def test_the_output_fits_a_terminal(shop: Path) -> None:
    deep = shop / "shop/some_rather_deep_folder/with_another_one_in_it/and_yet_another_one/tenancy.py"
    deep.parent.mkdir(parents=True)
    deep.write_text(TENANCY.replace("ShopContext", "RatherLongNameOfAnExecutionContext"), encoding="utf-8")
    out = isolint("init", "--dry-run").out.partition("would end with:")[0]
    assert "RatherLongNameOfAnExecutionContext" in out
    assert max(map(len, out.splitlines())) <= 80


def test_another_folder_may_be_the_root(shop: Path) -> None:
    assert isolint("init", "--root", "shop").out.endswith("\nWritten to isolint.toml.\n")
    assert (shop / "shop/isolint.toml").exists()
    assert not (shop / "isolint.toml").exists()
