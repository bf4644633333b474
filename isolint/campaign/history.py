"""History: the recorded runs of a project, one JSON object a line, in a file kept beside the code."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

from isolint import atomic
from isolint.campaign.numbers import Numbers
from isolint.campaign.run import WHATS, Run
from isolint.errors import UsageError, reason

_COUNTS: Final = tuple(each.name for each in fields(Numbers))
_NEEDED: Final = ("when", "what", "version", "totals")

Value = TypeVar("Value")


def read(path: Path) -> tuple[Run, ...]:
    """The runs on record, the oldest first; none where there is no file.

    Raises UsageError, with the number of the line, for what `append` does not write.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except OSError as error:
        message = f"{path}: the history cannot be read: {reason(error)}"
        raise UsageError(message) from None
    except UnicodeDecodeError as error:
        number = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}: line {number}: expected UTF-8") from None
    lines = enumerate(text.split("\n"), start=1)
    return tuple(_run(f"{path}: line {number}", line) for number, line in lines if line.strip())


def append(path: Path, run: Run) -> None:
    """Put a run on record; at every moment the file is whole.

    Raises UsageError where the file has lines that are no runs, and where it cannot be written.
    """
    read(path)
    try:
        before = path.read_bytes() if path.exists() else b""
        gap = b"\n" if before and not before.endswith(b"\n") else b""
        atomic.write(path, before + gap + f"{_line(run)}\n".encode())
    except OSError as error:
        message = f"{path}: the history cannot be written: {reason(error)}"
        raise UsageError(message) from None


def _line(run: Run) -> str:
    return json.dumps(asdict(run))  # in ASCII, so that no name of a file can break a line


def _run(where: str, line: str) -> Run:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise UsageError(f"{where}: expected a run in JSON: {what}") from None
    if not isinstance(found, dict):
        _refuse(where, "a run", "an object")
    for key in _NEEDED:
        if key not in found:
            _refuse(where, key, "a value")
    if found["what"] not in WHATS:
        _refuse(where, "what", f"one of {', '.join(WHATS)}")
    return Run(
        when=_moment(where, found["when"]),
        what=found["what"],
        version=_text(where, "version", found["version"]),
        totals=_numbers(where, "totals", found["totals"]),
        given=tuple(_text(where, "given", each) for each in _list(where, "given", found.get("given", []))),
        asked=_text(where, "asked", found.get("asked", "")),
        areas=_table(where, "areas", found, _numbers),
        rules=_table(where, "rules", found, _numbers),
        reasons=_table(where, "reasons", found, _count),
        put_back=_table(where, "put_back", found, _text),
    )


def _table(where: str, key: str, run: Mapping[str, Any], of: Callable[[str, str, object], Value]) -> dict[str, Value]:
    rows = run.get(key, {})
    if not isinstance(rows, dict):
        _refuse(where, key, "an object")
    return {name: of(where, f"{key}.{name}", row) for name, row in rows.items()}


def _numbers(where: str, key: str, found: object) -> Numbers:
    """Counts that a later version writes are passed over, and what an earlier one did not is nothing."""
    if not isinstance(found, dict):
        _refuse(where, key, "an object")
    return Numbers(**{name: _count(where, f"{key}.{name}", found[name]) for name in _COUNTS if name in found})


def _count(where: str, key: str, found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        _refuse(where, key, "a whole number from 0 on")
    return found


def _text(where: str, key: str, found: object) -> str:
    if not isinstance(found, str):
        _refuse(where, key, "text")
    return found


def _moment(where: str, found: object) -> str:
    """The time, which must be one with its offset, or else runs cannot be put in order."""
    try:
        moment = datetime.fromisoformat(found if isinstance(found, str) else "")
    except ValueError:
        moment = datetime.min  # noqa: DTZ901  # it has no offset, as what is refused
    if moment.tzinfo is None:
        _refuse(where, "when", "a time such as 2026-01-31T12:00:00+00:00")
    return moment.astimezone(timezone.utc).isoformat(timespec="seconds")


def _list(where: str, key: str, found: object) -> list[Any]:
    if not isinstance(found, list):
        _refuse(where, key, "a list")
    return found


def _refuse(where: str, key: str, expected: str) -> NoReturn:
    raise UsageError(f"{where}: {key}: expected {expected}")
