"""Standing: what somebody who watches has been told so far, and what is to be told next."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from isolint.cli.delivery import Delivery
from isolint.cli.lost import lost
from isolint.cli.streams import tell
from isolint.engine import Outcome
from isolint.engine.lines import Lines
from isolint.engine.plan import Plan
from isolint.finding import Finding, Report
from isolint.report.summary import count

Key = tuple[str, str]


@dataclass(slots=True)
class Standing:
    """The findings that were told last, by their path and fingerprint, and the notes."""

    delivery: Delivery
    shown: dict[Key, Finding] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()

    def first(self, plan: Plan, report: Report) -> None:
        """Tell everything."""
        self._note(report)
        self.delivery.hand_over(_outcome(plan, report))
        lost(report, "not checked")
        self.shown = _by_key(report.findings)

    def saved(self, outcome: Outcome) -> None:
        """Tell all that there is in the files that were saved."""
        paths = set(outcome.reported)
        tell(f"isolint: saved: {', '.join(outcome.reported)}")
        replace(self.delivery, statistics=False).hand_over(outcome)
        rest = {key: each for key, each in self.shown.items() if each.path not in paths}
        self.shown = rest | _by_key(outcome.report.findings)

    def whole(self, plan: Plan, report: Report) -> None:
        """Tell what has come and gone besides."""
        self._note(report)
        now = _by_key(report.findings)
        came = tuple(each for key, each in now.items() if key not in self.shown)
        gone = [each for key, each in self.shown.items() if key not in now]
        self.shown = now
        if came:
            told = replace(self.delivery, quiet=True, statistics=False)
            told.hand_over(_outcome(plan, replace(report, findings=came)))
        for each in gone:
            tell(f"isolint: gone: {each.path}:{each.line}:{each.column}: {each.code} {each.message}")
        lost(report, "not checked")
        besides = f"{len(came)} came and {len(gone)} went" if came or gone else "nothing came or went"
        tell(f"isolint: besides, {besides}; now {count(len(now), 'finding')} in {count(report.files, 'file')}")

    def _note(self, report: Report) -> None:
        for note in report.notes:
            if note not in self.notes:
                tell(f"isolint: note: {note}")
        self.notes = frozenset(report.notes)


def _outcome(plan: Plan, report: Report) -> Outcome:
    rules = MappingProxyType({rule.code: rule for rule in plan.asked})
    return Outcome(report, rules, Lines(plan.config.root, {}), (), plan.reported)


def _by_key(findings: Iterable[Finding]) -> dict[Key, Finding]:
    return {(each.path, each.fingerprint): each for each in findings}
