"""Halves: where what was there before is put back under the condition that there was something, and nothing else is."""

from collections.abc import Sequence
from typing import Any, Final

from isolint.facts import Body
from isolint.program.flow.regions import chain, exclusive
from isolint.program.testing.touches import Touch

NONE: Final = ("=", None)


def is_half(body: Body, touch: Touch, others: Sequence[Touch], *, ending: bool) -> bool:
    """Whether a touch puts a value back only where there is one, and nothing says what holds otherwise.

    `others` are those of the same phase; `ending`: it is the end, where nothing is changed but to be set back.
    """
    if touch.half:
        return not any(_completes(touch, other, others, ending=ending) for other in others if other is not touch)
    if touch.drops or touch.adds or touch.sure or not _may_be_kept(touch.value):
        return False
    around = chain(body, touch.region)
    branch = next((n for n in around if body.regions[n][0] in ("if", "else") and _tells(body, n, touch.value)), 0)
    if not branch:
        left = [t[3] for t in body.turns if t[0] in ("return", "continue") and t[2] < touch.position]
        branch = next((n for n in left if n and n not in around and _lacks(body, n, touch.value)), 0)
        if not branch:
            return False
    elsewhere = branch if branch not in around else -1
    for region in [*[s[5] for s in body.stores], *[c[5] for c in body.calls]]:
        if region == elsewhere or exclusive(body, region, touch.region):
            return False
    return not any(_completes(touch, other, others, ending=ending) for other in others if other is not touch)


def _completes(touch: Touch, other: Touch, others: Sequence[Touch], *, ending: bool) -> bool:
    """Whether another touch says what holds where there was nothing."""
    if not other.thing.meets(touch.thing):
        return False
    if ending:
        return other.drops or other.region != touch.region
    if not other.drops or other.position > touch.position:
        return other.drops
    return not any(other.position < o.position < touch.position and o.thing.meets(touch.thing) for o in others)


def _tells(body: Body, number: int, value: Any) -> bool:
    """Whether a branch is taken where there is a value: `if old`, `if old is not None`, `if key in saved`."""
    kind, _, test = body.regions[number]
    match test:
        case ("<-", one):
            return kind == "else" and _is_same(one, value)
        case ("<-", one, other) if other == NONE:
            return _is_same(one, value)
        case ("<-", one, other):
            return kind == "if" and _is_same(("[]", other, one), value)
    return kind == "if" and _is_same(test, value)


def _lacks(body: Body, number: int, value: Any) -> bool:
    """Whether a branch is taken where there is no value."""
    kind, _, test = body.regions[number]
    match test:
        case ("<-", one) | ("<-", one, ("=", None)):
            return kind == "if" and _is_same(one, value)
    return False


def _is_same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _may_be_kept(value: Any) -> bool:
    """Whether a value may be what was there before: no constant, nothing that is made up."""
    match value:
        case None | ("=" | "<-" | "list" | "tuple" | "set" | "dict" | "def" | "import", *_):
            return False
    return True
