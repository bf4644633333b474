"""Every figure of a campaign is counted from what was found, what was fixed, and what is on record."""

from dataclasses import replace
from pathlib import Path

import pytest

from campaign_sample import CONFIG, STATE, Configure, configuring
from isolint.campaign.history import append, read
from isolint.campaign.numbers import Numbers
from isolint.campaign.outcome import Fixing, Left, PutBack, Repaired
from isolint.campaign.tally import run_of, state_of
from isolint.engine import Outcome
from isolint.finding import Fault, Finding, Fix
from report_sample import REPORT, RULES, lines


@pytest.fixture
def configure(tmp_path: Path) -> Configure:
    return configuring(tmp_path)


LEAKING = replace(next(finding for finding in REPORT.findings if finding.code == "ISO103"), fix=None)
SAFE, UNSAFE = Fix("safe", "pass it on"), Fix("unsafe", "pass it on")
FIXING = Fixing(
    repaired=(
        Repaired("ISO103", "app/orders.py", 3, "app", frozenset({"app/orders.py"})),
        Repaired("ISO204", "lib/a.py", 4, "lib", frozenset({"lib/a.py"})),
    ),
    left=(Left("ISO103", "app/orders.py", 9, "app", "a comment is in the way"),),
    put_back=(PutBack("web", ("app/web/a.py",), "pytest -q", "fails with the fixes", "1 failed"),),
    changed=("app/orders.py", "lib/a.py"),
)


def found(*findings: Finding, files: tuple[str, ...], lost: tuple[str, ...] = ()) -> Outcome:
    faults = tuple(Fault(path, "the worker died") for path in lost)
    report = replace(REPORT, findings=findings, files=len(files), faults=faults)
    return Outcome(report, RULES, lines, findings, files)


OUTCOME = found(
    replace(LEAKING, path="app/orders.py", fix=SAFE),
    replace(LEAKING, path="app/orders.py", line=9, fix=UNSAFE),
    replace(LEAKING, path="app/orders.py", line=12, code="ISO204", severity="warning"),
    replace(LEAKING, path="lib/a.py", code="ISO204", severity="error"),
    files=("app/orders.py", "app/users.py", "app/web/a.py", "lib/a.py", "lib/b.py", "lib/lost.py"),
    lost=("lib/lost.py",),
)


class TestState:
    def test_totals_and_shares_are_of_the_files_that_were_looked_at(self, configure: Configure) -> None:
        state = state_of(OUTCOME, configure(CONFIG))
        assert state.totals == Numbers(findings=4, safe=1, unsafe=1, files=5, clean=3)
        assert state.totals.compliance == 0.6

    def test_areas_have_what_is_theirs_and_stand_though_they_have_no_file(self, configure: Configure) -> None:
        state = state_of(OUTCOME, configure(CONFIG))
        told = {
            row.name: (row.owner, row.numbers.findings, row.numbers.files, row.numbers.clean) for row in state.areas
        }
        assert list(told) == ["app", "lib", "system", "web"]
        assert told == {
            "app": ("core", 3, 2, 1),
            "lib": ("", 1, 2, 1),
            "system": ("", 0, 0, 0),
            "web": ("platform", 0, 1, 1),
        }
        assert {row.name: row.numbers.compliance for row in state.areas}["system"] is None

    def test_rules_and_files_stand_with_the_most_findings_first(self, configure: Configure) -> None:
        state = state_of(OUTCOME, configure(CONFIG))
        assert [(row.code, row.severity, row.numbers.findings, row.numbers.affected) for row in state.rules] == [
            ("ISO103", "error", 2, 1),
            ("ISO204", "error", 2, 2),
        ]
        assert [(row.path, row.area, dict(row.codes)) for row in state.files] == [
            ("app/orders.py", "app", {"ISO103": 2, "ISO204": 1}),
            ("lib/a.py", "lib", {"ISO204": 1}),
        ]

    def test_what_was_fixed_just_now_and_before_is_told_apart(self, configure: Configure) -> None:
        config = configure(CONFIG)
        before = run_of(state_of(OUTCOME, config, fixing=FIXING), FIXING)
        between = run_of(state_of(OUTCOME, config))
        state = state_of(OUTCOME, config, fixing=FIXING, runs=(before, between))
        assert (state.last.repaired, state.last.left, state.last.runs) == (2, 1, 1)
        assert (state.recorded.repaired, state.recorded.left, state.recorded.runs) == (4, 2, 2)
        assert state.last.reasons == {"a comment is in the way": 1}
        assert state.recorded.reasons == {"a comment is in the way": 2}
        assert state.last.put_back == {"web": "`pytest -q` fails with the fixes"}
        assert {row.name: (row.numbers.repaired, row.repaired) for row in state.areas}["app"] == (1, 2)
        assert {row.code: (row.numbers.left, row.repaired) for row in state.rules}["ISO103"] == (1, 2)

    def test_a_report_alone_tells_of_the_last_fixes_on_record_and_records_none_itself(
        self, configure: Configure
    ) -> None:
        config = configure(CONFIG)
        before = run_of(state_of(OUTCOME, config, fixing=FIXING), FIXING)
        state = state_of(OUTCOME, config, runs=(before,))
        assert (state.last.repaired, state.recorded.repaired, state.totals.repaired) == (2, 2, 2)
        mine = run_of(state)
        assert (mine.what, mine.totals.repaired, mine.reasons) == ("report", 0, {})
        assert all(numbers.repaired == numbers.left == 0 for numbers in (*mine.areas.values(), *mine.rules.values()))

    def test_a_run_survives_its_record(self, configure: Configure, tmp_path: Path) -> None:
        run = run_of(state_of(OUTCOME, configure(CONFIG), fixing=FIXING, given=("app",)), FIXING)
        append(tmp_path / "history.jsonl", run)
        assert read(tmp_path / "history.jsonl") == (run,)

    def test_only_runs_about_the_same_paths_are_compared(self, configure: Configure) -> None:
        config = configure(CONFIG)
        runs = (run_of(state_of(OUTCOME, config)), run_of(state_of(OUTCOME, config, given=("lib",))))
        assert len(state_of(OUTCOME, config, runs=runs).trend) == 2
        assert len(state_of(OUTCOME, config, runs=runs, given=("lib",)).trend) == 2
        assert len(state_of(OUTCOME, config, runs=runs, given=("app",)).trend) == 1

    def test_a_run_that_asked_other_rules_stands_apart(self, configure: Configure) -> None:
        config = configure(CONFIG)
        fewer = replace(OUTCOME, rules={"ISO103": RULES["ISO103"], "ISO204": RULES["ISO204"]})
        runs = [run_of(state_of(fewer, config)), run_of(state_of(OUTCOME, config))]
        runs.append(replace(runs[-1], version="0.0.9"))
        assert [point.apart for point in state_of(OUTCOME, config, runs=runs).trend] == [False, True, True, True]

    def test_every_figure_says_how_it_was_counted(self) -> None:
        named = {"findings", "files", "safe", "unsafe", "repaired", "left"} | {"compliance", "area", "trend"}
        assert STATE.counted.keys() == named
        assert all(text.endswith(".") and text.count(". ") == 0 for text in STATE.counted.values())
