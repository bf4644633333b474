"""Episodes: what fixes have done, run by run, whether on record or just now."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from isolint import __version__
from isolint.campaign.numbers import Numbers
from isolint.campaign.outcome import Fixing
from isolint.campaign.run import Run
from isolint.campaign.state import Fixes

NOTHING: Final = Run(when="", what="fix", version=__version__, totals=Numbers())


@dataclass(frozen=True, slots=True)
class Episodes:
    """The runs that have fixed something, or tried to, the oldest first."""

    runs: Sequence[Run]

    @classmethod
    def of(cls, recorded: Iterable[Run], fixing: Fixing | None, when: str) -> "Episodes":
        """Those on record, and what was fixed just now."""
        runs = [run for run in recorded if run.what == "fix"]
        return cls(runs if fixing is None else [*runs, _episode(fixing, when)])

    @property
    def last(self) -> Run:
        """The last one, or an empty one."""
        return self.runs[-1] if self.runs else NOTHING

    @property
    def repaired_in_areas(self) -> Counter[str]:
        """How many findings all of them have repaired in each area."""
        return _repaired(run.areas for run in self.runs)

    @property
    def repaired_by_rules(self) -> Counter[str]:
        """How many findings of each rule all of them have repaired."""
        return _repaired(run.rules for run in self.runs)

    @property
    def fixes_of_last(self) -> Fixes:
        """What the last one has done."""
        return _fixes(self.runs[-1:])

    @property
    def fixes_of_all(self) -> Fixes:
        """What all of them have done; `when` is that of the first."""
        return _fixes(self.runs)


def _episode(fixing: Fixing, when: str) -> Run:
    repaired, left = fixing.repaired, fixing.left
    return Run(
        when=when,
        what="fix",
        version=__version__,
        totals=Numbers(repaired=len(repaired), left=len(left)),
        areas=_by([each.area for each in repaired], [each.area for each in left]),
        rules=_by([each.code for each in repaired], [each.code for each in left]),
        reasons=dict(Counter(each.reason for each in left).most_common()),
        put_back={each.area: f"`{each.command}` {each.why}" for each in fixing.put_back},
    )


def _by(repaired: Iterable[str], left: Iterable[str]) -> dict[str, Numbers]:
    done, not_done = Counter(repaired), Counter(left)
    names = dict.fromkeys((*done, *not_done))
    return {name: Numbers(repaired=done[name], left=not_done[name]) for name in names}


def _repaired(tables: Iterable[Mapping[str, Numbers]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for table in tables:
        total.update({name: numbers.repaired for name, numbers in table.items() if numbers.repaired})
    return total


def _fixes(runs: Sequence[Run]) -> Fixes:
    if not runs:
        return Fixes()
    reasons: Counter[str] = Counter()
    for run in runs:
        reasons.update(run.reasons)
    return Fixes(
        when=runs[0].when,
        runs=len(runs),
        repaired=sum(run.totals.repaired for run in runs),
        left=sum(run.totals.left for run in runs),
        reasons=dict(sorted(reasons.items(), key=lambda each: (-each[1], each[0]))),
        put_back={area: why for run in runs for area, why in run.put_back.items()},
    )
