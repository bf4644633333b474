"""Successes: does a block leave a mark where it comes past an assertion, so that its absence tells of a failure?"""

from typing import Any, Final

from isolint.checks.outcome.handlers import WIDE, Taken, catches, within
from isolint.facts import Body
from isolint.program import Program
from isolint.program.unit import last_name

ASKING: Final = frozenset({"assert", "refute", "raise", "return"})


def success(program: Program, body: Body, position: int, one: Taken) -> bool:
    """Whether what follows an assertion in its block is kept, or what follows the block may ask for it."""
    if any(store[4] > position and within(body, store[5], one.block) for store in body.stores):
        return True
    adding = {method for row in program.vocabulary.kinds.get("container", ()) for method in row.methods}
    for call in body.calls:
        if call[3] > position and within(body, call[5], one.block) and last_name(call[0]) in adding:
            return True
    if not catches(body.regions[one.handler][2], WIDE) and _asks_after(body, one):
        return True  # an assertion whose failure is foreseen is a question
    values = [turn[1] for turn in body.turns] + [region[2] for region in body.regions]
    values += [v for call in body.calls for v in (*call[1], *[v for _, v in call[2]])]
    return any(_is_flag(value) for value in values)


def _asks_after(body: Body, one: Taken) -> bool:
    """Whether anything is tested after the first statement of a handler's block, outside of it."""
    last = max((turn[2] for turn in body.turns if within(body, turn[3], one.block)), default=0)
    return any(turn[0] in ASKING and turn[2] > last and not within(body, turn[3], one.handler) for turn in body.turns)


def _is_flag(value: Any) -> bool:
    """Whether a value is one of several constants, by what has run before: `passed = False`, later `True`."""
    match value:
        case ("|", *members) if len(members) > 1 and all(_is_constant(m) for m in members):
            return True
        case ("|" | "<-" | "list" | "tuple", *members):
            return any(_is_flag(m) for m in members)
    return False


def _is_constant(value: Any) -> bool:
    match value:
        case ("=", _):
            return True
        case ("<-" | "|", *members):
            return all(_is_constant(m) for m in members)
    return False
