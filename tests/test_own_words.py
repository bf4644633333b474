"""A project adds words of its own, and says where which rules are wanted."""

import json
from pathlib import Path

import pytest

from cli_runs import LEAK, isolint, project

REGISTRY = """\
from fastapi import FastAPI

app = FastAPI()


class Toolbox:
    def __init__(self):
        self.held = {}

    def hand_out(self, name):
        return self.held[name]


toolbox = Toolbox()
"""
ASKED = """\
from shop import app, toolbox


@app.get("/saw")
def saw():
    return toolbox.hand_out("saw")
"""
ROW = 'registry = [{ path = "*.Toolbox()", methods = ["hand_out"] }]\n'


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return project(tmp_path / "shop", {"isolint.toml": "", "shop.py": REGISTRY, "saws.py": ASKED}, monkeypatch)


@pytest.mark.usefixtures("shop")
def test_row_of_the_configuration() -> None:
    assert isolint("check").status == 0
    Path("isolint.toml").write_text(f"[vocabulary]\n{ROW}", encoding="utf-8")
    assert isolint("check", "--format", "concise").codes == ["ISO101"]


@pytest.mark.usefixtures("shop")
def test_pack_of_the_project() -> None:
    Path("isolint.toml").write_text('packs = ["tools.toml"]\n', encoding="utf-8")
    missing = isolint("check")
    assert (missing.status, missing.err.count("\n")) == (2, 1)
    assert "tools.toml" in missing.err
    Path("tools.toml").write_text(f'name = "tools"\nloads-when = ["never"]\n[vocabulary]\n{ROW}', encoding="utf-8")
    assert isolint("check", "--format", "concise").codes == ["ISO101"]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('packs = ["fastapy"]', "did you mean 'fastapi'?"),
        ("[vocabulary]\nregistri = []", "did you mean 'registry'?"),
        ('[vocabulary]\nregistry = [{ pat = "x" }]', "did you mean 'path'?"),
        ('[vocabulary]\nregistry = "x"', "expected a list"),
    ],
)
def test_misspelt_word_is_told_in_one_line(text: str, told: str) -> None:
    Path("isolint.toml").write_text(text, encoding="utf-8")
    ran = isolint("check")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert told in ran.err


def test_folders_and_files_choose_what_they_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"isolint.toml": "", "old/leak.py": LEAK, "old/new/leak.py": LEAK, "leak.py": LEAK}
    project(tmp_path / "shop", files, monkeypatch)
    assert len(isolint("check", "--format", "concise").codes) == 3
    chosen = '[per-file-ignores]\n"old/" = ["global-session"]\n[severity]\nISO2 = "note"\n'
    Path("isolint.toml").write_text(chosen, encoding="utf-8")
    ran = isolint("check", "--format", "json")
    assert [(each["path"], each["severity"]) for each in json.loads(ran.out)["findings"]] == [("leak.py", "note")]
