"""Baseline: the findings that a project has accepted for now, in a file kept beside the code."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import Any, Final, NoReturn

from isolint import atomic
from isolint.errors import UsageError, nearest, reason
from isolint.finding import Finding

VERSION: Final = 1
_KEYS: Final = ("code", "count", "message")


@dataclass(frozen=True, slots=True)
class Entry:
    """How often a fingerprint was found in a file; the message is for people, the fingerprint decides."""

    code: str
    count: int
    message: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries by path, relative to the root with forward slashes, and by fingerprint."""

    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Split:
    """Findings against a baseline, in the order given; each line of `stale` says what is recorded and gone."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    stale: tuple[str, ...]


def split(findings: Sequence[Finding], baseline: Baseline, seen: Collection[str], ran: Collection[str]) -> Split:
    """Tell new findings from known ones; a fingerprint is known in a file as often as it is recorded there.

    `findings` are those of every confidence, before any choice takes some away, or else entries seem stale. `seen`
    holds the paths that this run can speak about: those reported on, and the recorded ones that exist no more. What a
    path of `seen` has lost altogether may turn up elsewhere: that is a renamed file, while a copy is new.
    """
    recorded = {(path, mark): entry for path, marks in baseline.entries.items() for mark, entry in marks.items()}
    present = {(finding.path, finding.fingerprint) for finding in findings}
    lost: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, mark in sorted(recorded.keys() - present):
        if path in seen:
            lost[mark].append((path, mark))
    left = Counter({key: entry.count for key, entry in recorded.items()})
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        places = ((finding.path, finding.fingerprint), *lost[finding.fingerprint])
        match = next((place for place in places if left[place] > 0), None)
        left[match or places[0]] -= 1
        (known if match else new).append(finding)
    stale = (
        f"{path}: stale in the baseline: {entry.code}, {left[path, mark]} of {entry.count}: {entry.message}"
        for (path, mark), entry in sorted(recorded.items(), key=lambda each: (each[0][0], each[1].code, each[0][1]))
        if left[path, mark] > 0 and path in seen and entry.code in ran
    )
    return Split(tuple(new), tuple(known), tuple(" ".join(line.split()) for line in stale))


def write(path: Path, findings: Iterable[Finding]) -> None:
    """Record the findings, whatever their order; at every moment the file is whole.

    Raises UsageError where it cannot be written.
    """
    try:
        atomic.write(path, _text(_recorded(findings)).encode("utf-8", "backslashreplace"))
    except OSError as error:
        message = f"{path}: the baseline cannot be written: {reason(error)}"
        raise UsageError(message) from error


def read(path: Path) -> Baseline:
    """The baseline that a file holds.

    Raises UsageError, with the file and the key, where it is missing or does not hold what `write` writes.
    """
    try:
        return _baseline(json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_without_repeats))
    except OSError as error:
        message = f"{path}: the baseline cannot be read: {reason(error)}"
        raise UsageError(message) from error
    except json.JSONDecodeError as error:
        message = f"{path}: line {error.lineno}: expected a baseline in JSON: {error.msg}"
        raise UsageError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{path}: expected a baseline in JSON: {error}"
        raise UsageError(message) from error
    except _UnexpectedError as error:
        message = f"{path}: {error}"
        raise UsageError(message) from error


def _recorded(findings: Iterable[Finding]) -> Baseline:
    grouped: defaultdict[str, defaultdict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        grouped[finding.path][finding.fingerprint].append((finding.code, finding.message))
    return Baseline(
        {
            path: {mark: Entry(min(group)[0], len(group), min(group)[1]) for mark, group in marks.items()}
            for path, marks in grouped.items()
        }
    )


def _text(baseline: Baseline) -> str:
    """JSON with one line for each fingerprint, so that one finding more or less is one line in a diff."""
    files = (f"    {_json(path)}: {{\n{_lines(baseline.entries[path])}\n    }}" for path in sorted(baseline.entries))
    body = ",\n".join(files)
    findings = f"{{\n{body}\n  }}" if body else "{}"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _lines(marks: Mapping[str, Entry]) -> str:
    ordered = sorted(marks.items(), key=lambda each: (each[1].code, each[0]))
    return ",\n".join(
        f"      {_json(mark)}: {_json({'code': entry.code, 'count': entry.count, 'message': entry.message})}"
        for mark, entry in ordered
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _UnexpectedError(Exception):
    """A key, and what a baseline has there in place of what was expected."""


def _baseline(found: object) -> Baseline:
    top = _object("the file", found, ("version", "findings"))
    version = top["version"]
    if isinstance(version, bool) or version != VERSION:
        _refuse("version", str(VERSION), version)
    files = _object("findings", top["findings"])
    return Baseline({path: _marks(f"findings.{path}", marks) for path, marks in files.items()})


def _marks(key: str, found: object) -> Mapping[str, Entry]:
    return {mark: _entry(f"{key}.{mark}", entry) for mark, entry in _object(key, found).items()}


def _entry(key: str, found: object) -> Entry:
    entry = _object(key, found, _KEYS)
    for name in ("code", "message"):
        if not isinstance(entry[name], str):
            _refuse(f"{key}.{name}", "text", entry[name])
    count = entry["count"]
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        _refuse(f"{key}.count", "a whole number from 1 on", count)
    return Entry(entry["code"], count, entry["message"])


def _object(key: str, found: object, keys: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """What was found, where it is an object and has exactly these keys, if any are asked for."""
    if not isinstance(found, dict):
        _refuse(key, "an object", found)
    for name in found if keys else ():
        if name not in keys:
            message = f"{key}: `{name}` is unknown, {nearest(name, keys)}"
            raise _UnexpectedError(message)
    for name in keys:
        if name not in found:
            message = f"{key}: expected the key `{name}`, found none"
            raise _UnexpectedError(message)
    return found


def _refuse(key: str, expected: str, found: object) -> NoReturn:
    message = f"{key}: expected {expected}, found {shorten(_json(found), width=60, placeholder=' ...')}"
    raise _UnexpectedError(message)


def _without_repeats(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key given twice is what a merge that went wrong leaves behind, and entries would be lost."""
    counts = Counter(key for key, _ in pairs)
    for key, count in counts.items():
        if count > 1:
            message = f"{key}: expected once, found {count} times"
            raise _UnexpectedError(message)
    return dict(pairs)
