"""Repeated: does a test do something again and again, as who wants to reach a limit has to?"""

from typing import Any, Final

from isolint.checks.crowd.crowds import Crowds
from isolint.facts import FUNCTION, ITERATED
from isolint.program import Program
from isolint.program.entry.routes import VERBS
from isolint.program.unit import last_name

COUNTING: Final = frozenset({"range", "repeat", "count"})  # what a comprehension goes over is a call, what it does not


def repeats(program: Program, crowds: Crowds, file: int, scope: int) -> bool:
    """Whether a test, or a helper of it, calls things in a loop or at the same time, or sends one thing twice alike."""
    if crowds.together(file, scope):
        return True
    sending = VERBS | {m for row in program.vocabulary.kinds.get("client", ()) for m in row.methods}
    fixtures = {(fn.file, fn.scope) for fn in program.suites.used(file, scope)}
    run = dict.fromkeys([(file, inner) for inner in program.reach.inside(file, scope)])
    run.update(dict.fromkeys(at for at in program.reach.next(file, scope) if at not in fixtures))
    return any(_again(program, *at, sending) for at in run)


def _again(program: Program, file: int, scope: int, sending: frozenset[str]) -> bool:
    unit = program.units[file]
    if unit.header(scope).kind != FUNCTION:
        return False
    body = unit.body(scope)
    looped = {number for number, (kind, *_) in enumerate(body.regions) if kind == "loop"}
    seen: set[Any] = set()
    for callee, arguments, keywords, _, flags, region in body.calls:
        if flags & ITERATED and last_name(callee) in COUNTING:
            return True
        while looped and region:
            if region in looped:
                return True
            region = body.regions[region][1]  # noqa: PLW2901  # outwards
        asked = (callee, arguments, keywords)
        if asked in seen and (type(callee) is int or (arguments and last_name(callee) in sending)):
            return True
        seen.add(asked)
    return False
