"""The findings as JSON, one a line."""

import json
from collections.abc import Mapping

from isolint.finding import Report
from isolint.report import Lines
from isolint.report.json import VERSION, as_object
from isolint.report.style import Style
from isolint.rules import Rule


def render(report: Report, _rules: Mapping[str, Rule], _lines: Lines, _style: Style) -> str:
    """The objects of the `findings` of the JSON report, each with its `version`; nothing where nothing was found."""
    return "".join(json.dumps({"version": VERSION, **as_object(finding)}) + "\n" for finding in report.findings)
