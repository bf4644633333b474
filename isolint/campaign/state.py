"""State: how far a campaign is, as every page of a report tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from isolint.campaign.numbers import Numbers
from isolint.campaign.run import What
from isolint.finding import Severity


@dataclass(frozen=True, slots=True)
class AreaState:
    """An area; `repaired` is the sum of all recorded runs, `numbers` has that of the last one."""

    name: str
    owner: str
    numbers: Numbers
    repaired: int = 0


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule; a file counts as clean that has none of its findings. `repaired` as in an area."""

    code: str
    name: str
    severity: Severity
    url: str
    numbers: Numbers
    repaired: int = 0


@dataclass(frozen=True, slots=True)
class FileState:
    """A file with findings; `codes` says how often each rule found something."""

    path: str
    area: str
    numbers: Numbers
    codes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Fixes:
    """What fixes have done, in one run or in several; `when` is that of the first, "" where there was none.

    `reasons` counts why offered fixes were left; `put_back` says, by area, what a command had against its changes.
    """

    when: str = ""
    runs: int = 0
    repaired: int = 0
    left: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)
    put_back: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """One run in the trend; it is `apart` where it asked other rules, or another isolint did, than the one before."""

    when: str
    what: What
    version: str
    totals: Numbers
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All figures of a report.

    `areas`, `rules` and `files` stand with the most findings first; `trend` ends with this very run. `counted` says of
    each figure in one sentence how it was counted.
    """

    project: str
    when: str
    version: str
    asked: str
    given: tuple[str, ...]
    totals: Numbers
    areas: tuple[AreaState, ...]
    rules: tuple[RuleState, ...]
    files: tuple[FileState, ...]
    last: Fixes
    recorded: Fixes
    trend: tuple[Point, ...]
    counted: Mapping[str, str]
