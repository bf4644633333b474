"""Proving: what every rule says of the whole program with files changed, against what it said before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from isolint.campaign.tasks import Task
from isolint.config import Choice, Config, Overrides
from isolint.engine import Request, check
from isolint.rules import Rule

Counts = Counter[tuple[str, str]]  # findings by path and code
DEATH: Final = "the death of a worker"  # counted as a finding: of such a file nothing else is known


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why files do not prove, by their path; under "" what no changed file can be blamed for by itself."""

    faults: Mapping[str, str]
    counts: Counts


class Prover:
    """Asks every rule, at every confidence, of all the project's files; `rules` are those that run for the report."""

    def __init__(self, config: Config, request: Request, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        whole = Overrides(select=("ALL",), strict=True, min_confidence="low")
        choice = Choice("", ("ALL",), (), (), (), {}, "low", strict=True)
        self._config = replace(config, choices=(choice,), overrides=whole)
        given = (*request.given, *(str(config.root / path) for path in config.paths)) if request.given else ()
        self._request = replace(request, given=given, baseline=False, overlay_only=False)
        self._before: Counts | None = None

    def verdict(self, chosen: Sequence[Task], files: Mapping[str, bytes]) -> Verdict:
        """Whether the findings of the tasks are gone and no other one is there, with these bytes for files."""
        before, after = self._known(), self._counts(files)
        granted = Counter((path, code) for task in chosen for code in self._revealed(task) for path in task.paths)
        granted.subtract((task.finding.path, code) for task in chosen for code in task.finding.also)
        faults: dict[str, str] = {}
        for path, code in sorted(each for each in after if after[each] > before[each] + granted[each]):
            faults.setdefault(path if path in files else "", f"{code} would be new in {path}")
        expected = Counter((task.finding.path, task.finding.code) for task in chosen)
        for (path, code), count in expected.items():
            if after[path, code] > before[path, code] - count:
                faults.setdefault(path, f"{code} would still be found")
        return Verdict(faults, after)

    def settle(self, files: Mapping[str, bytes], verdict: Verdict) -> None:
        """From now on, before is with these files changed, of which this was the verdict."""
        self._request = replace(self._request, overlay={**self._request.overlay, **files})
        self._before = verdict.counts

    def _revealed(self, task: Task) -> Iterator[str]:
        """The codes of rules that do not run and have something to ask only once the task is done."""
        remedy = self._rules[task.finding.code].fix if task.finding.code in self._rules else None
        yield from (code for code in (remedy.reveals if remedy else ()) if code not in self._rules)

    def _known(self) -> Counts:
        if self._before is None:
            self._before = self._counts({})
        return self._before

    def _counts(self, files: Mapping[str, bytes]) -> Counts:
        """How often each rule is right, be it that another one speaks for it: that one may fall silent."""
        request = replace(self._request, overlay={**self._request.overlay, **files})
        outcome = check(self._config, request)
        found = [(each.path, code) for each in outcome.every for code in (each.code, *each.also)]
        return Counter([*found, *((each.path, DEATH) for each in outcome.report.faults)])
