"""Match: an answer of a check; it knows no code, no message and no severity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from isolint.finding import Confidence, Step

if TYPE_CHECKING:
    from isolint.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What was found where; `words` fill the message, `declared` is the path and line of the place's declaration.

    `confidence` is the evidence's; the rule's own is a ceiling. A `strict` one counts under `--strict` alone.
    """

    file: int
    scope: int
    position: int
    place: str
    confidence: Confidence = "high"
    words: Mapping[str, str] = field(default_factory=dict)
    trace: tuple[Step, ...] = ()
    related: tuple[Step, ...] = ()
    entries: int = 0
    declared: tuple[str, int] | None = None
    strict: bool = False


class Check(Protocol):
    """A question asked of a Program; its fields are the parameters that a rule's TOML gives."""

    def ask(self, program: "Program") -> Iterator[Match]:
        """The answers, in any order."""
        ...


def certain(program: "Program") -> Confidence:
    """The confidence of what is proved but for the requests themselves: where no entry resolves, they are assumed."""
    return "high" if program.entries.all() else "medium"


def lower(*confidences: Confidence) -> Confidence:
    """The least of these."""
    order: tuple[Confidence, ...] = ("low", "medium", "high")
    return min(confidences, key=order.index)
