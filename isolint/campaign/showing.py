"""Showing: what fixes would do, for people as a diff, for programs as edits."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

from isolint.campaign.pool import Fixes, side_by_side
from isolint.campaign.tasks import by_file, tasks
from isolint.errors import UsageError, reason
from isolint.finding import Edit, Fix, Report
from isolint.fixes.edits import edits
from isolint.fixes.lines import lines_of
from isolint.fixes.making import make
from isolint.source import decode


def diff(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """A unified diff of all files, by path, as `git apply` takes it."""
    return "".join(_file_diff(path, decode(before[path]), decode(after[path])) for path in sorted(after))


def _file_diff(path: str, old: str, new: str) -> str:
    rows = unified_diff(lines_of(old), lines_of(new), f"a/{path}", f"b/{path}")
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def with_edits(report: Report, root: Path, jobs: int) -> Report:
    """The report, in which each fix has the edits that it comes to alone; a fix that cannot be made is left out.

    Raises UsageError where a file cannot be read any more.
    """
    chosen = tasks(report.findings, unsafe=True)
    try:
        wanted = {path: ((root / path).read_bytes(), fixes) for path, fixes in by_file(chosen).items()}
    except OSError as error:
        raise UsageError(f"{error.filename}: cannot be read any more: {reason(error)}") from None
    made = dict(side_by_side(_alone, wanted, jobs, lambda _path, _data, _fixes: {}))
    fixes: dict[int, Fix | None] = {}
    for task in chosen:
        parts = [made[path].get(task.key) for path in sorted(task.paths)]
        whole = tuple(edit for part in parts for edit in part or ())
        fixes[id(task.finding)] = None if None in parts else replace(task.fix, edits=whole)
    findings = (replace(each, fix=fixes[id(each)]) if id(each) in fixes else each for each in report.findings)
    return replace(report, findings=tuple(findings))


def _alone(path: str, data: bytes, fixes: Fixes) -> Mapping[str, tuple[Edit, ...]]:
    """The edits of each fix of a file by itself, but for those that cannot be made."""
    made = {key: make(path, data, {key: changes}) for key, changes in fixes.items()}
    text = decode(data)
    return {key: edits(path, text, decode(each.data)) for key, each in made.items() if not each.refused}
