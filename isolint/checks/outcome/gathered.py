"""Gathered: what a call that runs several things is given, one by one."""

from collections.abc import Collection
from typing import Any, Final

from isolint.facts import Body
from isolint.program.unit import last_name, receiver

MOST: Final = 200  # values that are looked at
DISPLAYS: Final = frozenset({"*", "|", "list", "tuple", "set", "iter", "with"})
VIEWS: Final = frozenset({"values", "copy"})


def elements(body: Body, arguments: tuple[Any, ...], through: Collection[str]) -> list[Any]:
    """The calls by number, and the paths, that the arguments hold: in displays, in lists that they were added to.

    Calls whose name is in `through` are what they are given.
    """
    added: dict[int, list[Any]] = {}
    for callee, given, *_ in body.calls:
        if type(callee) is tuple and callee[:1] == (".",) and type(callee[1]) is int:
            added.setdefault(callee[1], []).extend(given)
    found: list[Any] = []
    queue, seen = list(arguments), set[int]()
    for value in queue:
        if len(queue) > MOST:
            break
        match value:
            case str():
                found.append(value)
            case int() if value not in seen and value < len(body.calls):
                seen.add(value)
                callee, given, *_ = body.calls[value]
                if last_name(callee) in VIEWS and not given:
                    queue.append(receiver(callee))
                    continue
                inner = [*added.get(value, ()), *(given if last_name(callee) in through else ())]
                queue += inner
                if not inner and not (callee == "list" and not given):
                    found.append(value)
            case (tag, *parts) if tag in DISPLAYS:
                queue += parts
            case ("[]" | ":", inner, _):
                queue.append(inner)
    return found
