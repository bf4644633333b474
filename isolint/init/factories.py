"""Factories: what makes a connection manager, or something that sends, for one user."""

from collections.abc import Iterator
from typing import Final

from isolint.checks.websocket.sockets import SENDING
from isolint.facts import FUNCTION
from isolint.init.classes import is_data, name
from isolint.init.contexts import Contexts
from isolint.init.functions import bound
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.values.origins import Cls, Fn, Obj
from isolint.program.words import snake
from isolint.vocabulary import Row

KIND: Final = "connection-manager-factory"
NEW: Final = frozenset({"create", "make", "build", "new", "for", "get"})
ENDING: Final = "Factory"
SENDERS: Final = 2  # methods that send
CHANNELS: Final = frozenset({"websocket", "web", "socket", "ws", "connection", "connections"})


def propose(program: Program, contexts: Contexts) -> Iterator[Proposal]:
    """A row for each function, and two for each class of them that is called a factory."""
    found: dict[Cls | Fn, tuple[int, str]] = {}
    for fn, made in _functions(program, contexts):
        unit = program.units[fn.file]
        owner = unit.owner(fn.scope)
        factory = owner >= 0 and unit.header(owner).name.endswith(ENDING)
        found.setdefault(Cls(fn.file, owner) if factory else fn, (fn.scope, name(program, made)))
    for thing, (scope, made_name) in found.items():
        things = (thing, Obj(thing, None)) if isinstance(thing, Cls) else (thing,)
        rows = [Row(KIND, program.evaluator.meaning.canonical(each)) for each in things]
        function = program.units[thing.file].header(scope).name
        reason = f"`{function}` makes `{made_name}` for one user"
        yield about(program, rows, thing[:2], reason, things)


def _functions(program: Program, contexts: Contexts) -> Iterator[tuple[Fn, Cls]]:
    """The application's functions that are told a user, and make what sends over connections."""
    users = program.vocabulary.names("identity-name")
    takers = {taker[:2] for taker in contexts.takers if taker.name and taker.cls in contexts.classes}
    for file, unit in enumerate(program.units):
        if program.roles[file] != "application":
            continue
        for scope in range(1, len(unit.interface.scopes)):
            header = unit.header(scope)
            around = unit.header(header.parent)
            if header.kind != FUNCTION or around.kind == FUNCTION or header.name[0] == "_":
                continue
            if not set(snake(header.name).split("_")[1:2]) & NEW:
                continue
            told = (file, scope) in takers or any(row[0] in users for row in header.params)
            made = _made(program, file, scope) if told else None
            if made is not None:
                yield bound(program, file, scope), made


def _made(program: Program, file: int, scope: int) -> Cls | None:
    """The class of what a function gives, made anew, where that sends over connections."""
    for origin in program.evaluator.calls.returned(bound(program, file, scope), None):
        if isinstance(origin, Obj) and origin.site and not is_data(program, origin.cls):
            words = set(snake(name(program, origin.cls)).split("_"))
            unit = program.units[origin.cls.file]
            methods = [unit.header(m).name for m in program.evaluator.members.methods(origin.cls)]
            sending = [m for m in methods if m.startswith(SENDING)]
            if words & CHANNELS and len(sending) >= SENDERS and not program.lifetimes.singleton(origin.cls):
                return origin.cls
    return None
