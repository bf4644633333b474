"""Communal: what methods put, through their own object, into a mutable that the class binds for all of its objects."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.checks.state.meant import Meant
from isolint.facts import CLASS
from isolint.program import Program
from isolint.program.flow.places import Place
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting
from isolint.program.values.origins import Cls

ALONE = frozenset({"__new__", "__init_subclass__", "__class_getitem__", "__set_name__", "__del__"})
DISPLAYS = ("list", "dict", "set")
WHOLE = frozenset({"update", "extend"})


class Communal(NamedTuple):
    """A write to what all objects of a class share, with a name of what is put there.

    `doubted` says that other files, or names, may tell that it is meant so.
    """

    write: Write
    why: Lasting
    what: str
    doubted: bool


def communal(program: Program, registries: tuple[str, ...]) -> Iterator[Communal]:
    """All such writes in the files that are asked about."""
    meant = Meant(program, frozenset(registries))
    for file in program.asked:
        if program.roles[file] != "application":
            continue
        for scope, header in enumerate(program.units[file].interface.scopes):
            if header[0] == CLASS:
                yield from _of_class(program, meant, Cls(file, scope))


def _of_class(program: Program, meant: Meant, cls: Cls) -> Iterator[Communal]:
    bound = _bound(program, cls)
    if not bound:
        return
    unit = program.units[cls.file]
    for scope in program.evaluator.members.methods(cls):
        header = unit.header(scope)
        own = unit.own(scope)
        if not own or header.name in ALONE or "classmethod" in header.decorators:
            continue
        for write in program.writes.of(cls.file, scope):
            if write.how not in ("item", "call") or not _near(write.base, own):
                continue
            if header.name == "__init__" and write.method not in WHOLE:
                continue  # a list of all the objects that there are
            found = _one(program, meant, cls, write, bound)
            if found:
                yield found


def _bound(program: Program, cls: Cls) -> dict[str, Cls]:
    """What the bodies of a class and its bases bind that is a mutable, or may be one in an heir."""
    found: dict[str, Cls] = {}
    for owner in program.evaluator.members.mro(cls):
        if isinstance(owner, Cls):
            for name, value in program.units[owner.file].header(owner.scope).bindings.items():
                plain = value[1] if type(value) is tuple and value[0] == ":" else value
                if name not in found and (_is_fresh(plain) or (type(plain) is int and _is_made(program, owner, plain))):
                    found[name] = owner
    return found


def _is_made(program: Program, owner: Cls, number: int) -> bool:
    """Whether a call in the body of a class gives a container, whatever an annotation says."""
    origins = program.evaluator.origins(owner.file, owner.scope, number)
    has_kind = program.evaluator.meaning.has_kind
    return any(has_kind(o, "container") and not has_kind(o, "channel") for o in origins)


def _near(base: Any, own: str) -> bool:
    """Whether what is changed is an attribute of a method's own object, or in one, as far as text tells."""
    match base:
        case str():
            return base.startswith(f"${own}.") and base.count(".") == 1
        case ("[]", inner, _):
            return _near(inner, own)
        case ("|", *members):
            near = [m for m in members if _near(m, own)]
            return len(near) == 1 and all(_is_fresh(m) for m in members if m not in near)
        case int():
            return True
    return False


def _is_fresh(value: Any) -> bool:
    return type(value) is tuple and (value[0] in DISPLAYS or value == ("=", None))


def _one(program: Program, meant: Meant, cls: Cls, write: Write, bound: dict[str, Cls]) -> Communal | None:
    sources = program.requests.of(write.file, write.scope, *write.values)
    own = program.units[write.file].own(write.scope)
    keyed = program.keys.of(write.file, write.scope, write.key)
    if keyed in ("own", "unknown"):
        return None
    known = program.requests.of(write.file, write.scope, write.key).params  # what is made of it is the same for all
    given = sorted(p.name for p in sources.params - known if p.scope == write.scope and p.name != own)
    if not given:
        return None
    for place in program.places.of(write.file, write.scope, write.base):
        name = place.steps[0].name if place.steps else ""
        if place.kind != "parameter" or place.name != own or name not in bound or any(s.name for s in place.steps[1:]):
            continue
        inside = program.keys.along(place)
        if inside in ("own", "unknown"):
            continue
        why = program.keepers.shared(place) or _hook(program, place, write, bound[name])
        if why is None or meant.certainly(cls, bound[name], name, write):
            continue
        doubted = "request" in (keyed, inside) or meant.perhaps(cls, name)
        return Communal(write, why, given[0], doubted)
    return None


def _hook(program: Program, place: Place, write: Write, owner: Cls) -> Lasting | None:
    """An attribute that heirs bind in their bodies, and a method takes instead of a new mutable."""
    header = program.units[owner.file].header(owner.scope)
    name = place.steps[0].name
    if header.bindings[name] != ("=", None) or type(write.base) is not tuple or write.base[0] != "|":
        return None
    where = f"{program.evaluator.meaning.canonical(owner)}.{name}"
    return Lasting("class-body", owner.file, owner.scope, header.places.get(name, 0), where)
