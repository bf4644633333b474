"""Style: how a report may look where it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["error", "warning", "note", "good", "strong", "faint"]

_CODES: Final[Mapping[Tone, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "good": "32",
    "strong": "1",
    "faint": "2",
}


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is in terminal columns; what `encoding` cannot write is shown as a backslash escape."""

    color: bool = False
    width: int = 80
    encoding: str = "utf-8"

    def paint(self, text: str, tone: Tone) -> str:
        """The text in the tone's colour, where colour is wanted."""
        return f"\x1b[{_CODES[tone]}m{text}\x1b[0m" if self.color and text else text
