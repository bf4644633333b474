"""Tasks: the fixes that are to be done, each known by a key of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from isolint.change import Change
from isolint.finding import Finding, Fix


@dataclass(frozen=True, slots=True)
class Task:
    """A finding and its fix; the key is the finding's place in the order of a report, and its fingerprint."""

    key: str
    finding: Finding
    fix: Fix

    @property
    def paths(self) -> frozenset[str]:
        """The files that the fix changes."""
        return frozenset(path for path, _ in self.fix.changes)


def tasks(findings: Iterable[Finding], *, unsafe: bool) -> tuple[Task, ...]:
    """The fixes that may be done."""
    return tuple(
        Task(f"{number} {each.fingerprint}", each, each.fix)
        for number, each in enumerate(findings)
        if each.fix and each.fix.changes and (unsafe or each.fix.applicability == "safe")
    )


def by_file(chosen: Sequence[Task]) -> Mapping[str, Mapping[str, Sequence[Change]]]:
    """The changes of each fix, by file and key, in the order of the tasks."""
    found: dict[str, dict[str, list[Change]]] = {}
    for task in chosen:
        for path, change in task.fix.changes:
            found.setdefault(path, {}).setdefault(task.key, []).append(change)
    return found
