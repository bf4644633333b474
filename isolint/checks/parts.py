"""Parts: what values are made of: the paths that they begin with, what is inside of them, keys that are written out."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Any, Final

Calls = tuple[tuple[Any, ...], ...]
"""The calls of a function, as a body lists them."""

LEAVES: Final = frozenset({"=", "import", "def"})
MOST: Final = 400  # parts that are looked at


def prefixes(value: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """What a path begins with, the longest first, each with the names that follow."""
    rest: tuple[str, ...] = ()
    while True:
        yield value, rest
        if type(value) is str and "." in value:
            value, _, name = value.rpartition(".")
        elif type(value) is tuple and value and value[0] == ".":
            head, _, name = value[2].rpartition(".")
            value = (".", value[1], head) if head else value[1]
        else:
            return
        rest = (name, *rest)


def inside(values: Iterable[Any], calls: Calls) -> Iterator[Any]:
    """The parts of values: names, calls by number and tagged tuples, through what the calls are given."""
    queue = list(values)
    seen: set[int] = set()
    for part in queue:
        if len(queue) > MOST:
            return
        yield part
        if type(part) is int and part not in seen and part < len(calls):
            seen.add(part)
            callee, arguments, keywords, *_ = calls[part]
            queue += [callee, *arguments, *[v for _, v in keywords]]
        elif type(part) is tuple and part and part[0] not in LEAVES:
            match part:
                case (".", base, _) | (":", base, _):
                    queue.append(base)
                case ("dict", *pairs):
                    queue += [v for pair in pairs for v in pair]
                case _:
                    queue += part[1:]


def constant_keys(value: Any) -> Iterator[tuple[str, Any]]:
    """The keys of a dict display that are constants, with what they stand for, those of displays in it too."""
    if type(value) is tuple and value and value[0] == "dict":
        for key, inner in value[1:]:
            if type(key) is tuple and key[0] == "=":
                yield str(key[1]), inner
            yield from constant_keys(inner)


def behind(value: Any, calls: Calls, names: AbstractSet[str], attribute: str) -> bool:
    """Whether a value speaks of an attribute behind one of these names, or behind `type(..)` among the calls."""
    for path, base in paths(value):
        parts = path.split(".")
        if any(name == attribute and holder.lstrip("$") in names for holder, name in pairwise(parts)):
            return True
        if parts[0] == attribute and type(base) is int and base < len(calls) and calls[base][0] == "type":
            return True
    return False


def paths(value: Any) -> Iterator[tuple[str, Any]]:
    """The paths in a value, each with what it hangs on, if that is no name."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as path:
                yield path, None
            case (".", base, str(path)):
                yield path, base
                waiting.append(base)
            case ("=", *_):
                pass
            case tuple() as parts:
                waiting.extend(parts)
            case dict() as named:
                waiting.extend(named.values())
