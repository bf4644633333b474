"""Free: the names that a value is made of, by which it is known whether it means the same somewhere else."""

from collections.abc import Iterator
from typing import Any

from isolint.program.unit import Unit


def free(unit: Unit, scope: int, value: Any) -> Iterator[str]:
    """The first names of the paths in a value, seen from a scope, those in its calls among them."""
    calls = unit.body(scope).calls
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as path:
                yield path.partition(".")[0].lstrip("$")
            case int() as number if number < len(calls):
                waiting += [calls[number][0], *calls[number][1], *[v for _, v in calls[number][2]]]
            case (".", inner, _):
                waiting.append(inner)
            case ("=" | "import" | "def", *_):
                pass
            case ("dict", *pairs):
                waiting += [each for pair in pairs for each in pair]
            case (str(), *inner):
                waiting += inner


def holds(value: Any, part: Any) -> bool:
    """Whether a value is made of another one, among others."""
    return isinstance(value, tuple) and any(each == part or holds(each, part) for each in value)
