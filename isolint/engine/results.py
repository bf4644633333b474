"""Results: what programs answered, on disk by what they were made from; what is broken or foreign is ignored."""

import contextlib
import hashlib
import marshal
import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from isolint import atomic
from isolint.cache import KEY
from isolint.change import packed, unpacked
from isolint.engine.result import Result
from isolint.finding import Applicability, Finding, Fix, Step

KEPT: Final = 8  # a hook, a gate and an editor ask each for its own paths and rules; more are left over from edits
_FIELDS: Final = tuple(each.name for each in fields(Finding))


class Results:
    """Files in a cache's folder, one for each key, of which those last used stay; under no key there is nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: bytes | None) -> Result | None:
        """What was put under the key."""
        if key is None:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
            checksum, packed = data[:32], data[32:]
            if _checksum(key, packed) != checksum:
                return None
            found, *rest = marshal.loads(packed)  # noqa: S302  # what we wrote, as the sum says
            result = Result(tuple(_finding(row) for row in found), *rest)
        except (OSError, ValueError, EOFError, TypeError, KeyError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return result

    def put(self, key: bytes | None, result: Result) -> None:
        """Keep it, where the disk can."""
        if key is None:
            return
        told: tuple[Any, ...] = (tuple(_row(each) for each in result.findings), *result[1:])
        packed = marshal.dumps(told)
        with contextlib.suppress(OSError):
            atomic.write_private(self._path(key), _checksum(key, packed) + packed)
            self._forget()

    def _path(self, key: bytes) -> Path:
        return self._folder / f"result-{key.hex()[:32]}"

    def _forget(self) -> None:
        """Keep those last used; no hour of grace as for segments, since a result is read at one go."""
        for path in sorted(self._folder.glob("result-*"), key=lambda each: each.stat().st_mtime_ns)[:-KEPT]:
            path.unlink(missing_ok=True)


def _checksum(key: bytes, packed: bytes) -> bytes:
    return hashlib.sha256(KEY + key + packed).digest()


def _row(finding: Finding) -> tuple[Any, ...]:
    told = {name: getattr(finding, name) for name in _FIELDS}
    told["trace"] = _steps(finding.trace)
    told["related"] = _steps(finding.related)
    told["fix"] = finding.fix and _fix_row(finding.fix)
    return tuple(told.values())


def _fix_row(fix: Fix) -> tuple[Any, ...]:
    return fix.applicability, fix.message, tuple((path, packed(change)) for path, change in fix.changes)


def _fix(applicability: Applicability, message: str, changes: Sequence[tuple[str, tuple[Any, ...]]]) -> Fix:
    return Fix(applicability, message, tuple((path, unpacked(change)) for path, change in changes))


def _steps(steps: Sequence[Step]) -> tuple[tuple[Any, ...], ...]:
    return tuple((step.path, step.line, step.column, step.message) for step in steps)


def _finding(row: Sequence[Any]) -> Finding:
    told = dict(zip(_FIELDS, row, strict=True))
    told["trace"] = tuple(Step(*step) for step in told["trace"])
    told["related"] = tuple(Step(*step) for step in told["related"])
    told["fix"] = told["fix"] and _fix(*told["fix"])
    return Finding(**told)
