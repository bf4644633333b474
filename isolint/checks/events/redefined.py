"""Redefined: does a list repeat a set of events, and differ from it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.checks.match import Match
from isolint.program import Program

COMMON: Final = 3  # events that a list has in common with the set, from which on it repeats it
CUT: Final = 16  # strings of a display that facts keep


@dataclass(frozen=True, slots=True)
class Redefined:
    """Lists, tuples and sets of strings that hold three or more events of a set, and others or not all of them."""

    sets: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each display; one that mostly holds other things is a list of its own."""
        for row in program.vocabulary.kinds.get(self.sets, ()):
            events = frozenset(row.keywords)
            for file in program.asked:
                unit = program.units[file]
                near = len(events & unit.interface.listed) >= COMMON
                for scope in range(len(unit.interface.scopes) if near else 0):
                    for kind, value, position, _ in unit.body(scope).turns:
                        if kind != "words":
                            continue
                        texts = {v[1] for v in value[1:]}
                        extra = texts - events
                        if len(texts & events) < COMMON or texts == events or len(extra) > len(events):
                            continue
                        if len(value) <= CUT:
                            how = [f"lacks {_told(events - texts, row.keywords)}"] if events - texts else []
                            how += [f"adds {_told(extra, ())}"] if extra else []
                            yield Match(
                                file=file, scope=scope, position=position, place=row.path,
                                words={"place": row.path, "how": " and ".join(how)},
                            )  # fmt: skip


def _told(texts: set[str] | frozenset[str], order: tuple[str, ...]) -> str:
    return ", ".join(f"`{text}`" for text in [*[o for o in order if o in texts], *sorted(texts - set(order))])
