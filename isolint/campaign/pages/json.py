"""The state as one JSON object, for programs."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from isolint.campaign.numbers import Numbers
from isolint.campaign.state import Fixes, State

VERSION: Final = 1


def render(state: State) -> str:
    """Every key is always there; ASCII alone, so that any stream can carry it."""
    whole = {
        "version": VERSION,
        "project": state.project,
        "when": state.when,
        "isolint": state.version,
        "paths": list(state.given),
        "totals": _numbers(state.totals),
        "areas": [
            {"name": row.name, "owner": row.owner, **_numbers(row.numbers), "repaired_in_all": row.repaired}
            for row in state.areas
        ],
        "rules": [
            {
                "code": row.code,
                "name": row.name,
                "severity": row.severity,
                "url": row.url,
                **_numbers(row.numbers),
                "repaired_in_all": row.repaired,
            }
            for row in state.rules
        ],
        "files": [
            {
                "path": row.path,
                "area": row.area,
                "findings": row.numbers.findings,
                "safe": row.numbers.safe,
                "unsafe": row.numbers.unsafe,
                "codes": dict(row.codes),
            }
            for row in state.files
        ],
        "last_run_of_fixes": _fixes(state.last),
        "all_runs_of_fixes": _fixes(state.recorded),
        "trend": [
            {"when": point.when, "what": point.what, "isolint": point.version, "apart": point.apart,
             **_numbers(point.totals)}
            for point in state.trend
        ],
        "counted": dict(state.counted),
    }  # fmt: skip
    return json.dumps(whole, indent=2) + "\n"


def _numbers(numbers: Numbers) -> Mapping[str, Any]:
    compliance = numbers.compliance
    return {**asdict(numbers), "compliance": None if compliance is None else round(compliance, 4)}


def _fixes(fixes: Fixes) -> Mapping[str, Any] | None:
    return asdict(fixes) if fixes.runs else None
