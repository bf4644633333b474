"""Serving: is a function there for one connection?"""

from isolint.checks.websocket.containers import split
from isolint.checks.websocket.sockets import senders
from isolint.facts import FUNCTION, GENERATOR
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.flow.regions import call_of
from isolint.program.values.origins import Arg, Cls, Ext, Obj, Site


def serves(program: Program, file: int, scope: int, socket: str) -> Confidence | None:
    """How sure it is that a function serves one connection: it holds or makes it, or gives what is streamed to it.

    An endpoint that hands out one item may well be meant for workers.
    """
    unit = program.units[file]
    at = scope
    while at > 0:
        if unit.header(at).kind == FUNCTION:
            sure = "high" if _makes(program, file, at, socket) else _holds(program, file, at, socket)
            if sure:
                return sure
        at = unit.header(at).parent
    owner = unit.owner(scope)
    if owner >= 0 and program.evaluator.meaning.has_kind(Obj(Cls(file, owner), None), socket):
        return "high"
    if program.entries.starts_up(file, scope):
        return None
    streams = unit.header(scope).flags & GENERATOR and not unit.header(scope).decorators
    return "high" if streams and program.way(file, scope) else None


def _makes(program: Program, file: int, scope: int, socket: str) -> bool:
    """Whether a function has a library make a connection, or the stream of an answer, and sends on it."""
    methods = program.once(senders, socket).methods
    for callee, *_ in program.units[file].body(scope).calls:
        base, name = split(callee)
        made = call_of(base) if name in methods else -1
        if made < 0 or not all(isinstance(o, Ext) for o in program.evaluator.calls.callees(Site(file, scope, made))):
            continue
        if any(program.evaluator.meaning.has_kind(o, socket) for o in program.evaluator.origins(file, scope, base)):
            return True
    return False


def _holds(program: Program, file: int, scope: int, socket: str) -> Confidence | None:
    """Whether a parameter is a connection."""
    names = program.vocabulary.names("websocket-name")
    for row in program.units[file].header(scope).params:
        for origin in program.evaluator.origins(file, scope, f"${row[0]}"):
            if program.evaluator.meaning.has_kind(origin, socket):
                return "high"
            if isinstance(origin, Arg) and origin.name in names:
                return "medium"
    return None
