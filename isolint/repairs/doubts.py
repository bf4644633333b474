"""Doubts: does a place belong to a branch that something decides, so that it may be empty there?"""

from isolint.facts import Body, Value
from isolint.program.flow.regions import chain, contains

ENDING = frozenset({"return", "continue", "break"})


def decides(body: Body, call: int, value: Value) -> bool:
    """Whether a call is only reached, or in a branch, by a test of a value other than that it is true.

    `if context is None: raise ..` before the call leaves no doubt, nor does `if context:` around it.
    """
    region, position = body.calls[call][5], body.calls[call][3]
    around = chain(body, region)
    for number in around:
        kind, _, test = body.regions[number]
        if kind in {"if", "else", "loop"} and contains(test, value) and not (kind == "if" and test == value):
            return True
    for kind, _, where, inner in body.turns:
        if kind in ENDING and where < position:
            left = [body.regions[n] for n in chain(body, inner) if n not in around]
            if any(kind in {"if", "else"} and contains(test, value) for kind, _, test in left):
                return True
    return False
