"""Handlers: which handler takes an error that is raised at a place, and what the handler does with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.facts import Body
from isolint.program.flow.regions import chain
from isolint.program.unit import last_name

WIDE: Final = frozenset({"Exception", "BaseException"})
ASSERTION: Final = WIDE | {"AssertionError"}


@dataclass(frozen=True, slots=True)
class Taken:
    """The `try` or `with` whose handler takes an error, that handler's region, and how it is written."""

    block: int
    handler: int
    spelling: str


def taken(body: Body, region: int, names: frozenset[str]) -> Iterator[Taken]:
    """The handlers around a place that take an error of one of these types, the innermost first."""
    skipped = 0
    for at in chain(body, region):
        kind, parent, _ = body.regions[at]
        if kind == "tried":
            skipped = parent  # what stands behind a `try` is not caught by it
        if kind == "try" and at != skipped:
            found = next((h for h in handlers(body, at) if catches(body.regions[h][2], names)), 0)
            if found:
                yield Taken(at, found, _spelling(body.regions[found][2]))


def handlers(body: Body, block: int) -> list[int]:
    """The handlers of a `try`, in their order."""
    parent = body.regions[block][1]
    found = []
    for at in range(block + 1, len(body.regions)):
        kind, around, _ = body.regions[at]
        if around == parent:
            if kind != "except":
                break
            found.append(at)
    return found


def catches(caught: Any, names: frozenset[str]) -> bool:
    """Whether an `except` that names `caught` takes errors of one of these types; a bare one takes all."""
    if caught is None:
        return True
    each = caught[1:] if type(caught) is tuple and caught[0] in ("tuple", "|") else (caught,)
    return any(last_name(one) in names for one in each)


def _spelling(caught: Any) -> str:
    each = caught[1:] if type(caught) is tuple and caught[0] == "tuple" else (caught,)
    names = [last_name(one) or "..." for one in each if one is not None]
    told = names[0] if len(names) == 1 else f"({', '.join(names)})"
    return f"except {told}" if names else "except"


def within(body: Body, region: int, block: int) -> bool:
    """Whether a region is another one or lies in it."""
    return block in chain(body, region)
