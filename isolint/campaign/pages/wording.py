"""How all pages word what they tell: numbers, shares, times and headings."""

from collections.abc import Mapping
from datetime import datetime
from math import floor

from isolint.campaign.state import Fixes, State
from isolint.report.summary import count


def number(value: int) -> str:
    """A count, in groups of three digits."""
    return f"{value:,}"


def counted(value: int, noun: str) -> str:
    """A count with its noun.

    >>> counted(1200, "file")
    '1,200 files'
    """
    return count(value, noun).replace(str(value), number(value), 1)


def share(value: float | None) -> str:
    """A share of 0.0 to 1.0 in percent, rounded down, so that only all is 100.0 %; `-` where there is none."""
    return "-" if value is None else f"{floor(value * 1000 + 1e-9) / 10:.1f} %"


def moment(when: str) -> str:
    """A recorded time as people read it.

    >>> moment("2026-01-31T12:00:00+00:00")
    '2026-01-31 12:00 UTC'
    """
    return f"{datetime.fromisoformat(when):%Y-%m-%d %H:%M} UTC"


def title(state: State) -> str:
    """What the page is about."""
    return f"Isolation of {state.project}"


def subject(state: State) -> str:
    """When and of what."""
    of = f", {', '.join(state.given)} alone" if state.given else ""
    return f"{moment(state.when)}, isolint {state.version}{of}"


def fixable(state: State) -> str:
    """How many findings offer a fix."""
    totals = state.totals
    return f"{number(totals.safe)} with a safe fix, {number(totals.unsafe)} with an unsafe one"


def repaired(state: State) -> str:
    """What fixes have taken away."""
    if not state.last.runs:
        return "no run of isolint fix is on record"
    return f"in {counted(state.recorded.runs, 'run')} of isolint fix, {number(state.last.repaired)} in the last"


def reasons(state: State) -> Mapping[str, tuple[int, int]]:
    """Why fixes were left, with how many in the last run and in all runs, the most frequent first."""
    return {why: (state.last.reasons.get(why, 0), count) for why, count in state.recorded.reasons.items()}


def put_back(fixes: Fixes) -> list[str]:
    """A line for each area whose files were put back."""
    return [f"{area}: put back, since {why}" for area, why in fixes.put_back.items()]
