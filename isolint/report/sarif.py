"""The report as SARIF 2.1.0, for code scanning: what GitHub requires or uses, and a little for other readers.

GitHub's list: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final
from urllib.parse import quote

import attrs
import sarif_om

from isolint import __version__
from isolint.finding import CONFIDENCES, SEVERITIES, Edit, Fault, Finding, Fix, Report, Severity, Step
from isolint.report import SHOWN_BY_GITHUB, Lines
from isolint.report.linehash import line_hashes
from isolint.report.style import Style
from isolint.report.wording import description, help_markdown, help_text, linked, tags
from isolint.rules import Rule

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
# GitHub refuses a result with more than 1,000 places and shows 100.
_MOST_RELATED: Final = 100
_PROBLEM: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "note": "recommendation"}

Hashes = Callable[[str], Sequence[str]]


def render(report: Report, rules: Mapping[str, Rule], lines: Lines, _style: Style) -> str:
    """One run; more results than GitHub shows are put in its order, the most severe first."""
    read = cache(lines)
    hashes = cache(lambda path: line_hashes(read(path)) if read(path) else [])
    codes = sorted(rules)
    run = sarif_om.Run(
        tool=sarif_om.Tool(driver=_driver([rules[code] for code in codes])),
        automation_details=sarif_om.RunAutomationDetails(id="isolint/"),
        column_kind="unicodeCodePoints",
        original_uri_base_ids={_ROOT: sarif_om.ArtifactLocation(description=_message("The root of the sources."))},
        invocations=[_invocation(report)],
        results=[_result(finding, codes.index(finding.code), read, hashes) for finding in _ordered(report.findings)],
        properties={
            "files": report.files,
            "entries": report.entries,
            "tests": report.tests,
            "unresolvedCalls": report.unresolved_calls,
            "suppressed": report.suppressed,
        },
    )
    return json.dumps(_plain(sarif_om.SarifLog(version="2.1.0", schema_uri=_SCHEMA, runs=[run])), indent=2) + "\n"


def _ordered(findings: Sequence[Finding]) -> Sequence[Finding]:
    if len(findings) <= SHOWN_BY_GITHUB:
        return findings
    return sorted(findings, key=lambda it: (SEVERITIES.index(it.severity), CONFIDENCES.index(it.confidence)))


def _driver(rules: Sequence[Rule]) -> sarif_om.ToolComponent:
    return sarif_om.ToolComponent(
        name="isolint",
        version=__version__,
        semantic_version=__version__,
        information_uri="https://isolint.readthedocs.io/",
        rules=[_descriptor(rule) for rule in rules],
    )


def _descriptor(rule: Rule) -> sarif_om.ReportingDescriptor:
    properties: dict[str, Any] = {
        "tags": tags(rule),
        "precision": rule.confidence,
        "problem.severity": _PROBLEM[rule.severity],
    }
    if rule.security_severity is not None:
        properties["security-severity"] = f"{rule.security_severity:.1f}"
    return sarif_om.ReportingDescriptor(
        id=rule.code,
        name=rule.name,
        short_description=sarif_om.MultiformatMessageString(text=f"{rule.summary}."),
        full_description=sarif_om.MultiformatMessageString(text=description(rule)),
        help=sarif_om.MultiformatMessageString(text=help_text(rule), markdown=help_markdown(rule)),
        help_uri=rule.url,
        default_configuration=sarif_om.ReportingConfiguration(level=rule.severity),
        properties=properties,
    )


def _result(finding: Finding, rule_index: int, read: Lines, hashes: Hashes) -> sarif_om.Result:
    related = finding.related[:_MOST_RELATED]
    region = sarif_om.Region(
        start_line=finding.line,
        start_column=finding.column,
        end_line=finding.end_line,
        end_column=finding.end_column,
    )
    return sarif_om.Result(
        rule_id=finding.code,
        rule_index=rule_index,
        level=finding.severity,
        message=_message(linked(finding.message, related)),
        locations=[sarif_om.Location(physical_location=_physical(finding.path, region))],
        partial_fingerprints={
            "primaryLocationLineHash": _line_hash(finding, hashes),
            "isolint/v1": finding.fingerprint,
        },
        code_flows=[_flow(finding.trace, read)] if finding.trace else None,
        related_locations=[_place(step, read, number) for number, step in enumerate(related, 1)] or None,
        fixes=[_fix(finding.fix)] if finding.fix and finding.fix.edits else None,
        properties={
            "confidence": finding.confidence,
            "symbol": finding.symbol,
            "place": finding.place,
            "also": list(finding.also),
            "entries": finding.entries,
        },
    )


def _fix(fix: Fix) -> sarif_om.Fix:
    files: dict[str, list[Edit]] = {}
    for edit in fix.edits or ():
        files.setdefault(edit.path, []).append(edit)
    return sarif_om.Fix(
        description=_message(f"{fix.message} ({fix.applicability})"),
        artifact_changes=[
            sarif_om.ArtifactChange(
                artifact_location=_physical(path).artifact_location,
                replacements=[_replacement(edit) for edit in edits],
            )
            for path, edits in files.items()
        ],
    )


def _replacement(edit: Edit) -> sarif_om.Replacement:
    return sarif_om.Replacement(
        deleted_region=sarif_om.Region(
            start_line=edit.line, start_column=edit.column, end_line=edit.end_line, end_column=edit.end_column
        ),
        inserted_content=sarif_om.ArtifactContent(text=edit.text) if edit.text else None,
    )


def _line_hash(finding: Finding, hashes: Hashes) -> str:
    """Without a source to hash, the finding's own fingerprint: GitHub would show an alert without one twice."""
    found = hashes(finding.path)
    return found[finding.line - 1] if finding.line <= len(found) else f"{finding.fingerprint}:1"


def _flow(trace: Sequence[Step], read: Lines) -> sarif_om.CodeFlow:
    steps = [sarif_om.ThreadFlowLocation(location=_place(step, read)) for step in trace]
    return sarif_om.CodeFlow(thread_flows=[sarif_om.ThreadFlow(locations=steps)])


def _place(step: Step, read: Lines, number: int = -1) -> sarif_om.Location:
    """A step's place runs to the end of its line; `number` is what links in the message name."""
    source = read(step.path)
    text = source[step.line - 1].rstrip() if step.line <= len(source) else ""
    region = sarif_om.Region(
        start_line=step.line,
        start_column=step.column,
        end_line=step.line,
        end_column=max(len(text), step.column) + 1,
    )
    return sarif_om.Location(id=number, message=_message(step.message), physical_location=_physical(step.path, region))


def _physical(path: str, region: sarif_om.Region | None = None) -> sarif_om.PhysicalLocation:
    """The place in a file, by a percent-encoded address relative to the root."""
    uri = quote(path.encode("utf-8", "surrogateescape"))
    return sarif_om.PhysicalLocation(
        artifact_location=sarif_om.ArtifactLocation(uri=uri, uri_base_id=_ROOT), region=region
    )


def _invocation(report: Report) -> sarif_om.Invocation:
    notifications = [_notification(fault) for fault in report.faults]
    return sarif_om.Invocation(
        execution_successful=not report.faults, tool_execution_notifications=notifications or None
    )


def _notification(fault: Fault) -> sarif_om.Notification:
    return sarif_om.Notification(
        level="error",
        message=_message(fault.message),
        locations=[sarif_om.Location(physical_location=_physical(fault.path))],
    )


def _message(text: str) -> sarif_om.Message:
    return sarif_om.Message(text=text)


def _plain(node: object) -> object:
    """The object model as JSON has it: absent and default values left out, but for `level`.

    The default of a result's level is that of its rule, which the object model does not know.
    """
    match node:
        case list():
            return [_plain(item) for item in node]
        case dict():
            return {key: _plain(value) for key, value in node.items()}
    kind = type(node)
    if not attrs.has(kind):
        return node
    return {
        field.metadata["schema_property_name"]: _plain(value)
        for field in attrs.fields(kind)
        if (value := getattr(node, field.name)) is not None and (field.name == "level" or value != _default(field))
    }


def _default(field: "attrs.Attribute[object]") -> object:
    make = getattr(field.default, "factory", None)
    return make() if make else field.default
