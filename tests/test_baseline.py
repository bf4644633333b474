"""What a baseline records, what it lets pass, and how it refuses a broken file."""

import json
from pathlib import Path

import pytest

from isolint.baseline import Baseline, Entry, read, split, write
from isolint.errors import UsageError
from isolint.finding import Finding

MARK, OTHER = "0123456789abcdef", "fedcba9876543210"


def finding(path: str, mark: str = MARK, *, line: int = 1, code: str = "ISO103", message: str = "leaks") -> Finding:
    return Finding(
        code=code, name="x", severity="error", confidence="high", path=path, line=line, column=1, end_line=line,
        end_column=2, message=message, symbol="", place="", fingerprint=mark,
    )  # fmt: skip


def recorded(**counts: int) -> Baseline:
    """MARK recorded in files of these names so many times."""
    return Baseline({f"{name}.py": {MARK: Entry("ISO103", count, "leaks")} for name, count in counts.items()})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".isolint-baseline.json"


def test_what_is_written_is_read_again(file: Path) -> None:
    write(file, [finding("a.py"), finding("a.py", line=9), finding("b/c.py", OTHER, message='says "é"\n')])
    assert read(file) == Baseline(
        {"a.py": {MARK: Entry("ISO103", 2, "leaks")}, "b/c.py": {OTHER: Entry("ISO103", 1, 'says "é"\n')}}
    )


def test_the_file_is_made_for_diffs(file: Path) -> None:
    write(file, [finding("b.py"), finding("a.py", MARK, code="ISO201"), finding("a.py", OTHER, code="ISO103")])
    assert (
        file.read_text("utf-8")
        == """\
{
  "version": 1,
  "findings": {
    "a.py": {
      "fedcba9876543210": {"code": "ISO103", "count": 1, "message": "leaks"},
      "0123456789abcdef": {"code": "ISO201", "count": 1, "message": "leaks"}
    },
    "b.py": {
      "0123456789abcdef": {"code": "ISO103", "count": 1, "message": "leaks"}
    }
  }
}
"""
    )


def test_neither_order_nor_lines_change_the_file(file: Path, tmp_path: Path) -> None:
    findings = [finding("a.py", message="one"), finding("a.py", message="two"), finding("b.py", OTHER)]
    other = tmp_path / "other.json"
    write(file, findings)
    write(other, [finding(each.path, each.fingerprint, line=70, message=each.message) for each in reversed(findings)])
    assert file.read_bytes() == other.read_bytes()


def test_nothing_found_is_a_baseline_too(file: Path) -> None:
    write(file, [])
    assert json.loads(file.read_text("utf-8")) == {"version": 1, "findings": {}}
    assert read(file) == Baseline()


def test_names_that_no_encoding_fits_survive(file: Path) -> None:
    write(file, [finding("caf\udce9.py")])
    assert list(read(file).entries) == ["caf\udce9.py"]


def test_writing_leaves_one_file_follows_a_link_and_keeps_the_usual_mode(tmp_path: Path) -> None:
    real, link, plain = tmp_path / "real.json", tmp_path / "link.json", tmp_path / "plain.json"
    plain.touch()
    link.symlink_to(real)
    write(link, [finding("a.py")])
    assert link.is_symlink()
    assert read(real) == recorded(a=1)
    assert real.stat().st_mode == plain.stat().st_mode
    assert {each.name for each in tmp_path.iterdir()} == {"real.json", "link.json", "plain.json"}


def test_a_failed_write_keeps_the_old_file_and_tells_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "folder.json"
    folder.mkdir()
    for path in (folder, tmp_path / "missing" / "baseline.json"):
        with pytest.raises(UsageError, match="cannot be written") as caught:
            write(path, [])
        assert str(caught.value).startswith(str(path))
    assert list(tmp_path.iterdir()) == [folder]


def test_known_findings_pass_wherever_they_moved_in_their_file() -> None:
    moved, fresh = finding("a.py", line=90), finding("a.py", OTHER)
    result = split([moved, fresh], recorded(a=1), {"a.py"}, {"ISO103"})
    assert (result.new, result.known, result.stale) == ((fresh,), (moved,), ())


def test_one_more_of_the_same_is_new() -> None:
    findings = [finding("a.py", line=line) for line in (1, 2, 3)]
    result = split(findings, recorded(a=2), {"a.py"}, {"ISO103"})
    assert (result.new, result.known) == ((findings[2],), (findings[0], findings[1]))


def test_a_renamed_file_keeps_its_baseline() -> None:
    result = split([finding("new.py"), finding("new.py")], recorded(old=2), {"new.py", "old.py"}, {"ISO103"})
    assert (result.new, len(result.known), result.stale) == ((), 2, ())


def test_a_copied_file_does_not() -> None:
    copy = finding("copy.py")
    assert split([copy, finding("old.py")], recorded(old=1), {"copy.py", "old.py"}, {"ISO103"}).new == (copy,)
    assert split([copy, finding("old.py")], recorded(old=2), {"copy.py", "old.py"}, {"ISO103"}).new == (copy,)


def test_a_file_that_was_not_looked_at_has_lost_nothing() -> None:
    copy = finding("copy.py")
    result = split([copy], recorded(old=1), {"copy.py"}, {"ISO103"})
    assert (result.new, result.stale) == ((copy,), ())


def test_one_lost_finding_stands_for_one_elsewhere() -> None:
    result = split([finding("new.py", line=1), finding("newer.py", line=2)], recorded(old=1), {"old.py"}, {"ISO103"})
    assert (len(result.known), len(result.new)) == (1, 1)


def test_what_is_recorded_and_gone_is_told_in_one_line_each() -> None:
    baseline = Baseline({"a.py": {MARK: Entry("ISO103", 3, "leaks\nbadly"), OTHER: Entry("ISO201", 1, "shares")}})
    result = split([finding("a.py")], baseline, {"a.py"}, {"ISO103", "ISO201"})
    assert result.stale == (
        "a.py: stale in the baseline: ISO103, 2 of 3: leaks badly",
        "a.py: stale in the baseline: ISO201, 1 of 1: shares",
    )


def test_what_did_not_run_is_not_stale() -> None:
    assert split([], recorded(a=1), {"a.py"}, {"ISO201"}).stale == ()


ENTRY = '{"code": "ISO103", "count": 1, "message": "m"}'
BROKEN = [
    ("", "line 1: expected a baseline in JSON"),
    ('{\n<<<<<<< HEAD\n"version": 1}', "line 2: expected a baseline in JSON"),
    ("[" * 100_000, "expected a baseline in JSON"),
    ('{"version": ' + "9" * 5_000 + "}", "expected a baseline in JSON"),
    ("[]", "the file: expected an object, found []"),
    ("{}", "the file: expected the key `version`, found none"),
    ('{"version": 2, "findings": {}}', "version: expected 1, found 2"),
    ('{"version": true, "findings": {}}', "version: expected 1, found true"),
    ('{"version": 1, "finding": {}}', "the file: `finding` is unknown, did you mean 'findings'?"),
    ('{"version": 1, "findings": []}', "findings: expected an object, found []"),
    ('{"version": 1, "findings": {"a.py": 3}}', "findings.a.py: expected an object, found 3"),
    ('{"version": 1, "findings": {"a.py": {"ab": 1}}}', "findings.a.py.ab: expected an object, found 1"),
    ('{"version": 1, "findings": {"a.py": {}, "a.py": {}}}', "a.py: expected once, found 2 times"),
    (f'{{"version": 1, "findings": {{"a.py": {{"ab": {ENTRY.replace("1", "0", 2)}}}}}}}', "ab.count: expected a whole"),
    (f'{{"version": 1, "findings": {{"a.py": {{"ab": {ENTRY.replace(": 1", ": true")}}}}}}}', "found true"),
    (f'{{"version": 1, "findings": {{"a.py": {{"ab": {ENTRY.replace(": 1", ": 1.5")}}}}}}}', "found 1.5"),
    (f'{{"version": 1, "findings": {{"a.py": {{"ab": {ENTRY.replace("count", "cuont")}}}}}}}', "did you mean 'count'?"),
    (
        '{"version": 1, "findings": {"a.py": {"ab": {"code": 1, "count": 1, "message": ""}}}}',
        "findings.a.py.ab.code: expected text, found 1",
    ),
    (
        '{"version": 1, "findings": {"a.py": {"ab": {"code": "ISO103", "count": 1, "message": null}}}}',
        "findings.a.py.ab.message: expected text, found null",
    ),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_a_broken_file_is_told_in_one_line(file: Path, text: str, message: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        read(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_missing_or_not_utf8_is_refused(file: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: no such file"):
        read(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="expected a baseline in JSON"):
        read(file)


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_text('\ufeff{"version": 1, "findings": {}}', "utf-8")
    assert read(file) == Baseline()
