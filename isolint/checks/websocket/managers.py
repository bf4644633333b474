"""Managers: which classes keep connections, and whether they keep them by user."""

from dataclasses import dataclass
from typing import Any

from isolint.checks.websocket.containers import Place, attributes, makes
from isolint.checks.websocket.sockets import Added, added, filtered, senders, sent_to_all
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Obj, Site


@dataclass(frozen=True, slots=True)
class Shape:
    """What the methods of a class do with connections.

    `keyed` connections are reached by a key that is no constant, `by_user` by a user's; `on_class` ones are kept on the
    class itself; `places` are the attributes that hold them; `announcing` are the methods that send to all, by name.
    """

    keeps: bool
    keyed: bool
    by_user: bool
    on_class: bool
    places: frozenset[str]
    announcing: frozenset[str]

    @property
    def sends_to_all(self) -> bool:
        """Whether some method sends to all connections."""
        return bool(self.announcing)


def shape(program: Program, cls: Cls, socket: str) -> Shape:
    """How a class keeps and serves connections of kind `socket`, its bases in the program included."""
    people = program.vocabulary.names("identity-name")
    sending = program.once(senders, socket)
    kept: list[Added] = []
    sent: list[tuple[str, Place, Any]] = []
    on_class = False
    for owner in program.evaluator.members.mro(cls):
        if not isinstance(owner, Cls):
            continue
        unit = program.units[owner.file]
        for method in program.evaluator.members.methods(owner):
            header, body = unit.header(method), unit.body(method)
            first = f"${header.params[0][0]}" if header.params else "$"
            held = attributes(owner.file, owner.scope, (first, unit.header(owner.scope).name))
            kept += added(program, owner.file, method, held, socket)
            for number, call in enumerate(body.calls):
                found = sent_to_all(program, Site(owner.file, method, number), held, sending)
                if found and not filtered(body, call[5], first):
                    sent.append((header.name, *found))
    for each in kept:
        unit = program.units[each.place.file]
        value = unit.header(each.place.scope).bindings.get(each.place.name)
        on_class = on_class or bool(makes(program, each.place.file, each.place.scope, value))
    keys = [each.key for each in kept]
    under = {key[1] for key in keys if constant(key)}
    keyed = bool(kept) and all(key is not None and not constant(key) for key in keys)
    by_user = keyed and any(last_name(part) in people for key in keys for part in _parts(key))
    places = frozenset(each.place.name for each in kept)
    announcing = frozenset(name for name, _, key in sent if key is None or key in under)
    return Shape(bool(kept), keyed, by_user, on_class, places, announcing)


def manager(program: Program, cls: Cls, kind: str, socket: str) -> Confidence | None:
    """How sure it is that a class serves the connections of all users without keying them, or None."""
    found = program.once(shape, cls, socket)
    if found.keeps and not found.keyed and found.sends_to_all:
        return "high"
    meaning = program.evaluator.meaning
    rows = (*meaning.rows(Obj(cls, None), kind), *meaning.rows(cls, kind))
    if any(not row.path.startswith("*.") for row in rows):
        return "high"  # a path of its own: whoever knows this very class says that it must not be shared
    if not rows:
        return None
    if found.keyed:
        return "medium" if found.sends_to_all and not found.by_user else None
    if found.keeps:
        return "medium" if _iterated_elsewhere(program, cls, found.places) else None
    return "medium" if found.sends_to_all else None


def _iterated_elsewhere(program: Program, cls: Cls, places: frozenset[str]) -> bool:
    """Whether some other code goes through all connections that a class keeps."""
    for file in program.evaluator.surface.mentioning(*places):
        unit = program.units[file]
        if file == cls.file:
            continue
        for scope in range(len(unit.interface.scopes)):
            for region in unit.body(scope).regions:
                if region[0] == "loop" and type(region[2]) is tuple and last_name(region[2][-1]) in places:
                    return True
    return False


def _parts(key: Any) -> tuple[Any, ...]:
    return key[1:] if type(key) is tuple and key[0] == "tuple" else (key,)


def constant(key: Any) -> bool:
    """Whether a key is one for all users."""
    return type(key) is tuple and key[0] == "="
