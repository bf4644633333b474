"""Spot: where a value of a configuration stands, and what to say when it is not what was expected."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

from isolint.errors import UsageError, nearest

Word = TypeVar("Word", bound=str)

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_KINDS: Final = MappingProxyType(
    {bool: "a boolean", str: "a string", int: "an integer", float: "a float", list: "a list", dict: "a table"},
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A file as the user is told of it, and a dotted key in it ("" for the whole file)."""

    file: str
    key: str = ""

    def at(self, name: str) -> "Spot":
        """The spot of a key of the table that stands here; a name that is no bare key is quoted as in TOML."""
        shown = name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
        return Spot(self.file, f"{self.key}.{shown}" if self.key else shown)

    def error(self, what: str) -> UsageError:
        """The error that says `what` about this spot, in one line."""
        return UsageError(": ".join(part for part in (self.file, self.key, what) if part))

    def string(self, value: object) -> str:
        """The value, which must be a string with something in it."""
        if isinstance(value, str) and value:
            return value
        raise self._unexpected("a string", value)

    def boolean(self, value: object) -> bool:
        """The value, which must be true or false."""
        if isinstance(value, bool):
            return value
        raise self._unexpected("true or false", value)

    def strings(self, value: object) -> tuple[str, ...]:
        """The value, which must be a list of strings with something in them."""
        if not isinstance(value, list):
            raise self._unexpected("a list of strings", value)
        return tuple(Spot(self.file, f"{self.key}[{index}]").string(item) for index, item in enumerate(value))

    def table(self, value: object) -> Mapping[str, object]:
        """The value, which must be a table."""
        if isinstance(value, dict):
            return value
        raise self._unexpected("a table", value)

    def one_of(self, value: object, known: Sequence[Word]) -> Word:
        """The value, which must be one of the known words."""
        for word in known:
            if word == value:
                return word
        expected = f"one of {', '.join(known)}"
        if not isinstance(value, str):
            raise self._unexpected(expected, value)
        hint = nearest(value, known)
        raise self.error(f"expected {expected}, not {value!r}" + (f", {hint}" if hint.startswith("did") else ""))

    def unknown(self, name: str, known: Sequence[str]) -> UsageError:
        """The error about a key of the table that stands here which nobody knows."""
        return self.at(name).error(f"unknown key, {nearest(name, known)}")

    def _unexpected(self, expected: str, value: object) -> UsageError:
        given = "an empty string" if value == "" else _KINDS.get(type(value), "a date or time")
        return self.error(f"expected {expected}, not {given}")
