"""Parted: does a place lie behind a property that hands out a part of its own to each user or request?"""

from isolint.facts import MODULE
from isolint.program.flow.keys import Keys
from isolint.program.flow.places import Place
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Obj


def is_parted(evaluator: Evaluator, keys: Keys, place: Place) -> bool:
    """Whether one of the names on the way to a place is such a property, as in `storage.user["name"]`."""
    if not place.steps:
        return False
    match place.kind:
        case "global":
            at = evaluator.origins(place.file, MODULE, place.name)
        case "parameter":
            at = evaluator.origins(place.file, place.scope, f"${place.name}")
        case _:
            return False
    for step in place.steps:
        if not step.name:
            return False
        if any(isinstance(o, Obj) and _hands_out_parts(evaluator, keys, o.cls, step.name) for o in at):
            return True
        at = evaluator.attribute(at, step.name)
    return False


def _hands_out_parts(evaluator: Evaluator, keys: Keys, cls: Cls, name: str) -> bool:
    for owner in evaluator.members.mro(cls):
        if not isinstance(owner, Cls):
            return False
        unit = evaluator.units[owner.file]
        value = unit.header(owner.scope).bindings.get(name)
        if type(value) is not tuple or value[0] != "def":
            continue
        if not evaluator.members.is_property(owner.file, unit.header(value[1])):
            return False
        returned = [v for v, _ in unit.body(value[1]).returns]
        return any(_by_request(keys, owner.file, value[1], v) for v in returned)
    return False


def _by_request(keys: Keys, file: int, scope: int, value: object) -> bool:
    """Whether a value is the element of a table under a key that tells users or requests apart."""
    if type(value) is not tuple or value[0] != "[]":
        return False
    return keys.of(file, scope, value[2]) in ("own", "request")
