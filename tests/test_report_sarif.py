"""What code scanning gets is valid SARIF 2.1.0 and has all that GitHub requires or uses.

The limits and properties are those of
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from isolint import __version__
from isolint.finding import Edit, Finding, Fix, Report, Severity, Step
from isolint.report import SHOWN_BY_GITHUB, Style, render
from isolint.report.linehash import line_hashes
from isolint.rules import Rule
from report_sample import REPORT, RULES, lines

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0.json"
LEAK = next(finding for finding in REPORT.findings if finding.code == "ISO103")


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def log(report: Report, rules: dict[str, Rule] | None = None) -> Any:
    """The whole log; whatever a test asks for is valid."""
    whole = json.loads(render("sarif", report, rules or RULES, lines, Style()))
    assert [error.message for error in validator().iter_errors(whole)] == []
    return whole


def run(report: Report) -> Any:
    (only,) = log(report)["runs"]
    return only


def result(finding: Finding) -> Any:
    (only,) = run(Report(findings=(finding,)))["results"]
    return only


def regions(node: Any) -> list[Any]:
    """Every region, wherever it is."""
    match node:
        case {"region": region}:
            return [region]
        case dict():
            return [region for value in node.values() for region in regions(value)]
        case list():
            return [region for value in node for region in regions(value)]
    return []


def test_the_schema_would_notice_an_unknown_key() -> None:
    whole = log(REPORT)
    whole["runs"][0]["results"][0]["rule_id"] = "ISO103"
    assert not validator().is_valid(whole)


def test_the_log_says_which_standard_it_follows() -> None:
    whole = log(REPORT)
    assert whole["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    assert whole["version"] == "2.1.0"
    assert len(whole["runs"]) == 1


def test_a_clean_run_has_an_empty_list_of_results_and_its_rules() -> None:
    clean = run(Report(files=3))
    assert clean["results"] == []
    assert len(clean["tool"]["driver"]["rules"]) == len(RULES)


def test_the_tool_has_name_and_version() -> None:
    driver = run(REPORT)["tool"]["driver"]
    assert driver["name"] == "isolint"
    assert driver["semanticVersion"] == __version__
    assert driver["informationUri"].startswith("https://")


def test_every_rule_has_what_github_requires() -> None:
    for rule in run(REPORT)["tool"]["driver"]["rules"]:
        words = RULES[rule["id"]]
        assert rule["name"] == words.name
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        for form in ("text", "markdown"):
            assert words.why in rule["help"][form]
            assert words.instead in rule["help"][form]
            assert words.url in rule["help"][form]
        assert rule["defaultConfiguration"]["level"] == words.severity
        assert rule["properties"]["precision"] == words.confidence
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}


def test_a_long_consequence_is_cut_in_the_description_and_whole_in_the_help() -> None:
    long = replace(RULES["ISO103"], why="x" * 2000)
    (rule,) = log(Report(), {"ISO103": long})["runs"][0]["tool"]["driver"]["rules"]
    assert len(rule["fullDescription"]["text"]) == 1024
    assert "x" * 2000 in rule["help"]["text"]


def test_only_a_rule_with_a_security_severity_is_about_security() -> None:
    properties = {rule["id"]: rule["properties"] for rule in run(REPORT)["tool"]["driver"]["rules"]}
    assert properties["ISO103"]["security-severity"] == "7.5"
    assert properties["ISO103"]["tags"] == ["state", "security", "external/cwe/cwe-488", "external/cwe/cwe-079"]
    assert "security-severity" not in properties["ISO601"]
    assert properties["ISO601"]["tags"] == ["e2e"]


def test_a_rule_has_at_most_the_ten_tags_that_github_keeps() -> None:
    many = replace(RULES["ISO103"], cwe=tuple(range(1, 30)))
    (rule,) = log(Report(), {"ISO103": many})["runs"][0]["tool"]["driver"]["rules"]
    assert len(rule["properties"]["tags"]) == 10


def test_every_result_points_to_its_rule() -> None:
    only = run(REPORT)
    rules = only["tool"]["driver"]["rules"]
    assert [rules[it["ruleIndex"]]["id"] for it in only["results"]] == [it["ruleId"] for it in only["results"]]


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_severity_that_the_project_changed_is_always_written(severity: Severity) -> None:
    # A result without a level takes its rule's, here an error's.
    assert result(replace(LEAK, severity=severity))["level"] == severity


def test_a_result_has_one_location_with_a_whole_region() -> None:
    (location,) = result(LEAK)["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 16,
        "endLine": 5,
        "endColumn": 29,
    }


def test_every_region_is_whole() -> None:
    found = regions(run(REPORT)["results"])
    assert len(found) == 10
    assert all(region.keys() == {"startLine", "startColumn", "endLine", "endColumn"} for region in found)


def test_columns_are_counted_in_code_points() -> None:
    assert run(REPORT)["columnKind"] == "unicodeCodePoints"


def test_paths_are_relative_and_percent_encoded() -> None:
    only = run(REPORT)
    assert "uri" not in only["originalUriBaseIds"]["%SRCROOT%"]
    artifact = only["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "app/old%20report.py", "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize("path", ["c:d.py", "a%20b.py", "süß/#?.py", "[x].py"])
def test_a_strange_path_stays_a_relative_reference(path: str) -> None:
    uri = result(replace(LEAK, path=path))["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(":#?[] ")
    assert unquote(uri) == path


def test_a_name_that_is_no_text_keeps_its_bytes() -> None:
    uri = result(replace(LEAK, path="app/\udcff.py"))["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "app/%FF.py"


def test_the_line_is_recognised_in_later_analyses() -> None:
    prints = result(LEAK)["partialFingerprints"]
    assert prints == {
        "primaryLocationLineHash": line_hashes(lines("app/state.py"))[4],
        "isolint/v1": LEAK.fingerprint,
    }


def test_a_file_that_cannot_be_read_is_recognised_by_the_finding() -> None:
    (unreadable,) = (finding for finding in REPORT.findings if finding.code == "ISO001")
    prints = result(unreadable)["partialFingerprints"]
    assert prints["primaryLocationLineHash"] == f"{unreadable.fingerprint}:1"


def test_the_trace_is_a_path_in_the_result() -> None:
    (flow,) = result(LEAK)["codeFlows"]
    (thread,) = flow["threadFlows"]
    steps = [step["location"] for step in thread["locations"]]
    assert [step["message"]["text"] for step in steps] == [step.message for step in LEAK.trace]
    assert steps[1]["physicalLocation"]["region"] == {
        "startLine": 8,
        "startColumn": 5,
        "endLine": 8,
        "endColumn": 25,
    }


def test_without_trace_and_related_places_there_are_no_empty_lists() -> None:
    bare = result(replace(LEAK, trace=(), related=()))
    assert "codeFlows" not in bare
    assert "relatedLocations" not in bare
    assert bare["message"] == {"text": LEAK.message}


def test_related_places_are_linked_from_the_message() -> None:
    found = result(LEAK)
    assert found["message"]["text"] == f"{LEAK.message}. See [`CACHE` is read here](1), [bound here](2)."
    assert [place["id"] for place in found["relatedLocations"]] == [1, 2]
    assert found["relatedLocations"][1]["message"]["text"] == "bound here"


def test_code_in_a_message_is_no_link() -> None:
    related = (Step("app/api.py", 1, 1, "`TABLE[0]`"),)
    found = result(replace(LEAK, message="`HANDLERS[name](request)` and `CACHE[key]`", related=related))
    assert found["message"]["text"] == r"`HANDLERS\[name\](request)` and `CACHE[key]`. See [`TABLE\[0\]`](1)."


def test_related_places_stay_within_what_github_takes() -> None:
    many = tuple(Step("app/api.py", 1, 1, f"place {number}") for number in range(2000))
    found = result(replace(LEAK, related=many))
    assert len(found["relatedLocations"]) == 100
    assert found["message"]["text"].count("](") == 10


def test_the_category_is_isolint() -> None:
    assert run(REPORT)["automationDetails"]["id"] == "isolint/"


def test_a_file_that_was_given_up_on_makes_the_run_unsuccessful() -> None:
    (invocation,) = run(REPORT)["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "the worker ran out of memory"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "app/huge.py"
    assert run(Report())["invocations"] == [{"executionSuccessful": True}]


def test_a_run_says_what_it_saw() -> None:
    assert run(REPORT)["properties"] == {
        "files": 214,
        "entries": 14,
        "tests": 120,
        "unresolvedCalls": 0.21,
        "suppressed": 2,
    }


def order(count: int) -> Sequence[tuple[str, str]]:
    ranks: list[tuple[Severity, Any]] = [("note", "high"), ("error", "medium"), ("warning", "low"), ("error", "high")]
    findings = []
    for number in range(count):
        severity, confidence = ranks[number % len(ranks)]
        findings.append(replace(LEAK, severity=severity, confidence=confidence, line=number + 1, trace=(), related=()))
    whole = json.loads(render("sarif", Report(findings=tuple(findings)), RULES, lines, Style()))
    return [(it["level"], it["properties"]["confidence"]) for it in whole["runs"][0]["results"]]


def test_results_beyond_githubs_limit_are_ordered_by_severity_then_precision() -> None:
    assert order(4) == [("note", "high"), ("error", "medium"), ("warning", "low"), ("error", "high")]
    many = order(SHOWN_BY_GITHUB + 4)
    assert [many[0], many[1300], many[-1300], many[-1]] == [
        ("error", "high"),
        ("error", "medium"),
        ("warning", "low"),
        ("note", "high"),
    ]


def test_edits_are_replacements_file_by_file() -> None:
    edits = (
        Edit("app/a b.py", 3, 5, 3, 9, "name"),
        Edit("app/a b.py", 7, 1, 8, 1, ""),
        Edit("conftest.py", 1, 1, 1, 1, "x\n"),
    )
    fixed = replace(LEAK, fix=Fix("unsafe", "key it by user", edits=edits))
    (fix,) = log(Report(findings=(fixed,)))["runs"][0]["results"][0]["fixes"]
    first, second = fix["artifactChanges"]
    assert fix["description"]["text"] == "key it by user (unsafe)"
    assert (first["artifactLocation"]["uri"], second["artifactLocation"]["uri"]) == ("app/a%20b.py", "conftest.py")
    assert first["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
            "insertedContent": {"text": "name"},
        },
        {"deletedRegion": {"startLine": 7, "startColumn": 1, "endLine": 8, "endColumn": 1}},
    ]


def test_a_fix_without_edits_is_none() -> None:
    assert "fixes" not in log(Report(findings=(replace(LEAK, fix=Fix("safe", "mend it")),)))["runs"][0]["results"][0]
