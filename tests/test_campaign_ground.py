"""What a run of fixes keeps beside the code is trusted no further than it goes, and never lost in silence."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from isolint.campaign.ground import occupied
from isolint.campaign.journal import Journal
from isolint.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "project" / "journal"
    made.mkdir(parents=True)
    return made


@pytest.mark.parametrize("index", ["{", '["a.py"]', '[{"path": "a.py"}]', "7"])
def test_a_journal_that_cannot_be_read_is_told_and_kept(folder: Path, index: str) -> None:
    (folder / "0.before").write_bytes(b"old\n")
    (folder / "index.json").write_text(index, encoding="utf-8")
    with pytest.raises(UsageError, match=r"index\.json: cannot be read, so what a run that was cut short"):
        Journal(folder, folder.parent).recover()
    assert (folder / "0.before").read_bytes() == b"old\n"


@pytest.mark.parametrize("absolute", [False, True])
def test_a_journal_leads_to_no_file_outside(folder: Path, *, absolute: bool) -> None:
    outside = folder.parent.parent / "a.py"
    outside.write_bytes(b"mine\n")
    row = {"path": str(outside) if absolute else "../a.py", "after": sha256(b"mine\n").hexdigest()}
    (folder / "0.before").write_bytes(b"theirs\n")
    (folder / "index.json").write_text(json.dumps([row]), encoding="utf-8")
    with pytest.raises(UsageError, match="is not put back"):
        Journal(folder, folder.parent).recover()
    assert outside.read_bytes() == b"mine\n"


def test_what_cannot_be_put_back_is_kept(folder: Path) -> None:
    (folder.parent / "a.py").write_bytes(b"new\n")
    journal = Journal(folder, folder.parent)
    journal.open({"a.py": b"old\n"}, {"a.py": b"new\n"})
    (folder / "0.before").rename(folder / "aside")
    with pytest.raises(UsageError, match=r"0\.before: cannot be put back: no such file"):
        journal.recover()
    assert (folder / "index.json").exists()


def test_a_link_in_the_place_of_the_ground_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "a.py").write_bytes(b"mine\n")
    (tmp_path / ".isolint-fix").mkdir()
    (tmp_path / ".isolint-fix" / "new").symlink_to(tmp_path / "others")
    with pytest.raises(UsageError, match="is a link"), occupied(tmp_path):
        pass
    assert (tmp_path / "others" / "a.py").exists()


def test_a_file_in_the_place_of_the_ground_is_told(tmp_path: Path) -> None:
    (tmp_path / ".isolint-fix").write_bytes(b"")
    with pytest.raises(UsageError, match=r"\.isolint-fix: cannot be written: file exists"), occupied(tmp_path):
        pass


def test_what_fails_on_the_ground_is_not_the_grounds_fault(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), occupied(tmp_path):
        raise PermissionError
