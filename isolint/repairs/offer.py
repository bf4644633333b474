"""Offer: what a repair would change for one match; it knows no code and no applicability."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from isolint.change import Change

if TYPE_CHECKING:
    from isolint.checks import Match
    from isolint.program import Program


@dataclass(frozen=True, slots=True)
class Offer:
    """Changes by the path of the file that each is about; `words` fill the message of the rule's fix."""

    changes: tuple[tuple[str, Change], ...]
    words: Mapping[str, str] = field(default_factory=dict)


class Repair(Protocol):
    """How matches are mended; its fields are the parameters that a rule's TOML gives under `[fix]`."""

    def offer(self, program: "Program", match: "Match") -> Offer | None:
        """What would mend the match, or None where a name that it needs is not there or not in scope."""
        ...
