"""Keepers: why a place outlives the request."""

from typing import Any

from isolint.facts import MODULE
from isolint.program.entry.entries import Entries
from isolint.program.entry.registered import Registered
from isolint.program.flow.handed import Handed
from isolint.program.flow.places import Place
from isolint.program.flow.unseen import Unseen
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import How, Lasting, Lifetimes
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origins, Site

OWN = frozenset({"self", "task"})  # what a bound function calls its object
SETTER = "__setattr__"
SHORT = ("request", "request-state", "context-variable", "thread-local", "weak-container")


class Keepers:
    """Answers for places what `Lifetimes` answers for objects."""

    def __init__(
        self, evaluator: Evaluator, entries: Entries, lifetimes: Lifetimes, roles: tuple[str, ...], handed: Handed,
        registered: Registered, unseen: Unseen,
    ) -> None:  # fmt: skip
        self._unseen = unseen
        self._registered = registered
        self._handed = handed
        self._e = evaluator
        self._units = evaluator.units
        self._entries = entries
        self._lifetimes = lifetimes
        self._roles = roles

    def of(self, place: Place, write: Write | None) -> Lasting | None:
        """Why a place that hangs on no parameter outlives the request."""
        match place.kind:
            case "global":
                if place.file in self._entries.sessions or self._roles[place.file] != "application":
                    return None
                bound = write is not None and write.how == "attr" and not place.steps
                if self._short(place.file, place.name) or (bound and self._sets_variables(place.file, place.name)):
                    return None
                position = self._units[place.file].header(MODULE).places.get(place.name, 0)
                name = f"{self._e.modules.dotted(place.file)}.{place.name}".lstrip(".")
                return Lasting("global", place.file, MODULE, position, name)
            case "cached" if self._roles[place.file] == "application" or place.file in self._entries.sessions:
                position = self._units[place.file].header(place.scope).position
                return Lasting("cached", place.file, place.scope, position, place.name)
            case "class" | "function" if self._roles[place.file] == "application":
                header = self._units[place.file].header(place.scope)
                if self._units[place.file].header(header.parent).kind not in (0, 1):
                    return None  # made anew by each call of the function around it
                how: How = "class-attribute" if place.kind == "class" else "global"
                return Lasting(how, place.file, place.scope, header.position, place.name)
            case "module" if self._roles[place.file] == "application":
                key = str(write.key) if write is not None and not place.steps else ""
                position = self._units[place.file].header(MODULE).places.get(key, 0)
                if position:
                    return Lasting("global", place.file, MODULE, position, f"{place.name}.{key}")
                return Lasting("module", place.file, MODULE, 0, place.name)
            case "state" if write is None:
                return Lasting("application-state", 0, MODULE, 0, place.name)
            case "foreign" if self._passing(".".join((place.name, *[s.name for s in place.steps if s.name]))):
                return None
            case "state" | "foreign" if write is not None:
                kept: How = "application-state" if place.kind == "state" else "global"
                return Lasting(kept, write.file, write.scope, write.position, place.name)
            case "made" if place.site is not None:
                return self._made(place.site)
            case "closure":
                return self._enclosed(place)
        return None

    def _short(self, file: int, name: str) -> bool:
        bound = self._units[file].header(MODULE).bindings.get(name)  # not what functions put there
        origins = self._e.origins(file, MODULE, bound)
        return any(self._e.meaning.has_kind(o, kind) for o in origins for kind in SHORT)

    def _passing(self, path: str) -> bool:
        """Whether a library's thing, or what it hangs on, is the request's, such as what it carries along."""
        while path:
            if any(self._e.meaning.has_kind(Ext(path), kind) for kind in SHORT):
                return True
            path = path.rpartition(".")[0]
        return False

    def _enclosed(self, place: Place) -> Lasting | None:
        """A name of a function that runs once, unless that holds what is the request's, such as a context variable."""
        unit = self._units[place.file]
        origins = self._e.origins(place.file, place.scope, unit.header(place.scope).bindings.get(place.name))
        if any(self._e.meaning.has_kind(o, kind) for o in origins for kind in SHORT):
            return None
        bound = (row[2] for row in unit.body(place.scope).bound if row[0] == place.name)
        position = next(bound, unit.header(place.scope).position)
        name = self._lifetimes.closures.name(place.file, place.scope, place.name)
        return Lasting("closure", place.file, place.scope, position, name)

    def _made(self, site: Site) -> Lasting | None:
        for callee in self._e.calls.callees(site):
            if type(callee) is Cls and (single := self._lifetimes.singleton(callee)):
                return single
        return self._lifetimes.site(site)

    def _sets_variables(self, file: int, name: str) -> bool:
        """Whether the object that a module's name holds sets what is bound to it in context variables."""
        for one in self._e.origins(file, MODULE, self._units[file].header(MODULE).bindings.get(name)):
            for method in self._e.members.member(one.cls, SETTER, one) if type(one) is Obj else ():
                body = self._units[method.file].body(method.scope) if type(method) is Fn else None
                if body and not body.stores and not any(last_name(c[0]) == SETTER for c in body.calls):
                    return any(last_name(c[0]) == "set" and c[1] for c in body.calls)
        return False

    def may_last(self, place: Place) -> bool:
        """Whether some object that a parameter may be outlives the request, as its class or those who give it tell."""
        origins = self._e.origins(place.file, place.scope, f"${place.name}")
        if any(type(o) is Cls for o in origins) or any(self._some(cls) for cls in self._classes(origins)):
            return True
        return self._bound(place) is not None or self.handed(place)

    def handed(self, place: Place) -> bool:
        """Whether somebody gives a function that what outlives the request."""
        if self._units[place.file].own(place.scope) == place.name:
            return False
        for given in self._handed.of(place._replace(steps=())):
            at = given.place
            if self.may_last(at) if at.kind == "parameter" else self.of(at, None) is not None:
                return True
        return False

    def meant(self, place: Place) -> tuple[Place, ...]:
        """A place, or those that an object which does not last was given to keep there."""
        kept = self._handed.kept(place) if place.kind == "parameter" else ()
        if not kept or self.may_last(place) or self.shared(place):
            return (place,)
        return tuple([given.place for given in kept if given.place.kind != "parameter"])

    def _bound(self, place: Place) -> Lasting | None:
        """Whether a parameter is the object that a framework binds a decorated function to, and keeps."""
        row = self._entries.row(place.file, place.scope)
        header = self._units[place.file].header(place.scope)
        if row is None or row.by != "decorator" or row.instance != "application" or place.name not in OWN:
            return None
        name = f"{self._e.modules.dotted(place.file)}.{header.name}"
        return Lasting("framework", place.file, place.scope, header.position, name)

    def _some(self, cls: Cls) -> bool:
        if self._lifetimes.instance(cls) or self._framework(cls) is not None:
            return True
        return self._registered.holds(cls) or self._unseen.holds(cls)

    def _classes(self, origins: Origins) -> list[Cls]:
        found = [o.cls for o in origins if isinstance(o, Obj)]
        return [*found, *[below for cls in found for below in self._e.members.below(cls)]]

    def shared(self, place: Place) -> Lasting | None:
        """Why what hangs on a method's own object is everybody's: it is bound in the class, and for no object alone."""
        unit = self._units[place.file]
        owner = unit.owner(place.scope)
        name = place.steps[0].name if place.steps else ""
        if not name or unit.own(place.scope) != place.name:
            return None
        for base in self._e.members.mro(Cls(place.file, owner)):
            if not isinstance(base, Cls) or name in self._e.members.attributes(base):
                return None
            header = self._units[base.file].header(base.scope)
            if name in header.bindings:
                if not self._container(base, header.bindings[name]):
                    return None
                where = f"{self._e.meaning.canonical(base)}.{name}"
                return Lasting("class-body", base.file, base.scope, header.places.get(name, 0), where)
        return None

    def _container(self, cls: Cls, value: Any) -> bool:
        """Whether the body of a class binds a container that is one for all objects.

        Bases that make fields give each object a copy; decorators do not, and a field that they know has its `default`.
        """
        if any(self._e.meaning.has_kind(o, "fields") for o in self._e.members.mro(cls) if isinstance(o, Ext)):
            return False
        if self._fielded(cls):
            value = value[1] if type(value) is tuple and value[0] == ":" else value
            calls = self._units[cls.file].body(cls.scope).calls
            given = dict(calls[value][2]).get("default") if type(value) is int else None
            value = value if given is None else given
        return any(self._e.meaning.has_kind(o, "container") for o in self._e.origins(cls.file, cls.scope, value))

    def _fielded(self, cls: Cls) -> bool:
        """Whether a decorator makes fields of what the body of a class binds."""
        header = self._units[cls.file].header(cls.scope)
        body = self._units[cls.file].body(header.parent)
        for decorator in header.decorators:
            path = body.calls[decorator][0] if type(decorator) is int else decorator
            if any(self._e.meaning.has_kind(o, "fields") for o in self._e.origins(cls.file, header.parent, path)):
                return True
        return False

    def parameter(self, place: Place) -> Lasting | None:
        """Why whatever a parameter is outlives the request: a class, or an object of one that makes itself the only."""
        for origin in self._e.origins(place.file, place.scope, f"${place.name}"):
            if type(origin) is Cls:
                return self._lifetimes.of(origin)
            if type(origin) is Obj and (found := self._lifetimes.singleton(origin.cls)):
                return found
        for given in self._handed.injected(place):
            if found := self.of(given.place, None):
                if given.place.kind == "state":  # which stands nowhere itself
                    position = self._units[place.file].header(place.scope).position
                    return found._replace(file=place.file, scope=place.scope, position=position)
                return found
        return None

    def at_entry(self, place: Place) -> Lasting | None:
        """Why a parameter of an entry point outlives the request: the framework keeps the object, or injects one."""
        unit = self._units[place.file]
        owner = unit.owner(place.scope)
        if unit.own(place.scope) == place.name:
            bound = self._entries.receivers.get((place.file, place.scope))
            cls = Cls(place.file, owner)
            family = (cls, *self._e.members.below(cls))  # a plain class may have the handlers of one that inherits
            kept = next((found for each in family if (found := self._framework(each))), None)
            kept = kept or (self._lifetimes.of(bound) if bound else None)
            kept = kept or self._registered.of(place.file, place.scope)
            return kept or (self.always(place) if self._handed_over(place) else None)
        if found := self._bound(place):
            return found
        for origin in self._e.origins(place.file, place.scope, f"${place.name}"):
            if type(origin) is Obj and origin.site and (found := self._lifetimes.of(origin)):
                return found
        return None

    def _handed_over(self, place: Place) -> bool:
        """Whether the program makes the objects whose methods the framework calls, and so says how long they live."""
        row = self._entries.row(place.file, place.scope)
        if row is None:
            return False
        kept = row.instance == "application"
        return row.by == "signature" or (row.by == "base" and not row.instance) or (row.by == "decorator" and kept)

    def _framework(self, cls: Cls) -> Lasting | None:
        """Whether the framework makes one object of a class for all requests."""
        row = self._entries.kept(cls)
        if row is None or (row.by == "signature" and self._lifetimes.sites(cls)):
            return None  # whoever makes one says how long it lives
        header = self._units[cls.file].header(cls.scope)
        return Lasting("framework", cls.file, cls.scope, header.position, self._e.meaning.canonical(cls))

    def assumed(self, place: Place) -> Lasting | None:
        """Why the object of a method that is assumed to be an entry point outlives the request."""
        if found := self.always(place):
            return found
        unit = self._units[place.file]
        mine = unit.own(place.scope) == place.name and not self._fielded(Cls(place.file, unit.owner(place.scope)))
        return self._unseen.of(place.file, place.scope) if mine else None

    def answers(self, file: int, scope: int) -> bool:
        """Whether a method of what nobody is seen to make is given a request."""
        return self._unseen.answers(file, scope)

    def always(self, place: Place) -> Lasting | None:
        """Why every object that is known to be made of a method's class outlives the request."""
        unit = self._units[place.file]
        if unit.own(place.scope) != place.name:
            return None
        cls = Cls(place.file, unit.owner(place.scope))
        if found := self._framework(cls):
            return found
        sites = [s for s in self._lifetimes.sites(cls) if self._roles[s.file] == "application"]
        lasting = [self._lifetimes.site(s) for s in sites]
        return lasting[0] if lasting and all(lasting) else None
