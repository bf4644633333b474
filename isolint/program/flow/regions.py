"""Regions: how the places and the values of one function stand to each other."""

from collections.abc import Iterator
from typing import Any

from isolint.facts import Body


def chain(body: Body, region: int) -> list[int]:
    """A region and all around it, innermost first, without the function itself."""
    found = []
    while region:
        found.append(region)
        region = body.regions[region][1]
    return found


def loops(body: Body, region: int) -> list[int]:
    """The loops around a place."""
    return [r for r in chain(body, region) if body.regions[r][0] == "loop"]


def exclusive(body: Body, one: int, other: int) -> bool:
    """Whether two places stand in branches of which only one runs."""
    first, second = chain(body, one), chain(body, other)
    return any(_otherwise(body, r) in second for r in first) or any(_otherwise(body, r) in first for r in second)


def _otherwise(body: Body, region: int) -> int:
    """The `else` of an `if`, or -1."""
    kind, parent, _ = body.regions[region]
    if kind != "if":
        return -1
    following = range(region + 1, len(body.regions))
    return next((r for r in following if body.regions[r][0] == "else" and body.regions[r][1] == parent), -1)


def managers(body: Body, region: int) -> Iterator[Any]:
    """What is entered around a place."""
    return (body.regions[r][2] for r in chain(body, region) if body.regions[r][0] == "with")


def inside(body: Body, region: int, *kinds: str) -> bool:
    """Whether a place stands in a region of one of these kinds."""
    while region:
        kind, region, _ = body.regions[region]
        if kind in kinds:
            return True
    return False


def contains(value: Any, part: Any) -> bool:
    """Whether a value is or is made up of another one of the same scope."""
    if value is None or type(value) is bool:
        return False
    if type(value) is type(part) and value == part:
        return True
    if type(value) is not tuple or not value or value[0] in ("=", "def", "import"):
        return False
    return any(contains(inner, part) for inner in value)


def under(value: Any, path: str) -> Any:
    """What hangs on a value under a path of attributes."""
    if type(value) is str:
        return f"{value}.{path}" if path else value
    if type(value) is tuple and value[0] == ".":
        return (".", value[1], f"{value[2]}.{path}") if path else value
    return (".", value, path) if path and value is not None else value


def call_of(value: Any) -> int:
    """The number of the call that a value is the result of, entered or annotated as it may be; -1 for none."""
    while type(value) is tuple and value and value[0] in ("with", ":", "iter"):
        value = value[1]
    return value if type(value) is int else -1
