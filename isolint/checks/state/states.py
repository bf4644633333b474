"""States: whether objects of a class, or what they keep, are changed after they were made by what methods are given."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.checks.parts import inside
from isolint.facts import Body
from isolint.program import Program
from isolint.program.values.origins import Cls

BUILDING: Final = frozenset({"__init__", "__new__", "__post_init__", "__setstate__", "__set_name__", "__del__"})


def changing(program: Program, cls: Cls) -> frozenset[str]:
    """The methods by which an object of a class takes in something that it is given."""
    found: set[str] = set()
    for owner in program.evaluator.members.mro(cls):
        if isinstance(owner, Cls):
            building = _building(program, owner)
            for method, first in _methods(program, owner):
                header = program.units[owner.file].header(method)
                if header.name not in building and _takes_in(program, owner.file, method, first):
                    found.add(header.name)
    return frozenset(found)


def changes(program: Program, cls: Cls, attribute: str, changers: frozenset[str]) -> bool:
    """Whether a class, a base or a subclass changes what its attribute holds, by a store or by one of `changers`."""
    members = program.evaluator.members
    for owner in (*members.mro(cls), *members.below(cls)):
        if not isinstance(owner, Cls):
            continue
        for method, first in _methods(program, owner):
            place = f"{first}.{attribute}"
            body = program.units[owner.file].body(method)
            if any(kind != "name" and _at(base, place) for kind, base, *_ in body.stores):
                return True
            if any(_called(c[0], place) in changers for c in body.calls):
                return True
    return False


def feeds(program: Program, cls: Cls, attribute: str) -> bool:
    """Whether a class gives what stands in its attribute to a public method by which it takes things in."""
    takers = {name for name in changing(program, cls) if not name.startswith("_")}
    for owner in program.evaluator.members.mro(cls) if takers else ():
        if not isinstance(owner, Cls):
            continue
        unit = program.units[owner.file]
        for method, first in _methods(program, owner):
            body = unit.body(method)
            kept = {f"{first}.{attribute}", *[v for v in _stored(body, first, attribute) if type(v) is str]}
            for callee, arguments, *_ in body.calls:
                own = type(callee) is str and callee.startswith(f"{first}.") and callee[len(first) + 1 :] in takers
                if own and any(type(part) is str and part in kept for part in inside(arguments, body.calls)):
                    return True
    return False


def _stored(body: Body, first: str, attribute: str) -> list[Any]:
    """What is stored as an attribute of the own object."""
    return [v for kind, base, key, v, *_ in body.stores if (kind, base, key) == ("attr", first, attribute)]


def _at(base: Any, place: str) -> bool:
    """Whether what is stored on is the place, or hangs on it."""
    if type(base) is tuple and base and base[0] == "[]":
        return _at(base[1], place)
    return type(base) is str and (base == place or base.startswith(f"{place}."))


def _called(callee: Any, place: str) -> str:
    base, _, name = callee.rpartition(".") if type(callee) is str else ("", "", "")
    return name if base == place else ""


def _methods(program: Program, cls: Cls) -> Iterator[tuple[int, str]]:
    unit = program.units[cls.file]
    for method in program.evaluator.members.methods(cls):
        header = unit.header(method)
        if header.params and not {"staticmethod", "classmethod"} & set(header.decorators):
            yield method, f"${header.params[0][0]}"


def _building(program: Program, cls: Cls) -> frozenset[str]:
    """The methods that only run while an object is made."""
    unit = program.units[cls.file]
    callers: dict[str, set[str]] = {}
    for method, first in _methods(program, cls):
        for callee, *_ in unit.body(method).calls:
            if type(callee) is str and callee.startswith(f"{first}."):
                callers.setdefault(callee.removeprefix(f"{first}."), set()).add(unit.header(method).name)
    building = set(BUILDING)
    grown = True
    while grown:
        more = {n for n, by in callers.items() if n.startswith("_") and n not in building and by <= building}
        building |= more
        grown = bool(more)
    return frozenset(building)


def _takes_in(program: Program, file: int, method: int, first: str) -> bool:
    """Whether a method stores on its object what derives from its arguments."""
    unit = program.units[file]
    given = {f"${row[0]}" for row in unit.header(method).params} - {first}
    body = unit.body(method)
    if not given:
        return False
    own = [w for w in program.writes.of(file, method) if w.how != "name" and _own(w.base, first, w.how)]
    return any(_derives(v, given, body) for w in own for v in (*w.values, w.key))


def _own(base: Any, first: str, how: str) -> bool:
    match base:
        case str():
            return base.startswith(f"{first}.") or (how == "attr" and base == first)
        case ("[]" | ".", inner, _):
            return _own(inner, first, "item")
    return False


def _derives(value: Any, given: set[str], body: Body, depth: int = 0) -> bool:
    """Whether a value has one of these parameters in it."""
    match value:
        case str():
            return value.partition(".")[0] in given
        case int() if depth < 4 and value < len(body.calls):  # noqa: PLR2004  # calls within calls
            callee, arguments, keywords, *_ = body.calls[value]
            return any(_derives(v, given, body, depth + 1) for v in (callee, *arguments, *[v for _, v in keywords]))
        case ("=" | "def" | "import", *_):
            return False
        case tuple():
            return any(_derives(v, given, body, depth + 1) for v in value[1:] if v is not None)
    return False
