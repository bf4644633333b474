"""Fates: what becomes of a parameter: the function changes it, keeps it or hands it out, itself or by another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from isolint.facts import KWARG, VARARG, Body
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site

How = Literal["changed", "kept", "returned"]
FAR: Final = 3  # functions that hand a value on to one another
REMOVERS: Final = frozenset({"pop", "popitem", "popleft", "clear", "remove", "discard", "sort", "reverse"})
OPERATORS: Final = frozenset({"__iadd__", "__ior__"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What a function does with a parameter, and where.

    `keeper` is the class on whose object it is kept as `attribute`, or None; `known` is False where it goes to a base
    class outside of the program, of which only that is known; `method` is the one that is called on it.
    """

    how: How
    file: int
    scope: int
    position: int
    attribute: str = ""
    keeper: Cls | None = None
    known: bool = True
    method: str = ""


@dataclass(frozen=True, slots=True)
class Fates:
    """Answers for one program; `empty` says that the value is an empty one, for which `x or []` is something else."""

    program: Program
    empty: bool

    def of(self, file: int, scope: int, name: str, depth: int = 0) -> Iterator[Fate]:
        """What a function does with its parameter `name`."""
        body = self.program.units[file].body(scope)
        me = f"${name}"
        yield from self._changed(file, scope, body, me)
        yield from self._kept(file, scope, body, me)
        for value, position in () if depth else (*body.returns, *body.yields):
            if self._is(value, me):
                yield Fate("returned", file, scope, position)
        for number, call in enumerate(body.calls):
            yield from self._handed(Site(file, scope, number), call, me, depth)

    def _is(self, value: Any, me: str) -> bool:
        """Whether a value is the parameter, or may be it: `x or []` is something else where `x` is empty."""
        match value:
            case str():
                return value == me
            case (":", inner, _):
                return self._is(inner, me)
            case ("|", *members):
                return not self.empty and any(self._is(m, me) for m in members)
        return False

    def _changed(self, file: int, scope: int, body: Body, me: str) -> Iterator[Fate]:
        for kind, base, key, _, position, region in body.stores:
            below = _under(base, me)
            if not kind.endswith(("item", "attr")) or not (below or self._is(base, me)):
                continue
            if not self.empty or not (below or _filled(body, region, me)):
                yield Fate("changed", file, scope, position, attribute=key if isinstance(key, str) else "")
        for callee, _, _, position, _, region in body.calls:
            base, _, method = callee.rpartition(".") if type(callee) is str else ("", "", "")
            if base == me and not (self.empty and _filled(body, region, me)):
                yield Fate("changed", file, scope, position, method=method)

    def _kept(self, file: int, scope: int, body: Body, me: str) -> Iterator[Fate]:
        owner = self.program.units[file].owner(scope)
        params = self.program.units[file].header(scope).params
        first = f"${params[0][0]}" if owner >= 0 else ""
        for kind, base, key, value, position, _ in body.stores:
            if not self._is(value, me) or (kind == "item" and not _lasting(base)):
                continue
            keeper = Cls(file, owner) if kind == "attr" and base == first else None
            yield Fate("kept", file, scope, position, attribute=key if isinstance(key, str) else "", keeper=keeper)
        for callee, arguments, _, position, *_ in body.calls:
            base, _, method = callee.rpartition(".") if type(callee) is str else ("", "", "")
            kept = method in self.program.writes.methods and method not in ("extend", "update")
            if kept and _lasting(base) and any(self._is(a, me) for a in arguments):
                yield Fate("kept", file, scope, position, attribute=base.rpartition(".")[2])

    def _handed(self, site: Site, call: Any, me: str, depth: int) -> Iterator[Fate]:
        """What the one does that the parameter is handed on to."""
        callee, arguments, keywords, position, *_ = call
        places: list[int | str] = [n for n, a in enumerate(arguments) if self._is(a, me)]
        places += [k for k, v in keywords if k and self._is(v, me)]
        if not places or depth >= FAR:
            return
        for origin in self.program.evaluator.calls.callees(site):
            match origin:
                case Ext(path, _) if path.endswith(".__init__") and last_name(callee) == "__init__":
                    yield Fate("kept", site.file, site.scope, position, attribute=str(places[0]), known=False)
                case Fn(file, scope, _):
                    yield from self._inside(file, scope, places, arguments, depth)
                case Cls():
                    yield from self._made(origin, places, arguments, site, position, depth)

    def _made(
        self, cls: Cls, places: list[int | str], arguments: Any, site: Site, position: int, depth: int
    ) -> Iterator[Fate]:
        members = self.program.evaluator.members
        made = next((f for f in members.member(cls, "__init__", Obj(cls, None)) if isinstance(f, Fn)), None)
        if made:
            yield from self._inside(made.file, made.scope, places, arguments, depth)
            return
        header = self.program.units[cls.file].header(cls.scope)
        fields = [n for n, v in header.bindings.items() if type(v) is tuple and v[0] == ":"]
        for place in places if header.decorators else ():
            name = place if isinstance(place, str) else fields[place] if place < len(fields) else ""
            if name in fields:
                yield Fate("kept", site.file, site.scope, position, attribute=name, keeper=cls)

    def _inside(self, file: int, scope: int, places: list[int | str], arguments: Any, depth: int) -> Iterator[Fate]:
        unit = self.program.units[file]
        header = unit.header(scope)
        rows = header.params
        bound = unit.owner(scope) >= 0 and "staticmethod" not in header.decorators
        skip = bound and not (arguments and arguments[0] in ("$self", "$cls"))
        for place in places:
            number = place + skip if isinstance(place, int) else -1
            row = next((r for r in rows if r[0] == place), None) if number < 0 else next(iter(rows[number:]), None)
            if row and row[3] not in (VARARG, KWARG) and not any(_starred(a) for a in arguments[: max(number, 0)]):
                yield from self.of(file, scope, row[0], depth + 1)


def _filled(body: Body, region: int, me: str) -> bool:
    """Whether a region is only reached where the parameter has something in it: `if x`, `for y in x`."""
    while region:
        kind, region, test = body.regions[region]
        if kind == "if" and (test == me or (type(test) is tuple and test[0] == "|" and me in test)):
            return True
        if kind == "loop" and _over(test, me, body):
            return True
    return False


def _over(test: Any, me: str, body: Body) -> bool:
    """Whether a loop goes over the parameter, or over what is made of it: `x.items()`, `enumerate(x)`."""
    match test:
        case ("iter", str(path)):
            return path == me
        case ("iter", int(call)):
            callee, arguments, *_ = body.calls[call]
            return me in arguments or (type(callee) is str and callee.rpartition(".")[0] == me)
    return False


def _under(base: Any, me: str) -> bool:
    """Whether a place hangs on the parameter: `x.items`, `x.items[0]`."""
    match base:
        case str():
            return base.startswith(f"{me}.")
        case ("[]", inner, _):
            return inner == me or _under(inner, me)
    return False


def _lasting(base: Any) -> bool:
    """Whether a place is reached by a parameter or a global, and so may outlive the call."""
    match base:
        case str():
            return bool(base)
        case ("[]" | ".", inner, _):
            return _lasting(inner)
    return False


def _starred(value: Any) -> bool:
    return type(value) is tuple and bool(value) and value[0] == "*"
