"""What stands beside a finding."""

from pathlib import Path

from isolint.config import load
from isolint.engine import Request, check


def test_a_wide_fixture_tells_a_few_of_the_tests_that_change_it(tmp_path: Path) -> None:
    tests = [f"def test_{name}(rows):\n    rows.append(1)\n    assert rows\n" for name in "abcde"]
    made = 'import pytest\n\n\n@pytest.fixture(scope="module")\ndef rows():\n    return []\n'
    (tmp_path / "test_rows.py").write_text("\n\n".join([made, *tests]), encoding="utf-8")
    config = load([], cwd=tmp_path, root=tmp_path)
    [finding] = [f for f in check(config, Request(cache=False, jobs=1)).report.findings if f.code == "ISO502"]
    assert [step.message for step in finding.related] == [f"`test_{name}` changes it" for name in "abc"]
