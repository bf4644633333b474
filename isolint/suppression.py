"""Suppression: one comment that has been read, with the file and the lines it speaks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from isolint.directive import Directive, is_prefix, parse
from isolint.finding import Finding
from isolint.rules import Rule

if TYPE_CHECKING:
    from isolint.lower.comments import Comment

EVERYTHING: Final = ""
"""The name under which a comment without codes is accounted for."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A directive at its place; line is 1-based, `column` a 0-based code point.

    `names` leaves out the codes of other linters, and holds `EVERYTHING` alone where the comment names nothing.
    """

    path: str
    line: int
    column: int
    text: str
    first: int
    last: int
    directive: Directive
    names: tuple[str, ...]

    def covers(self, line: int) -> bool:
        """Whether a finding that begins on this line is covered."""
        return self.first <= line <= self.last

    def fitting(self, finding: Finding, rules: Mapping[str, Rule]) -> tuple[str, ...]:
        """Those of its names that match a finding's code, its name, or one of the codes that stand in `also`."""
        codes = (finding.code, *finding.also)
        known = {*codes, finding.name, *(rules[code].name for code in codes if code in rules)}
        return tuple(
            name
            for name in self.names
            if name == EVERYTHING or name in known or (is_prefix(name) and any(code.startswith(name) for code in codes))
        )


def suppressions(path: str, comments: "Sequence[Comment]") -> Iterator[Suppression]:
    """The comments of a file that concern isolint."""
    for line, column, text, first, last in comments:
        directive = parse(text)
        if directive is None:
            continue
        names = (EVERYTHING,) if directive.names is None else _ours(directive, directive.names)
        if names:
            yield Suppression(path, line, column, text, first, last, directive, names)


def _ours(directive: Directive, names: tuple[str, ...]) -> tuple[str, ...]:
    unique = tuple(dict.fromkeys(names))
    return tuple(name for name in unique if is_prefix(name)) if directive.kind == "noqa" else unique
