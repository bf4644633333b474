"""Run: what is on record of one run, as one line of the history has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from isolint.campaign.numbers import Numbers

What = Literal["fix", "report"]

WHATS: Final[tuple[What, ...]] = ("fix", "report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """When a run was, in UTC as ISO 8601 with seconds, what it was, and what it counted.

    `given` are the paths that it was asked about, none for the whole project; `asked` is a digest of the rules that it
    asked, by which runs can be compared; `reasons` counts why fixes were left, and `put_back` has areas by what a
    command said against their changes.
    """

    when: str
    what: What
    version: str
    totals: Numbers
    given: tuple[str, ...] = ()
    asked: str = ""
    areas: Mapping[str, Numbers] = field(default_factory=dict)
    rules: Mapping[str, Numbers] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    put_back: Mapping[str, str] = field(default_factory=dict)
