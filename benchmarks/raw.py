"""Raw: all figures of all runs as JSON, for programs and for later questions."""
# ruff: noqa: INP001

import json
from collections.abc import Sequence
from typing import Any

from results import Result


def written(heading: Sequence[str], results: Sequence[Result]) -> str:
    """One object; a row without figures says what is missing."""
    return json.dumps({"version": 1, "measured": list(heading), "rows": [_row(each) for each in results]}, indent=1)


def _row(result: Result) -> dict[str, Any]:
    row, taken = result.row, result.taken
    said: dict[str, Any] = {"name": row.name, "title": row.title, "unit": row.unit, "to": row.to or None}
    if taken is None:
        return {**said, "runs": [], "missing": result.missing}
    return {
        **said,
        "runs": list(taken.figures),
        "beside": {name: list(runs) for name, runs in taken.beside.items()},
        "parts": {name: list(runs) for name, runs in taken.parts.items()},
        "note": taken.note,
        "ratio": result.ratio() if row.to else None,
        "bound": row.bound.allowed(taken, row.to) if row.bound else None,
        "met": result.met(),
        "missing": None,
    }
