"""Places: where a value is kept: the root that it hangs on, and the steps from there."""

from collections.abc import Container
from typing import Any, Final, Literal, NamedTuple

from isolint.facts import CLASS, MODULE
from isolint.program.entry.closures import Closures
from isolint.program.flow.given import given
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Mod, Obj, Origin, Site

Kind = Literal["global", "module", "class", "function", "cached", "state", "foreign", "made", "parameter", "closure"]
DEPTH: Final = 8
ELEMENT: Final = frozenset({"get", "setdefault", "pop"})  # accessors of mappings, whose first argument is the key
MEMORIES: Final = ("container", "weak-container", "cache-store", "application-state", "registry")
VIEWS: Final = frozenset({"values", "items"})


class Step(NamedTuple):
    """An attribute, or an element: then `name` is empty and `key` a value of the scope that it stands in."""

    name: str
    key: Any = None
    file: int = 0
    scope: int = 0


class Place(NamedTuple):
    """A root, and the steps from there.

    `name` is that of a global, a parameter, or the access path of what is foreign or an application's state; `site` is
    the call that made something.
    """

    kind: Kind
    file: int
    scope: int
    name: str
    steps: tuple[Step, ...] = ()
    site: Site | None = None


class Places:
    """Answers which places a value of a scope can be; unknown ones are left out."""

    def __init__(self, evaluator: Evaluator, closures: Closures, sessions: Container[int] = ()) -> None:
        self._e = evaluator
        self._closures = closures
        self.sessions = sessions
        self._units = evaluator.units
        states = evaluator.vocabulary.kinds.get("application-state", ())
        self._states = frozenset(row.path.rpartition(".")[2] for row in states)
        self._memory: dict[tuple[int, int, Any], tuple[Place, ...]] = {}
        self._depth = 0

    def of(self, file: int, scope: int, value: Any) -> tuple[Place, ...]:
        """The places that a value can be."""
        if value is None or self._depth > DEPTH:
            return ()
        key = (file, scope, value)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            self._depth += 1
            try:
                found = tuple(dict.fromkeys(self._of(file, scope, value)))
            finally:
                self._depth -= 1
            self._memory[key] = found
        return found

    def _of(self, file: int, scope: int, value: Any) -> list[Place]:
        if type(value) is str:
            return self._path(file, scope, value)
        if type(value) is int:
            return self._call(file, scope, value)
        match value:
            case (".", base, path):
                found = list(self.of(file, scope, base))
                for name in path.split("."):
                    found = [p for place in found for p in self._step(place, Step(name))]
                return found
            case ("[]", _, ("<-", *bounds)) if all(_is_number(b) for b in bounds):
                return []  # a slice is a copy
            case ("[]", base, key):
                return [p for b in self.of(file, scope, base) for p in self._step(b, Step("", key, file, scope))]
            case ("iter", base):
                return [p for b in self.of(file, scope, base) for p in self._step(b, Step("", None, file, scope))]
            case ("with", inner) | (":", inner, _):
                return list(self.of(file, scope, inner))
            case ("|", *members):
                return [p for m in members for p in self.of(file, scope, m)]
            case ("import", *_):
                return self._origins(file, scope, value)
        return []

    def _path(self, file: int, scope: int, path: str) -> list[Place]:
        root, *names = path.split(".")
        state = self._state(file, scope, path, names)
        if state:
            return state
        found = [Place("parameter", file, scope, root[1:])] if root[0] == "$" else self._name(file, scope, root)
        for number, name in enumerate(names):
            if name == "__class__":
                found = self._classes(file, scope, ".".join((root, *names[:number])))
            else:
                found = [p for place in found for p in self._step(place, Step(name))]
        return found

    def _classes(self, file: int, scope: int, value: Any) -> list[Place]:
        """The classes of what a value can be."""
        origins = self._e.origins(file, scope, value)
        return [p for o in origins if type(o) is Obj and (p := self._place(o.cls)) is not None]

    def _state(self, file: int, scope: int, path: str, names: list[str]) -> list[Place]:
        """What hangs on an application's state, however that is reached."""
        for number, name in tuple(enumerate(names))[::-1]:
            if name in self._states:
                head = ".".join(path.split(".")[: number + 2])
                for origin in self._e.origins(file, scope, head):
                    if self._e.meaning.has_kind(origin, "application-state"):
                        place = Place("state", 0, 0, self._e.meaning.canonical(origin).replace("()", ""))
                        return [place._replace(steps=tuple(Step(n) for n in names[number + 1 :]))]
        return []

    def _name(self, file: int, scope: int, name: str) -> list[Place]:
        """What a name that is free in a scope stands for."""
        unit = self._units[file]
        at = unit.header(scope).parent if scope else -1
        while at > 0:
            header = unit.header(at)
            if header.kind != CLASS:
                if any(row[0] == name for row in header.params):
                    return [Place("parameter", file, at, name)]
                if name in header.bindings:
                    return self.held(file, at, name) or list(self.of(file, at, header.bindings[name]))
            at = header.parent
        return self.exported(file, name)

    def held(self, file: int, scope: int, name: str) -> list[Place]:
        """A name of a function that runs once, as a place; what it holds of the program's own is followed further."""
        if not self._closures.last(file, scope):
            return []
        value = self._units[file].header(scope).bindings.get(name)
        origins = self._e.origins(file, scope, value)
        if type(value) is str or any(type(o) in (Obj, Cls, Fn, Mod) for o in origins):
            return []
        return [Place("closure", file, scope, name)]

    def exported(self, file: int, name: str, seen: frozenset[tuple[int, str]] = frozenset()) -> list[Place]:
        """What a name of a module stands for, followed through imports to where it is bound; `seen` ends circles."""
        if (file, name) in seen:
            return []
        seen |= {(file, name)}
        unit = self._units[file]
        value = unit.header(MODULE).bindings.get(name) if unit.interface.scopes else None
        if value is None and name not in (unit.header(MODULE).bindings if unit.interface.scopes else ()):
            return self._starred(file, name, seen)
        if type(value) is tuple and value[0] == "import":
            target = self._e.names.imported(file, value[1], value[2], None)
            if value[3] is not None and target and type(target[0]) is Mod and target[0].file != file:
                found = self.exported(target[0].file, value[3], seen)
                if found:
                    return found
            return self._origins(file, MODULE, value)
        if type(value) is tuple and value[0] == "def":
            return self._origins(file, MODULE, value)
        if file in self.sessions and type(value) is int:
            return list(self.of(file, MODULE, value))
        if type(value) is str:  # another name for something; what is bound anew elsewhere is a place of its own
            return list(self.of(file, MODULE, value)) or [Place("global", file, MODULE, name)]
        return [Place("global", file, MODULE, name)]

    def _starred(self, file: int, name: str, seen: frozenset[tuple[int, str]]) -> list[Place]:
        unit = self._units[file]
        for level, module in unit.interface.stars:
            for target in self._e.names.imported(file, level, module, None):
                if type(target) is Mod and name in self._units[target.file].header(MODULE).bindings:
                    return self.exported(target.file, name, seen)
        return []

    def _origins(self, file: int, scope: int, value: Any) -> list[Place]:
        return [p for o in self._e.origins(file, scope, value) if (p := self._place(o)) is not None]

    def _place(self, origin: Origin) -> Place | None:
        match origin:
            case Mod(file):
                return Place("module", file, MODULE, self._e.modules.dotted(file))
            case Cls(file, scope):
                return Place("class", file, scope, self._e.meaning.canonical(origin))
            case Fn(file, scope, _):
                return Place("function", file, scope, self._e.meaning.canonical(origin))
            case Obj(_, Site() as site) | Ext(_, Site() as site):
                return Place("made", site.file, site.scope, "", site=site)
            case Ext(path, None) if not path.startswith("builtins.") and "()" not in path:
                return Place("foreign", 0, 0, path)
        return None

    def _step(self, place: Place, step: Step) -> list[Place]:
        if place.kind == "module" and not place.steps and step.name:
            found = self.exported(place.file, step.name)
            return found or [Place("global", place.file, MODULE, step.name)]
        if step.name == "__dict__":
            return [place]
        if place.kind in ("made", "parameter") and not place.steps and (found := self._property(place, step.name)):
            return found
        return [place._replace(steps=(*place.steps, step))]

    def _property(self, place: Place, name: str) -> list[Place]:
        """What a property of an object gives, where that hangs on no object: its own parts are steps like any other."""
        if place.site is not None:
            classes = [o for o in self._e.calls.callees(place.site) if type(o) is Cls]
        else:
            origins = self._e.origins(place.file, place.scope, f"${place.name}")
            classes = [o.cls for o in origins if type(o) is Obj]
        found: list[Place] = []
        for cls in classes:
            unit = self._units[cls.file]
            value = unit.header(cls.scope).bindings.get(name)
            if type(value) is not tuple or value[0] != "def" or not unit.header(value[1]).decorators:
                continue
            if self._e.members.is_property(cls.file, unit.header(value[1])):
                returned = [p for v, _ in unit.body(value[1]).returns for p in self.of(cls.file, value[1], v)]
                found += [p for p in returned if p.kind not in ("parameter", "made")]
        return found

    def _call(self, file: int, scope: int, number: int) -> list[Place]:
        callee, arguments, *_ = self._units[file].body(scope).calls[number]
        name = last_name(callee)
        if name in ELEMENT | VIEWS and type(callee) is not int:
            holder = callee.rpartition(".")[0] if type(callee) is str else receiver(callee)
            known = any(type(o) is Fn for o in self._e.calls.callees(Site(file, scope, number)))
            if holder and not known and not (name == "get" and self._foreign(file, scope, holder)):
                if name in VIEWS:
                    return list(self.of(file, scope, holder))
                key = arguments[0] if arguments else None
                return [p for b in self.of(file, scope, holder) for p in self._step(b, Step("", key, file, scope))]
        if callee == "globals":
            return [Place("module", file, MODULE, self._e.modules.dotted(file))]
        if callee == "super" and (own := self._units[file].own(scope)):
            return [Place("parameter", file, scope, own)]
        if callee == "vars" and arguments:
            return list(self.of(file, scope, arguments[0]))
        if callee == "type" and len(arguments) == 1:
            return self._classes(file, scope, arguments[0])
        return self._given(Site(file, scope, number))

    def _foreign(self, file: int, scope: int, holder: Any) -> bool:
        """Whether something is a library's and no memory that packs know, so that what its `get` gives is unknown."""
        origins = self._e.origins(file, scope, holder)
        return bool(origins) and all(
            type(o) is Cls  # which has it from a library
            or (type(o) is Ext and not any(self._e.meaning.has_kind(o, kind) for kind in MEMORIES))
            for o in origins
        )

    def _given(self, site: Site) -> list[Place]:
        """What a call gives: what the function called returns, or what it makes."""
        found: list[Place] = []
        for callee in self._e.calls.callees(site):
            match callee:
                case Fn():
                    for place in self.provided(callee):
                        found += self._substituted(place, callee, site)
                case Cls() | Ext():
                    found.append(Place("made", site.file, site.scope, "", site=site))
        return found

    def provided(self, fn: Fn) -> list[Place]:
        """What a function returns."""
        if self._cached(fn.file, fn.scope):
            return [Place("cached", fn.file, fn.scope, f"{self._e.meaning.canonical(fn)}()")]
        body = self._units[fn.file].body(fn.scope)
        return [p for value, _ in body.returns for p in self.of(fn.file, fn.scope, value)]

    def _cached(self, file: int, scope: int) -> bool:
        """Whether what a function gives is remembered for the process, without an argument to tell it apart by."""
        unit = self._units[file]
        header = unit.header(scope)
        if header.params or not header.decorators:
            return False
        body = unit.body(header.parent)
        paths = [body.calls[d][0] if type(d) is int else d for d in header.decorators]
        origins = [o for path in paths for o in self._e.origins(file, header.parent, path)]
        return any(self._e.meaning.has_kind(o, "cache") for o in origins)

    def _substituted(self, place: Place, fn: Fn, site: Site) -> list[Place]:
        """A place that a function returns, seen by its caller: parameters become arguments."""
        if place.kind != "parameter":
            return [place]
        if (place.file, place.scope) != fn[:2]:
            return []
        value = given(self._e, site, fn.file, fn.scope, place.name)
        return [p._replace(steps=(*p.steps, *place.steps)) for p in self.of(site.file, site.scope, value)]


def _is_number(value: Any) -> bool:
    return type(value) is tuple and value[0] == "=" and type(value[1]) is int
