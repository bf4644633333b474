"""Readers: who reads, in request code, what an escape leaves behind?"""

import re
from typing import Any, Final

from isolint.checks.parts import prefixes
from isolint.facts import MODULE
from isolint.program import Program
from isolint.program.flow.escapes import Escape
from isolint.program.flow.places import Place
from isolint.program.flow.reads import OWN
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext

# who reads that is not told by a name
NAMELESS: Final = frozenset({"cached", "framework", "registered", "application-state"})


def reader(program: Program, escape: Escape) -> tuple[int, int] | None:
    """A function that reads the place in request code."""
    write, place = escape.write, escape.place
    if escape.why.how in ("serving", "unseen", "decorating"):
        return _other(program, escape)
    adding = write.how in ("item", "call")
    untold = place.kind in ("foreign", "cached") or escape.why.how == "swapped"
    if untold or (adding and (place.kind == "state" or _looked_up(program, escape))):  # who reads it is not told
        return write.file, write.scope
    if write.how == "attr":
        if not isinstance(write.key, str):
            return write.file, write.scope
        name, home = write.key, None
    else:
        names = [s.name for s in place.steps if s.name]
        if not names and place.kind == "parameter" and escape.why.how != "class-body":
            return _reader_of_given(program, escape)
        if len(place.steps) == 1 and names and _inherited(program, place):
            return write.file, write.scope
        lone = place if place.kind in ("global", "closure") else None
        name, home = (names[-1], None) if names else (place.name, lone)
    known = program.reads.of(name, home, _owners(program, escape)) if name else ()
    for at in known:
        if program.way(*at):
            return at
    if write.how != "attr":
        return None
    return _beside(program, escape, known) if place.kind == "class" else _user(program, escape)


def asked_for(program: Program, escape: Escape) -> bool:
    """Whether the request, an identity or a credential is bound to a public name, as is done for others to read it."""
    write = escape.write
    if escape.why.how in ("serving", "unseen"):
        return False
    if write.how not in ("attr", "name") or type(write.key) is not str or write.key.startswith("_"):
        return False
    if write.key in program.requests.people:
        return True
    paths = [v for v in write.values if type(v) is str]  # what is made from an identity is something else
    sources = program.requests.of(write.file, write.scope, *paths)
    if sources.people or sources.secret:
        return True
    return any(path.startswith("$") and path[1:] in program.requests.current for path in paths)


def _beside(program: Program, escape: Escape, known: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """A function that reads what handlers leave on a class, as whoever runs the server does, and never resets it."""
    write, place = escape.write, escape.place
    name = program.units[place.file].header(place.scope).name
    for file, scope in known:
        stores = program.units[file].body(scope).stores
        reset = any(row[0] == "attr" and row[2] == write.key and _is_constant(row[3]) for row in stores)
        if not reset and (file, scope) != (write.file, write.scope) and name in program.reads.spoken(file, scope):
            return file, scope
    return None


def _is_constant(value: Any) -> bool:
    return type(value) is tuple and value[0] == "="


def _looked_up(program: Program, escape: Escape) -> bool:
    """Whether what is written to is a table that hangs on an object of a library's, which looks things up in it."""
    held = program.evaluator.origins(escape.write.file, escape.write.scope, escape.write.base)
    tables = (o for o in held if type(o) is Ext and "()." in o.path and not o.path.endswith("()"))
    return any(program.evaluator.meaning.has_kind(table, "container") for table in tables)


def _other(program: Program, escape: Escape) -> tuple[int, int] | None:
    """Another method that reads what an object is told, whoever calls it."""
    write = escape.write
    if escape.why.how == "decorating" and not str(write.key).startswith("_"):
        return write.file, write.scope  # it is there for others to read
    methods = program.reads.of(str(write.key), None, _owners(program, escape))
    return next((at for at in methods if at != (write.file, write.scope)), None)


def _user(program: Program, escape: Escape) -> tuple[int, int] | None:
    """A function in request code that uses an object of a library's, which reads what is set on it.

    Who says to an object which user it is about says it to be read, by its class or by who has the object too.
    """
    write, place = escape.write, escape.place
    held = program.evaluator.origins(write.file, write.scope, write.base)
    if not held or any(type(o) is not Ext or program.evaluator.meaning.has_kind(o, "application-state") for o in held):
        return None
    put = program.requests.of(write.file, write.scope, *write.values)
    if place.kind == "global" and not place.steps and (put.people or put.secret):
        return write.file, write.scope
    for callee, arguments, keywords, position, _, _ in program.units[write.file].body(write.scope).calls:
        if position > write.position and _uses(callee, (*arguments, *[v for _, v in keywords]), write.base):
            return write.file, write.scope
    names = [s.name for s in place.steps if s.name]
    name, home = (names[-1], None) if names else (place.name, place)
    if home is not None and home.kind != "global":
        return None
    own = place.kind == "parameter" and program.units[place.file].own(place.scope) == place.name and len(names) == 1
    owners = _family(program, Cls(place.file, program.units[place.file].owner(place.scope))) if own else None
    for at in program.reads.of(name, home, owners):
        if at != (write.file, write.scope) and name in _called(program, *at) and program.way(*at):
            return at
    return None


def _uses(callee: Any, arguments: tuple[Any, ...], thing: Any) -> bool:
    """Whether a call is of a method of a thing or of what hangs on it, or is given it."""
    if thing in arguments:
        return True
    return any(start == thing for start, rest in prefixes(callee) if rest)


def _called(program: Program, file: int, scope: int) -> frozenset[str]:
    """The names of what a function calls methods of."""
    return frozenset(last_name(receiver(call[0])) for call in program.units[file].body(scope).calls)


def _inherited(program: Program, place: Place) -> bool:
    """Whether the class of a library's that an object inherits from keeps an attribute, and so reads it."""
    name = place.steps[0].name
    origins = program.evaluator.origins(place.file, place.scope, f"${place.name}.{name}")
    return place.kind == "parameter" and any(type(o) is Ext and o.path.endswith(f"().{name}") for o in origins)


def _reader_of_given(program: Program, escape: Escape) -> tuple[int, int] | None:
    """A function in request code that reads what a parameter, or a method's own object, is."""
    write, place, why = escape.write, escape.place, escape.why
    own = program.units[place.file].own(place.scope) == place.name
    if why.how in NAMELESS or (not own and f"${place.name}" in program.reads.spoken(write.file, write.scope)):
        return write.file, write.scope
    if own:
        for cls in sorted(_family(program, Cls(place.file, program.units[place.file].owner(place.scope)))):
            for method in program.evaluator.members.methods(cls):
                if OWN in program.reads.spoken(cls.file, method) and program.way(cls.file, method):
                    return cls.file, method
    name = re.split(r"\W+", why.name.rstrip(".[]"))[-1]
    globally = why.name == f"{program.modules.dotted(why.file)}.{name}".lstrip(".")
    home = Place("global", why.file, MODULE, name) if globally else None
    called = [program.units[s.file].body(s.scope).calls[s.call][0] for s in escape.way.calls]
    for at in program.reads.of(name, home, past=frozenset(last_name(c) for c in called)):
        if program.way(*at):
            return at
    return None


def _owners(program: Program, escape: Escape) -> frozenset[Cls] | None:
    """The classes whose objects are written to, where that is an attribute of a method's own object."""
    place = escape.place
    unit = program.units[place.file]
    depth = len([s for s in place.steps if s.name]) + (escape.write.how == "attr")
    if place.kind != "parameter" or depth > 1 or unit.own(place.scope) != place.name:
        return None
    return _family(program, Cls(place.file, unit.owner(place.scope)))


def _family(program: Program, cls: Cls) -> frozenset[Cls]:
    members = program.evaluator.members
    return frozenset([*(c for c in members.mro(cls) if type(c) is Cls), *members.below(cls)])
