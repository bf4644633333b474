"""Proving: what every rule says of the whole program with files changed, against what it said before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from isolint.campaign.tasks import Task
from isolint.change import Rename
from isolint.config import Choice, Config, Overrides
from isolint.engine import Request, check
from isolint.finding import Finding
from isolint.rules import Rule

Found = Counter[tuple[str, str, str, str]]  # how often by path, code, symbol and fingerprint
DEATH: Final = "the death of a worker"  # counted as a finding: of such a file nothing else is known


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why files do not prove, by their path; under "" what no changed file can be blamed for by itself."""

    faults: Mapping[str, str]
    found: Found


class Prover:
    """Asks every rule, at every confidence, of all the project's files; `rules` are those that run for the report."""

    def __init__(self, config: Config, request: Request, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        whole = Overrides(select=("ALL",), strict=True, min_confidence="low")
        choice = Choice("", ("ALL",), (), (), (), {}, "low", strict=True)
        self._config = replace(config, choices=(choice,), overrides=whole)
        given = (*request.given, *(str(config.root / path) for path in config.paths)) if request.given else ()
        self._request = replace(request, given=given, baseline=False, overlay_only=False)
        self._before: Found | None = None

    def verdict(self, chosen: Sequence[Task], files: Mapping[str, bytes]) -> Verdict:
        """Whether the findings of the tasks are gone and no other one is there, with these bytes for files."""
        before, after = self._known(), self._found(files)
        faults: dict[str, str] = {}
        for path, code in sorted(self._new(before, after, chosen)):
            faults.setdefault(path if path in files else "", f"{code} would be new in {path}")
        were, are = _by_code(before), _by_code(after)
        expected = Counter((task.finding.path, task.finding.code) for task in chosen)
        for (path, code), count in expected.items():
            if are[path, code] > were[path, code] - count:
                faults.setdefault(path, f"{code} would still be found")
        return Verdict(faults, after)

    def _new(self, before: Found, after: Found, chosen: Sequence[Task]) -> Iterator[tuple[str, str]]:
        """The paths and codes of findings that were not there.

        One whose text a fix has changed has another fingerprint, and is known by its symbol; where a fix renames
        things, by its file. What a task takes away makes room for nothing.
        """
        gone = before - after
        gone.subtract(row for task in chosen for row in _rows(task.finding))
        symbols: Counter[tuple[str, ...]] = Counter()
        files: Counter[tuple[str, ...]] = Counter()
        for row, count in gone.items():
            symbols[row[:3]] += max(count, 0)
            files[row[:2]] += max(count, 0)
        renaming = {path for task in chosen for path, change in task.fix.changes if isinstance(change, Rename)}
        granted = Counter((path, code) for task in chosen for code in self._revealed(task) for path in task.paths)
        for row, count in (after - before).items():
            path, code = row[:2]
            left = count - min(count, symbols[row[:3]])
            symbols[row[:3]] -= count - left
            files[path, code] -= count - left
            if left > granted[path, code] + (files[path, code] if path in renaming else 0):
                yield path, code
            granted[path, code] -= min(left, granted[path, code])

    def settle(self, files: Mapping[str, bytes], verdict: Verdict) -> None:
        """From now on, before is with these files changed, of which this was the verdict."""
        self._request = replace(self._request, overlay={**self._request.overlay, **files})
        self._before = verdict.found

    def _revealed(self, task: Task) -> Iterator[str]:
        """The codes of rules that do not run and have something to ask only once the task is done."""
        remedy = self._rules[task.finding.code].fix if task.finding.code in self._rules else None
        yield from (code for code in (remedy.reveals if remedy else ()) if code not in self._rules)

    def _known(self) -> Found:
        if self._before is None:
            self._before = self._found({})
        return self._before

    def _found(self, files: Mapping[str, bytes]) -> Found:
        """How often each rule is right, be it that another one speaks for it: that one may fall silent."""
        request = replace(self._request, overlay={**self._request.overlay, **files})
        outcome = check(self._config, request)
        found = [row for each in outcome.every for row in _rows(each)]
        return Counter([*found, *((each.path, DEATH, "", "") for each in outcome.report.faults)])


def _rows(finding: Finding) -> Iterator[tuple[str, str, str, str]]:
    """A finding, and those for which it speaks."""
    for code in (finding.code, *finding.also):
        yield finding.path, code, finding.symbol, finding.fingerprint


def _by_code(found: Found) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for row, count in found.items():
        counts[row[:2]] += count
    return counts
