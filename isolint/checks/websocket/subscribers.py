"""Subscribers: queues of connections, one each, into all of which something is put."""

from collections.abc import Iterator
from typing import Final

from isolint.checks.websocket.connections import Kept, kept, reached
from isolint.checks.websocket.containers import from_all, split
from isolint.checks.websocket.serving import serves
from isolint.checks.websocket.sockets import filtered
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Ext, Site

CHANNEL: Final = "channel"
PUTS: Final = ("put", "put_nowait")


def put_for_all(program: Program, socket: str) -> Iterator[Site]:
    """The calls that put something into every queue of a container, from which code takes that serves a `socket`."""
    asked = {file for file in program.asked if not program.units[file].interface.mentions.isdisjoint(PUTS)}
    queues = program.once(kept, CHANNEL) if asked else {}
    for file, unit in program.speaking(*{place.name for place in queues}, role="application"):
        for scope, number in [at for name in PUTS for at in unit.calls_named(name)] if file in asked else ():
            body = unit.body(scope)
            callee, _, _, _, _, region = body.calls[number]
            place, name = split(callee)
            for held in reached(program, file, scope) if name in PUTS else ():
                found = from_all(place, held, body.calls)
                first = f"${row[0][0]}" if (row := unit.header(scope).params) else "$"
                if not found or found[0] not in queues or filtered(body, region, first):
                    continue
                if any(_taken(program, each, socket) for each in queues[found[0]]):
                    yield Site(file, scope, number)
                    break


def _taken(program: Program, queue: Kept, socket: str) -> bool:
    """Whether code that serves a connection takes from a queue that a function makes and adds."""
    methods = frozenset(m for row in program.vocabulary.kinds.get(CHANNEL, ()) for m in row.methods)
    for file, unit in program.speaking(program.units[queue.file].header(queue.scope).name, role="application"):
        for scope, number in [
            at for method in sorted(methods & unit.interface.mentions) for at in unit.calls_named(method)
        ]:
            callee = unit.body(scope).calls[number][0]
            if last_name(callee) not in methods or not serves(program, file, scope, socket):
                continue
            taken = program.evaluator.origins(file, scope, split(callee)[0])
            if any(isinstance(o, Ext) and o.site and o.site[:2] == (queue.file, queue.scope) for o in taken):
                return True
    return False
