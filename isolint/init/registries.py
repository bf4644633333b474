"""Registries: the classes that keep objects in an attribute and hand them out by name."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.facts import CLASS
from isolint.init.classes import is_data
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal, about
from isolint.init.stores import Kept, Taken, kept, taken
from isolint.init.users import Users
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Fn, Obj
from isolint.program.words import snake
from isolint.vocabulary import Row

KIND: Final = "registry"
NAMES: Final = frozenset({"registry", "registrar", "locator"})
TAKES: Final = frozenset({"get", "find", "lookup", "resolve"})
KEEPS: Final = frozenset({"register", "add", "set", "put"})
TYPES: Final = frozenset({"type", "Type", "Callable"})
WRITTEN: Final = ("=", "<-", "dict", "list", "set", "tuple")


def propose(program: Program, contexts: Contexts) -> Iterator[Proposal]:
    """Two rows for each class, for accessors are called on the class or on an object."""
    users = Users(program, contexts)
    for file, unit in enumerate(program.units):
        for scope, header in enumerate(unit.interface.scopes) if program.roles[file] == "application" else ():
            cls = Cls(file, scope)
            if header[0] != CLASS or header[2] != 0 or not _called(header[1], NAMES) or _decorates(program, cls):
                continue
            given = [each for each in kept(program, cls) if _is_kept(program, cls, each, users)]
            acting = {each.place for each in given if _acts(program, cls, each, users)}
            parts = {each.place for each in given}
            out = [each for each in taken(program, cls) if each.place in (parts if each.part else acting)]
            out = [each for each in out if _is_handed(program, cls, each, users)]
            if out:
                yield _proposal(program, cls, given, out)


def _proposal(program: Program, cls: Cls, given: list[Kept], out: list[Taken]) -> Proposal:
    unit = program.units[cls.file]
    methods = tuple(sorted({unit.header(each.method).name for each in out}))
    places = tuple(sorted({each.place for each in out}))
    adder = next(unit.header(each.method).name for each in given if each.place == out[0].place)
    things = (cls, Obj(cls, None))
    rows = [Row(KIND, program.evaluator.meaning.canonical(thing), methods, places) for thing in things]
    return about(program, rows, cls, f"`{adder}` keeps in `{out[0].place}` what `{methods[0]}` hands out", things)


def _called(name: str, words: frozenset[str]) -> bool:
    return name[0] != "_" and not words.isdisjoint(snake(name).split("_"))


def _decorates(program: Program, cls: Cls) -> bool:
    """Whether a method that registers gives a decorator: what is kept are classes and functions."""
    unit = program.units[cls.file]
    methods = [m for m in program.evaluator.members.methods(cls) if "register" in unit.header(m).name]
    return any(type(v) is tuple and v[0] == "def" for m in methods for v, _ in unit.body(m).returns)


def _is_kept(program: Program, cls: Cls, each: Kept, users: Users) -> bool:
    """Whether a method adds a thing by a name that is no user's; none that takes the context of a request."""
    adds = not KEEPS.isdisjoint(snake(program.units[cls.file].header(each.method).name).split("_"))
    return adds and last_name(each.key) not in users.names and not users.takes(cls.file, each.method)


def _is_handed(program: Program, cls: Cls, each: Taken, users: Users) -> bool:
    """Whether a method hands out a thing by a name that is no user's, and no class or function."""
    header = program.units[cls.file].header(each.method)
    return _called(header.name, TAKES) and each.key not in users.names and not _names_type(header.returns)


def _acts(program: Program, cls: Cls, each: Kept, users: Users) -> bool:
    """Whether what is kept may be an object that works for users: no data, and no class or function."""
    if type(each.value) is tuple and each.value and each.value[0] in WRITTEN:
        return False
    params = {f"${row[0]}": row[1] for row in program.units[cls.file].header(each.method).params}
    if type(each.value) is str and _names_type(params.get(each.value)):
        return False
    origins = program.evaluator.origins(cls.file, each.method, each.value)
    if any(isinstance(o, Cls | Fn) for o in origins):
        return False
    made = [o.cls for o in origins if isinstance(o, Obj)]
    return not made or any(users.served(thing) and not is_data(program, thing) for thing in made)


def _names_type(note: Any) -> bool:
    if type(note) is not tuple or not note:
        return last_name(note) in TYPES
    return any(_names_type(part) for part in note[1:])
