"""Lifetimes: how long an object lives, from where it is made and the longest-lived place that it is kept in."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from isolint.facts import CLASS, FUNCTION
from isolint.program.entry.callers import Callers, direct, numbers
from isolint.program.entry.closures import Closures
from isolint.program.entry.roles import GUARD
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Mod, Obj, Origin, Site

DEPTH = 6  # how many times a kept object is followed to its keeper
COMPLETE, PENDING = -1, -2  # in place of the depth from which on an answer holds: from any, not yet
WIDE = 60  # sites of one class or function that are looked at

How = Literal[
    "module", "class", "global", "class-attribute", "class-body", "singleton", "cached", "application-state", "kept",
    "framework", "closure", "registered", "serving", "unseen", "swapped", "decorating",
]  # fmt: skip


class Lasting(NamedTuple):
    """Why something lives as long as the process: how, and the place (file, scope, position) that shows it."""

    how: How
    file: int
    scope: int
    position: int
    name: str


class Lifetimes:
    """Answers whether an object outlives the request, with the reason, or None for no and unknown."""

    def __init__(
        self, evaluator: Evaluator, callers: Callers, closures: Closures, roles: tuple[str, ...],
        sessions: frozenset[int],
    ) -> None:  # fmt: skip
        self.closures = closures
        self._sessions = sessions
        self._evaluator = evaluator
        self._units = evaluator.units
        self._callers = callers
        self._roles = roles
        self._memory: dict[Any, Lasting | None] = {}
        self._answers: dict[Any, tuple[Lasting | None, int]] = {}
        self._cut = False

    def of(self, origin: Origin) -> Lasting | None:
        """Why an object outlives the request."""
        match origin:
            case Cls(file, scope):
                return Lasting("class", file, scope, self._units[file].header(scope).position, self._name(file, scope))
            case Mod(file):
                return Lasting("module", file, 0, 0, self._evaluator.modules.dotted(file))
            case Obj(cls, site):
                return self.singleton(cls) or (self.site(site) if site else None)
            case Ext(_, Site() as site):
                return self.site(site)
        return None

    def _name(self, file: int, scope: int) -> str:
        return ".".join(p for p in (self._evaluator.modules.dotted(file), self._units[file].qualname(scope)) if p)

    def singleton(self, cls: Cls) -> Lasting | None:
        """Whether a class hands out one object for the process: `__new__` that keeps it on the class."""
        key = ("singleton", cls)
        if key not in self._memory:
            self._memory[key] = self._singleton(cls)
        return self._memory[key]

    def _singleton(self, cls: Cls) -> Lasting | None:
        for owner in self._evaluator.members.mro(cls):
            if type(owner) is not Cls:
                continue
            unit = self._units[owner.file]
            if self._made_once(owner) or self._provided_once(owner):
                position = unit.header(owner.scope).position
                return Lasting("singleton", owner.file, owner.scope, position, self._name(owner.file, owner.scope))
            made = unit.header(owner.scope).bindings.get("__new__")
            if type(made) is not tuple or made[0] != "def":
                continue
            first = f"${unit.header(made[1]).params[0][0]}" if unit.header(made[1]).params else ""
            for kind, base, key, _, position, _ in unit.body(made[1]).stores:
                if (kind == "attr" and base in (first, unit.header(owner.scope).name)) or kind == "name":
                    return Lasting(
                        "singleton", owner.file, made[1], position, f"{self._name(owner.file, owner.scope)}.{key}"
                    )
        return None

    def _made_once(self, cls: Cls) -> bool:
        """Whether a metaclass or a decorator of the program remembers the only instance."""
        unit = self._units[cls.file]
        header = unit.header(cls.scope)
        metas = [b[2] for b in header.bases if type(b) is tuple and b[:2] == ("=", "metaclass")]
        bases = [b for b in header.bases if type(b) is str]
        for value in (*metas, *header.decorators, *bases):
            for origin in self._evaluator.origins(cls.file, header.parent, value):
                if self._evaluator.meaning.has_kind(origin, "makes-once"):
                    return True
                if value in bases:
                    continue
                match origin:
                    case Cls(file, scope):
                        call = self._units[file].header(scope).bindings.get("__call__")
                        if type(call) is tuple and call[0] == "def" and self._remembers(file, call[1]):
                            return True
                    case Fn(file, scope, _):
                        inner = [n for n, h in enumerate(self._units[file].interface.scopes) if h[2] == scope]
                        if any(self._remembers(file, n) for n in inner):
                            return True
        return False

    def _provided_once(self, cls: Cls) -> bool:
        """Whether a container is told to make one object of a class."""
        rows = [r for r in self._evaluator.vocabulary.kinds.get("makes-once", ()) if r.argument >= 0]
        return bool(rows) and any(
            self._evaluator.meaning.has_kind(callee, "makes-once")
            for site, _, calls in self._callers.of(cls.file, cls.scope) if not calls
            for callee in self._evaluator.calls.callees(site)
        )  # fmt: skip

    def _remembers(self, file: int, scope: int) -> bool:
        """Whether a function keeps what it makes: on a class, under a key, or in a name of another scope."""
        body = self._units[file].body(scope)
        return any(kind in ("item", "attr", "name") and direct(value) for kind, _, _, value, _, _ in body.stores)

    def site(self, site: Site, depth: int = 0) -> Lasting | None:
        """Why what a call makes outlives the request."""
        if self._roles[site.file] != "application":
            return None
        return self._followed(("site", site), depth, lambda: self._site(site, depth))

    def _followed(self, key: Any, depth: int, answer: Callable[[], Lasting | None]) -> Lasting | None:
        """An answer, remembered; a no that was cut short, by depth or in a circle, holds from this depth on only."""
        found, known = self._answers.get(key, (None, DEPTH + 1))
        if found or known <= depth or depth > DEPTH:
            self._cut = self._cut or (found is None and known != COMPLETE)
            return found
        before, self._cut = self._cut, False
        self._answers[key] = (None, PENDING)
        found = answer()
        self._answers[key] = (found, depth if self._cut else COMPLETE)
        self._cut = before or (self._cut and found is None)
        return found

    def _site(self, site: Site, depth: int) -> Lasting | None:
        unit = self._units[site.file]
        header = unit.header(site.scope)
        call = unit.body(site.scope).calls[site.call]
        if header.kind != FUNCTION:
            if site.file in self._sessions and header.kind != CLASS:
                return None  # each user's run has its own
            if header.kind != CLASS and self.guarded(site.file, site.scope, call[5]):
                return None
            name = next((n for n, v in header.bindings.items() if site.call in numbers(v)), "") or last_name(call[0])
            place = ".".join(p for p in (self._name(site.file, site.scope), name) if p)
            return Lasting("class" if header.kind == CLASS else "module", site.file, site.scope, call[3], place)
        found = self._stored(site, depth) or self._passed(site, depth) or self._returned(site, depth)
        return found or self._enclosed(site)

    def _enclosed(self, site: Site) -> Lasting | None:
        """Held by a name of a function that runs once, and used by an inner one."""
        name = self.closures.holding(site)
        position = self._units[site.file].body(site.scope).calls[site.call][3]
        return Lasting("closure", site.file, site.scope, position, name) if name else None

    def guarded(self, file: int, scope: int, region: int) -> bool:
        """Whether a region at module level runs only as a script."""
        regions = self._units[file].body(scope).regions
        while region:
            kind, region, test = regions[region]
            if kind == "if" and test == GUARD:
                return True
        return False

    def _stored(self, site: Site, depth: int) -> Lasting | None:
        """Kept by a store in the function that makes it."""
        for kind, base, key, value, position, _ in self._units[site.file].body(site.scope).stores:
            if site.call not in direct(value):
                continue
            if kind == "name":
                place = f"{self._evaluator.modules.dotted(site.file)}.{key}"
                return Lasting("global", site.file, site.scope, position, place)
            keeper = self._keeper(site, base, position, depth) if kind in ("attr", "item") else None
            if keeper is None or (kind == "item" and not (type(key) is tuple and key[0] == "=")):
                continue
            text = key if isinstance(key, str) else f"[{key[1]!r}]" if type(key) is tuple and key[0] == "=" else "[..]"
            return keeper._replace(
                name=f"{keeper.name}.{text}".replace(".[", "["), file=site.file, scope=site.scope, position=position
            )
        return None

    def _keeper(self, site: Site, base: Any, position: int, depth: int) -> Lasting | None:
        """Why the object that something is kept on outlives the request."""
        unit = self._units[site.file]
        for origin in self._evaluator.origins(site.file, site.scope, base):
            match origin:
                case Cls(file, scope):
                    return Lasting("class-attribute", site.file, site.scope, position, self._name(file, scope))
                case Fn(file, scope, None):
                    return Lasting("global", site.file, site.scope, position, self._name(file, scope))
                case Mod(file):
                    return Lasting("global", site.file, site.scope, position, self._evaluator.modules.dotted(file))
                case Ext(path, _) if self._evaluator.meaning.has_kind(origin, "application-state"):
                    return Lasting("application-state", site.file, site.scope, position, path.replace("()", ""))
                case Ext(path, _) if self._is_state(path):
                    return Lasting("application-state", site.file, site.scope, position, path.replace("()", ""))
                case Obj(cls, None) if unit.owner(site.scope) >= 0:
                    found = self.instance(cls, depth + 1)
                    if found:
                        return found._replace(how="kept")
                case Obj(_, Site() as made) | Ext(_, Site() as made):
                    found = self.site(made, depth + 1)
                    if found:
                        return found._replace(how="kept")
        return None

    def _is_state(self, path: str) -> bool:
        while "." in path:
            path = path.rpartition(".")[0]
            if any(row.kind == "application-state" for row in self._evaluator.vocabulary.of(path)):
                return True
        return False

    def _passed(self, site: Site, depth: int) -> Lasting | None:
        """Kept by the object that it is given to when that is made."""
        body = self._units[site.file].body(site.scope)
        for number, (_, arguments, keywords, *_) in enumerate(body.calls):
            values = [*arguments, *[v for _, v in keywords]]
            if number != site.call and any(site.call in direct(v) for v in values):
                taker = Site(site.file, site.scope, number)
                if any(type(o) is Cls for o in self._evaluator.calls.callees(taker)):
                    found = self.site(taker, depth + 1)
                    if found:
                        return found._replace(how="kept")
        return None

    def _returned(self, site: Site, depth: int) -> Lasting | None:
        """Handed to a caller that keeps it, or remembered by a cache."""
        unit = self._units[site.file]
        if not any(site.call in direct(v) for v, _ in unit.body(site.scope).returns):
            return None
        cached = self.cached(site.file, site.scope)
        if cached:
            return cached
        for caller, _, calls in self._callers.of(site.file, site.scope)[:WIDE]:
            found = self.site(caller, depth + 1) if calls else None
            if found:
                return found
        return None

    def cached(self, file: int, scope: int) -> Lasting | None:
        """Whether the results of a function are remembered for the process."""
        unit = self._units[file]
        header = unit.header(scope)
        for decorator in header.decorators:
            path = unit.body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            for origin in self._evaluator.origins(file, header.parent, path):
                if self._evaluator.meaning.has_kind(origin, "cache"):
                    return Lasting("cached", file, scope, header.position, self._name(file, scope))
        return None

    def instance(self, cls: Cls, depth: int = 0) -> Lasting | None:
        """Why some instance of a class outlives the request."""
        return self._followed(("instance", cls), depth, lambda: self._instance(cls, depth))

    def _instance(self, cls: Cls, depth: int) -> Lasting | None:
        found = self.singleton(cls)
        for site in () if found else self.sites(cls):
            found = self.site(site, depth + 1)
            if found:
                break
        return found

    def sites(self, cls: Cls) -> tuple[Site, ...]:
        """The calls that make a class."""
        return tuple(
            s for s, _, calls in self._callers.of(cls.file, cls.scope) if calls
        )[:WIDE]  # fmt: skip

    def made(self, path: str) -> tuple[Site, ...]:
        """The calls that give a thing of an access path that no file of the program defines."""
        name = path.removesuffix("()").rpartition(".")[2]
        found = []
        for file in self._evaluator.surface.mentioning(name):
            for scope, call in self._units[file].calls_named(name):
                if any(o[0] == path for o in self._evaluator.calls.result(file, scope, call, None)):
                    found.append(Site(file, scope, call))
        return tuple(found)[:WIDE]

    def returns(self, file: int, scope: int) -> tuple[Origin, ...]:
        """What a function gives its callers."""
        return self._evaluator.calls.returned(Fn(file, scope, None), None)
