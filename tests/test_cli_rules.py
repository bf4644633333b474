import json

import pytest

from cli_runs import isolint
from isolint.rules import catalogue

RULES = catalogue()


def test_every_rule_has_a_row() -> None:
    ran = isolint("rules")
    head, *rows = ran.out.splitlines()
    assert ran.status == 0
    assert head.split() == ["code", "name", "on", "severity", "fix", "summary"]
    assert [row.split(maxsplit=5) for row in rows] == [
        [rule.code, rule.name, rule.on, rule.severity, rule.fix.applicability if rule.fix else "-", rule.summary]
        for rule in RULES.values()
    ]


def test_programs_get_the_words_of_each_rule() -> None:
    told = json.loads(isolint("rules", "--format", "json").out)
    assert [each["code"] for each in told] == list(RULES)
    assert told[0]["url"] == next(iter(RULES.values())).url
    assert {"name", "on", "severity", "confidence", "summary", "why", "instead", "never"} <= told[0].keys()
    assert "check" not in told[0]
    assert {each["code"]: each["fix"] for each in told}["ISO002"] == {
        "applicability": "safe", "message": "remove the comment",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["ISO202", "iso202", "global-session"])
def test_a_rule_is_explained_by_code_or_name(word: str) -> None:
    ran = isolint("explain", word)
    told = " ".join(ran.out.split())
    rule = RULES["ISO202"]
    assert ran.status == 0
    assert ran.out.startswith("ISO202 global-session\n")
    for words in (rule.summary, rule.why, rule.instead, rule.never, rule.url, "CWE-488"):
        assert " ".join(words.split()) in told


def test_a_prefix_explains_all_that_begin_so_each_once() -> None:
    told = isolint("explain", "ISO2", "global-session").out.splitlines()
    assert [line for line in told if line.startswith("ISO2")] == [
        f"{rule.code} {rule.name}" for rule in RULES.values() if rule.code.startswith("ISO2")
    ]


def test_an_unknown_code_is_misuse_with_the_nearest_name() -> None:
    ran = isolint("explain", "global-sesion")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "isolint: error: explain: unknown code 'global-sesion', did you mean 'global-session'?\n"


def test_without_a_code_there_is_nothing_to_explain() -> None:
    ran = isolint("explain")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
