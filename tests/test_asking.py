"""Rules asked by two processes answer as rules asked by one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from isolint.checks import CHECKS, Check, Match
from isolint.config import load
from isolint.engine import Outcome, Request, asking, check
from isolint.program import Program

LEAKY = Path(__file__).parents[1] / "examples" / "leaky"


def outcome(jobs: int) -> Outcome:
    config = load([LEAKY], cwd=LEAKY, root=LEAKY)
    return check(config, Request(cache=False, jobs=jobs, cwd=LEAKY))


def test_two_processes_answer_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = outcome(jobs=1).report
    monkeypatch.setattr(asking, "LARGE", 1)
    assert outcome(jobs=2).report == alone
    assert len({each.code for each in alone.findings}) > 3


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
