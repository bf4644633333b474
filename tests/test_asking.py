"""Rules asked by two processes answer as rules asked by one."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from isolint.checks import CHECKS, Check, Match
from isolint.config import load
from isolint.engine import Outcome, Request, asking, check, linked
from isolint.program import Program
from isolint.program import program as asked_about
from isolint.rules import catalogue

LEAKY = Path(__file__).parents[1] / "examples" / "leaky"


def outcome(jobs: int) -> Outcome:
    config = load([LEAKY], cwd=LEAKY, root=LEAKY)
    return check(config, Request(cache=False, jobs=jobs, cwd=LEAKY))


def test_two_processes_answer_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = outcome(jobs=1).report
    monkeypatch.setattr(asking, "LARGE", 1)
    assert outcome(jobs=2).report == alone
    assert len({each.code for each in alone.findings}) > 3


def test_files_asked_about_one_by_one_answer_as_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever checks find out once must not depend on which files are asked about."""
    config = load([LEAKY], cwd=LEAKY, root=LEAKY)
    checks = [check for rule in catalogue().values() if (check := rule.check)]
    with linked(config, Request(cache=False, jobs=1, cwd=LEAKY)) as program:
        with monkeypatch.context() as patch:
            patch.setattr(asked_about, "FEW", 0)
            whole = Counter(repr(match) for check in checks for match in check.ask(program))
        assert Counter(repr(match) for check in checks for match in check.ask(program)) == whole
        parts = [replace(program, asked=(number,)) for number in program.asked]
        assert Counter(repr(match) for check in checks for part in parts for match in check.ask(part)) == whole
    assert len(whole) > 3


def test_what_the_other_process_does_not_answer_is_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = outcome(jobs=1).report
    monkeypatch.setattr(asking, "LARGE", 1)
    here, kept = os.getpid(), CHECKS["kept"]
    ask = kept.ask

    def dies_elsewhere(self: Check, program: Program) -> Iterator[Match]:
        if os.getpid() != here:
            os._exit(1)
        return ask(self, program)

    monkeypatch.setattr(kept, "ask", dies_elsewhere)
    assert outcome(jobs=2).report == alone


def test_an_answer_that_is_cut_short_is_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process may be killed in the middle of telling."""
    alone = outcome(jobs=1).report
    monkeypatch.setattr(asking, "LARGE", 1)

    def cut(_receiver: object) -> object:
        raise OSError("got end of file during message")

    monkeypatch.setattr("multiprocessing.connection.Connection.recv", cut)
    monkeypatch.setattr("isolint.engine.lowering.ALONE", 1000)
    assert outcome(jobs=2).report == alone
