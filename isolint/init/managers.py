"""Managers: the classes that keep connections and send to them."""

from collections.abc import Iterator
from typing import Final

from isolint.checks.websocket.connections import near
from isolint.checks.websocket.managers import shape
from isolint.checks.websocket.sockets import SENDING
from isolint.facts import CLASS
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.values.origins import Cls, Obj
from isolint.vocabulary import Row

KIND: Final = "connection-manager"
SOCKET: Final = "websocket"


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """Two rows for each class, with `*.` in front: its structure decides then, where a plain path would condemn it.

    A name that some library uses as well is written with its module.
    """
    libraries = {path.replace("()", "").rpartition(".")[2] for path in program.vocabulary.exact}
    for file in near(program, SOCKET):
        for scope, header in enumerate(program.units[file].interface.scopes):
            cls = Cls(file, scope)
            if header[0] == CLASS and header[2] == 0 and _sends(program, cls):
                formed = shape(program, cls, SOCKET)
                if formed.keeps and not formed.by_user:
                    kept = ", ".join(f"`{place}`" for place in sorted(formed.places)[:2])
                    taken = header[1] in libraries
                    name = program.evaluator.meaning.canonical(cls) if taken else header[1]
                    rows = [Row(KIND, f"*.{name}{step}") for step in ("", "()")]
                    yield about(program, rows, cls, f"keeps connections in {kept}", (cls, Obj(cls, None)))


def _sends(program: Program, cls: Cls) -> bool:
    unit = program.units[cls.file]
    return any(unit.header(m).name.startswith(SENDING) for m in program.evaluator.members.methods(cls))
