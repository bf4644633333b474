"""Effects: what functions of the product do to globals and to objects that live as long as the process."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from isolint.checks.pollution.deeds import DROPPING
from isolint.facts import FUNCTION, GENERATOR, MODULE, Body
from isolint.program import Program
from isolint.program.flow.places import Place
from isolint.program.flow.regions import chain
from isolint.program.unit import receiver
from isolint.program.values.origins import Fn, Mod, Obj, Site

CHANGING: Final = DROPPING | {"clear", "update"}
NOTHING: Final = ("=", None)
MAKING: Final = frozenset({"__init__", "__new__"})
LASTING: Final = frozenset({"global", "cached", "class"})
DEEP: Final = 2  # functions that call each other

At = tuple[int, int]


class Spot(NamedTuple):
    """A part of what lives long: a place without steps, and the attribute that it has on it; "" is all of it."""

    place: Place
    attribute: str

    def name(self) -> str:
        """The last name that a spot is known by."""
        return self.attribute or self.place.name.removesuffix("()").rpartition(".")[2]


class Effect(NamedTuple):
    """A change of a spot; without a place it is an attribute of the method's own object.

    `value` is what is put there, if it is one thing; `deep` says that it is put into what is there, `once` that it is
    only put where nothing was there before.
    """

    place: Place | None
    attribute: str
    value: Any = None
    deep: bool = False
    once: bool = False
    position: int = 0

    def of(self, held: tuple[Place, ...]) -> Iterator[Spot]:
        """The spots that are changed, where the own object is one of these places."""
        if self.place is not None:
            yield Spot(self.place, self.attribute)
        else:
            yield from (spot for place in held for spot in spots(place, self.attribute))


def spots(place: Place, attribute: str = "") -> Iterator[Spot]:
    """The spot that a place is, or that an attribute of it is; of elements nobody knows which."""
    root = place._replace(steps=())
    if place.kind == "module" and not place.steps and attribute:
        yield Spot(Place("global", place.file, MODULE, attribute), "")
    elif place.kind in LASTING and (not place.steps or place.steps[0].name):
        yield Spot(root, place.steps[0].name if place.steps else attribute)


class Effects:
    """Answers for functions of the application, and of the suite."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._units = program.units
        self._direct: dict[At, tuple[Effect, ...]] = {}
        self._all: dict[tuple[int, int, Any, int], tuple[Effect, ...]] = {}
        self._known: dict[tuple[int, str], bool] = {}
        self._functions: dict[str, list[At]] | None = None
        self._asked: set[str] = set()
        self._keeping: set[str] = set()

    def keeping(self, names: Iterable[str]) -> set[str]:
        """Those of the names by which functions of the application go that keep a parameter as it is."""
        for name in set(names).difference(self._asked):
            self._asked.add(name)
            if any(self._keeps(*at) for at in self._named().get(name, ())):
                self._keeping.add(name)
        return self._keeping.intersection(names)

    def _named(self) -> dict[str, list[At]]:
        """The functions of the application that have parameters, by their names and aliases."""
        if self._functions is None:
            found: dict[str, list[At]] = {}
            for file, unit in enumerate(self._units):
                told = unit.interface.scopes if self._program.roles[file] == "application" else ()
                for scope, header in enumerate(told):
                    if header[0] == FUNCTION and header[6] and header[1] not in MAKING and not header[4] & GENERATOR:
                        found.setdefault(header[1], []).append((file, scope))
            aliases = self._program.evaluator.surface.aliases()
            for name, others in [(name, others) for name, others in aliases.items() if name in found]:
                for other in others:
                    found[other] = [*found.get(other, ()), *found[name]]
            self._functions = found
        return self._functions

    def _keeps(self, file: int, scope: int) -> bool:
        """Whether a function keeps a parameter as it is, as far as its stores tell."""
        unit = self._units[file]
        own = f"${unit.own(scope)}"
        stored = any(parameter(s[3]) and s[3] != own for s in unit.body(scope).stores)
        return stored or "append" in unit.callees(scope)

    def may_lead(self, file: int, value: Any, calls: tuple[Any, ...]) -> bool:
        """Whether a value may be something of the application, or of what its functions give, as far as names tell."""
        while type(value) is not str:
            if type(value) is int:
                value = calls[value][0]
            elif type(value) is tuple and value[:1] == (".",):
                value = value[1]
            else:
                return type(value) is tuple and value[:1] == ("import",)
        key = (file, value.partition(".")[0])
        found = self._known.get(key)
        if found is None:
            bound = self._units[file].top().get(key[1])
            found = type(bound) is tuple and bound[0] == "import"
            if found and bound is not None:
                modules = self._program.evaluator.names.imported(file, bound[1], bound[2], None)
                found = any(type(m) is Mod for m in modules)
            self._known[key] = found
        return found

    def direct(self, file: int, scope: int) -> tuple[Effect, ...]:
        """What a function changes itself."""
        found = self._direct.get((file, scope))
        if found is None:
            found = self._direct[file, scope] = tuple(self._changed(file, scope))
        return found

    def all(self, fn: Fn, depth: int = 0) -> tuple[Effect, ...]:
        """What a function changes, with those that it calls; the places are those in the function itself."""
        me = fn.receiver.cls if isinstance(fn.receiver, Obj) else fn.receiver
        key = (fn.file, fn.scope, me, depth)
        found = self._all.get(key)
        if found is None:
            self._all[key] = ()
            listed = list(self.direct(fn.file, fn.scope))
            calls = self._units[fn.file].body(fn.scope).calls if depth < DEEP else ()
            for number, call in enumerate(calls):
                for inner in self.called(Site(fn.file, fn.scope, number), call[0], fn.receiver):
                    seen = self._seen(fn, receiver(call[0]), inner, depth)
                    listed += [effect._replace(position=call[3]) for effect in seen]
            found = self._all[key] = tuple(listed)
        return found

    def called(self, site: Site, callee: Any, me: Any = None) -> list[Fn]:
        """The functions that a value is."""
        return [o for o in self._program.evaluator.origins(site.file, site.scope, callee, me) if type(o) is Fn]

    def by(self, site: Site, callee: Any) -> Iterator[tuple[Fn, Effect, Spot]]:
        """What the functions of the application that a call of a suite runs put where it stays, and at which spots."""
        if not self.may_lead(site.file, callee, self._units[site.file].body(site.scope).calls):
            return
        held = self._program.places.of(site.file, site.scope, receiver(callee)) if receiver(callee) is not None else ()
        for fn in self.called(site, callee):
            header = self._units[fn.file].header(fn.scope)
            if self._program.roles[fn.file] != "application" or header.flags & GENERATOR:
                continue
            effects = self.direct(fn.file, fn.scope)
            keeping = [e for e in effects if parameter(e.value) not in ("", self._units[fn.file].own(fn.scope))]
            for effect in keeping:
                if not effect.once and sum(e[:2] == effect[:2] for e in effects) == 1:
                    yield from ((fn, effect, spot) for spot in effect.of(held))

    def changes(self, at: At, spot: Spot) -> list[int]:
        """Where a function of a suite changes a spot, be it by what those that it calls call in their turn."""
        effects = self.all(Fn(*at, None))
        counted = (e for e in effects if not e.once or e.value == NOTHING)
        return [e.position for e in counted if e.place == spot.place and e.attribute in ("", spot.attribute)]

    def _seen(self, fn: Fn, held: Any, inner: Fn, depth: int) -> Iterator[Effect]:
        """What a called function changes, as the one that calls it sees it."""
        own = f"${self._units[fn.file].own(fn.scope)}"
        for effect in self.all(inner, depth + 1):
            if effect.place is not None or held == own:
                yield effect
            elif held is not None:
                for spot in effect.of(self._program.places.of(fn.file, fn.scope, held)):
                    yield effect._replace(place=spot.place, attribute=spot.attribute)

    def _changed(self, file: int, scope: int) -> Iterator[Effect]:
        body = self._units[file].body(scope)
        for write in self._program.writes.of(file, scope):
            key = str(write.key) if write.how == "name" or (write.how == "attr" and type(write.key) is str) else ""
            value = write.values[0] if len(write.values) == 1 else None
            once = bool(key) and self._is_made_once(body, write.region, key)
            effect = Effect(None, key, value, once=once, position=write.position)
            if write.how == "name":
                named = key in self._units[file].top()
                yield from [effect._replace(place=Place("global", file, MODULE, key), attribute="")] if named else []
            else:
                yield from self._held(file, scope, write.base, effect)
        for kind, base, key, _, position, _ in body.stores:
            if kind.startswith("del-"):
                name = key if kind == "del-attr" and type(key) is str else ""
                yield from self._held(file, scope, base, Effect(None, name, position=position))
        for number, name in enumerate(self._units[file].callees(scope)):
            if name in CHANGING and (held := receiver(body.calls[number][0])) is not None:
                yield from self._held(file, scope, held, Effect(None, "", position=body.calls[number][3]))

    def _held(self, file: int, scope: int, base: Any, effect: Effect) -> Iterator[Effect]:
        """A change of an attribute of a value, or of the value itself where no attribute is told."""
        key, own = effect.attribute, self._units[file].own(scope)
        root, *names = base.split(".") if type(base) is str else ("",)
        if own and root == f"${own}":
            if "classmethod" not in self._units[file].header(scope).decorators and (names or key):
                yield effect._replace(attribute=names[0] if names else key, deep=bool(names))
        elif base is not None:
            for place in self._program.places.of(file, scope, base):
                deep = not key or bool(place.steps)
                for spot in spots(place, key):
                    yield effect._replace(place=spot.place, attribute=spot.attribute, deep=deep)

    def _is_made_once(self, body: Body, region: int, key: str) -> bool:
        """Whether a place is only reached where nothing was there before."""
        tests = [body.regions[r][2] for r in chain(body, region) if body.regions[r][0] == "if"]
        return any(_speaks(test, key) for test in tests)


def _speaks(value: Any, name: str) -> bool:
    if type(value) is str:
        return name in value.split(".")
    return type(value) is tuple and any(_speaks(v, name) for v in value)


def parameter(value: Any) -> str:
    """The parameter that a value is, or an empty string."""
    return value[1:] if type(value) is str and value.startswith("$") and "." not in value else ""
