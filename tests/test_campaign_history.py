"""What is on record stays on record, and what is no record is told with its line."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from isolint.campaign.history import append, read
from isolint.campaign.numbers import Numbers
from isolint.campaign.run import Run
from isolint.errors import UsageError

RUN = Run(
    when="2026-03-05T12:00:00+00:00",
    what="fix",
    version="0.1.0",
    totals=Numbers(findings=7, safe=2, files=10, clean=8, repaired=3, left=1),
    asked="0123456789ab",
    areas={"app\n<b>": Numbers(findings=7, files=10, clean=8, repaired=3, left=1)},
    rules={"ISO202": Numbers(findings=7, files=10, clean=8, repaired=3, left=1)},
    reasons={"a comment is in the way": 1},
    put_back={"web": "`pytest` ended with status 1"},
)


class TestHistory:
    def test_runs_are_read_as_they_were_put_there(self, tmp_path: Path) -> None:
        path = tmp_path / "history.jsonl"
        later = replace(RUN, when="2026-03-06T12:00:00+00:00", what="report", given=("app",))
        append(path, RUN)
        first = path.read_bytes()
        append(path, later)
        assert read(path) == (RUN, later)
        assert path.read_bytes().startswith(first)
        assert path.read_bytes().count(b"\n") == 2
        assert [each.name for each in tmp_path.iterdir()] == ["history.jsonl"]

    def test_without_a_file_there_are_none(self, tmp_path: Path) -> None:
        assert read(tmp_path / "history.jsonl") == ()

    def test_a_last_line_without_its_end_gets_one(self, tmp_path: Path) -> None:
        path = tmp_path / "history.jsonl"
        append(path, RUN)
        path.write_bytes(path.read_bytes().rstrip(b"\n"))
        append(path, RUN)
        assert read(path) == (RUN, RUN)

    def test_a_later_version_may_count_more_and_an_earlier_one_less(self, tmp_path: Path) -> None:
        path = tmp_path / "history.jsonl"
        totals = {"findings": 3, "files": 9, "moons": 2}
        line = {"when": "2026-03-05T13:00:00+01:00", "what": "report", "version": "0.0.9", "totals": totals}
        path.write_text(json.dumps(line) + "\n", encoding="utf-8")
        [run] = read(path)
        assert (run.when, run.totals) == ("2026-03-05T12:00:00+00:00", Numbers(findings=3, files=9))

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"when": "yesterday"}, "when: expected a time such as 2026-01-31T12:00:00+00:00"),
            ({"when": "2026-03-05T12:00:00"}, "when: expected a time such as 2026-01-31T12:00:00+00:00"),
            ({"what": "check"}, "what: expected one of fix, report"),
            ({"what": ["fix"]}, "what: expected one of fix, report"),
            ({"version": 1}, "version: expected text"),
            ({"totals": 7}, "totals: expected an object"),
            ({"totals": {"findings": -1}}, "totals.findings: expected a whole number from 0 on"),
            ({"totals": {"findings": True}}, "totals.findings: expected a whole number from 0 on"),
            ({"areas": []}, "areas: expected an object"),
            ({"areas": {"app": {"files": "9"}}}, "areas.app.files: expected a whole number from 0 on"),
            ({"given": "app"}, "given: expected a list"),
            ({"given": [1]}, "given: expected text"),
        ],
    )
    def test_a_line_that_is_no_run_is_told_with_its_number(
        self, tmp_path: Path, change: dict[str, Any], said: str
    ) -> None:
        path = tmp_path / "history.jsonl"
        append(path, RUN)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({**asdict(RUN), **change}) + "\n")
        before = path.read_bytes()
        for use in (read, lambda path: append(path, RUN)):
            with pytest.raises(UsageError) as told:
                use(path)
            assert str(told.value) == f"{path}: line 2: {said}"
        assert path.read_bytes() == before

    @pytest.mark.parametrize("line", ["<<<<<<< HEAD", "[]", "{}", "[" * 100_000, '{"when": NaN}'])
    def test_what_is_no_json_of_a_run_is_told_too(self, tmp_path: Path, line: str) -> None:
        path = tmp_path / "history.jsonl"
        path.write_text(f"\n{line}\n", encoding="utf-8")
        with pytest.raises(UsageError, match="line 2: ") as told:
            read(path)
        assert "\n" not in str(told.value)

    def test_bytes_that_are_no_text_are_told(self, tmp_path: Path) -> None:
        path = tmp_path / "history.jsonl"
        path.write_bytes(b"\n\n\xff\n")
        with pytest.raises(UsageError, match="line 3: expected UTF-8"):
            read(path)

    def test_a_folder_in_its_place_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="the history cannot be read"):
            read(tmp_path)
