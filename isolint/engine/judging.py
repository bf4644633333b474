"""Judging: what comments, the baseline and the configuration leave of a program's answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from isolint.baseline import Baseline, read, split
from isolint.config import Config
from isolint.directive import parse
from isolint.engine.plan import Plan
from isolint.engine.result import Result
from isolint.finding import Fault, Finding, Report
from isolint.rules import Rule
from isolint.suppress import apply

if TYPE_CHECKING:
    from isolint.lower.comments import Comment


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report with what is needed to print it.

    `every` are the findings that comments leave, of every confidence and before the baseline; `stale` are the lines
    about entries of the baseline that the run has not found. `held` is what made the report: to free the facts of two
    million lines takes most of a second, so that is left to whoever lets go of the outcome.
    """

    report: Report
    rules: Mapping[str, Rule]
    lines: Callable[[str], Sequence[str]]
    every: tuple[Finding, ...]
    reported: tuple[str, ...]
    stale: tuple[str, ...] = ()
    held: object = field(default=None, repr=False, compare=False)


def judged(plan: Plan, result: Result, faults: tuple[Fault, ...], lines: Callable[[str], Sequence[str]]) -> Outcome:
    """What is reported of a result; `faults` are the files that it knows nothing of."""
    config, request, ran = plan.config, plan.request, plan.choices.ran
    lost = {fault.path for fault in faults}
    comments = {path: _said(result.comments.get(path, ()), request.noqa) for path in plan.paths if path not in lost}
    read_ones = tuple(path for path in plan.reported if path not in lost)
    asked = frozenset(plan.reported)
    found = tuple(finding for finding in result.findings if finding.path in asked)
    suppressed = apply(found, comments, ran, plan.rules, read_ones)
    open_ones = (*suppressed.kept, *suppressed.unused, *suppressed.unexplained)
    baseline = _baseline(config) if request.baseline else Baseline()
    seen = {*read_ones, *(path for path in baseline.entries if path not in plan.found.stamps)}
    compared = split(open_ones, baseline, seen, ran)
    unreadable = (f"{folder}: the folder cannot be read: {reason}" for folder, reason in plan.found.unreadable)
    report = Report(
        findings=tuple(sorted((f for each in compared.new if (f := plan.choices.shown(each))), key=_by_place)),
        suppressed=suppressed.suppressed + len(compared.known),
        files=len(plan.reported),
        entries=result.entries,
        tests=sum(count for path, count in result.tests.items() if path in asked),
        calls=result.calls,
        unresolved=result.unresolved,
        faults=faults,
        notes=(*unreadable, *result.notes, *compared.stale),
    )
    shown_rules = MappingProxyType({rule.code: rule for rule in plan.asked})
    return Outcome(report, shown_rules, lines, open_ones, plan.reported, compared.stale)


def _said(comments: "tuple[Comment, ...]", noqa: bool) -> "tuple[Comment, ...]":  # noqa: FBT001  # as the request has it
    return comments if noqa else tuple(each for each in comments if not _is_noqa(each[2]))


def _is_noqa(comment: str) -> bool:
    directive = parse(comment)
    return directive is not None and directive.kind == "noqa"


def _baseline(config: Config) -> Baseline:
    path = config.root / config.baseline
    return read(path) if path.exists() else Baseline()


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.line, finding.column, finding.code
