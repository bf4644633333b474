"""Outliving: which values outlive a test, and what their attributes begin with."""

from typing import Any, Final

from isolint.facts import MODULE
from isolint.program import Program
from isolint.program.values.origins import Cls, Const, Ext, Mod, Obj, Origin, Site, known

EMPTY: Final = {"list": "[]", "dict": "{}", "set": "set()"}
FALSY: Final = frozenset({"None", "False", "0", "''", *EMPTY.values()})


class Outliving:
    """Answers about modules, classes and objects; `fresh` are kinds, `own` names of what each test has its own of."""

    def __init__(self, program: Program, fresh: tuple[str, ...], own: frozenset[str]) -> None:
        self._e = program.evaluator
        self._units = program.units
        self._roles = program.roles
        self._lifetimes = program.lifetimes
        self._fresh = fresh
        self._own = own

    def of(self, file: int, scope: int, base: Any, *, suite: bool) -> bool:
        """Whether a value outlives the test; `suite`: what stands in the modules of the suite does, too."""
        origins = known(self._e.origins(file, scope, base))
        named = type(base) is str and not base.startswith("$")  # of a module, which keeps what a getter gave it
        return bool(origins) and all(self._outlives(o, suite=suite, named=named) for o in origins)

    def _outlives(self, origin: Origin, *, suite: bool, named: bool) -> bool:
        match origin:
            case Mod(file):
                return suite or self._roles[file] != "test"
            case Cls(file, scope):
                return self._roles[file] != "test" and self._units[file].header(scope).parent == MODULE
            case Ext(path, None):
                whole = "(" not in path and "[" not in path and not path.startswith("builtins.")
                return whole and not self._is_fresh(path)
            case Ext(path, Site() as site):
                return not self._is_fresh(path) and self._is_kept(origin, site, suite=suite, named=named)
            case Obj(cls, site):
                if suite and site is not None and site.scope == MODULE:
                    return True
                return self._roles[cls.file] != "test" and self._is_kept(origin, site, suite=suite, named=named)
        return False

    def _is_kept(self, origin: Origin, site: Site | None, *, suite: bool, named: bool) -> bool:
        """Whether an object is made once: by a module, or by a getter that remembers it."""
        if site is not None and site.scope == MODULE:
            return suite or self._roles[site.file] != "test"
        lasting = self._lifetimes.of(origin)
        if lasting is None:
            return False
        made_here = site is not None and (lasting.file, lasting.scope) == (site.file, site.scope)
        return named or lasting.how in ("singleton", "cached") or (lasting.how == "global" and made_here)

    def _is_fresh(self, path: str) -> bool:
        """Whether a path, or what it hangs on, is something that each test has its own of."""
        while path:
            if path.rpartition(".")[2] in self._own:
                return True
            if any(self._e.meaning.has_kind(Ext(path), kind) for kind in self._fresh):
                return True
            path = path.rpartition(".")[0]
        return False

    def keeper(self, file: int, scope: int, base: Any) -> str | None:
        """The name that keeps an object that is made once; whoever sets that anew, has a new object."""
        for origin in known(self._e.origins(file, scope, base)):
            lasting = self._lifetimes.of(origin) if type(origin) is Obj else None
            if lasting is not None and lasting.how in ("singleton", "global"):
                return lasting.name.rpartition(".")[2]
        return None

    def begins(self, file: int, scope: int, base: Any, key: str, value: Any) -> bool:
        """Whether a value is what an attribute begins with, so that to set it is to reset it."""
        told = self.plain(file, scope, value)
        if told is None:
            return False
        if told in FALSY and key.startswith("_"):
            return True
        return any(told in self._first(o, key) for o in known(self._e.origins(file, scope, base)))

    def _first(self, origin: Origin, key: str) -> list[str | None]:
        """What an attribute begins with, as far as it is a constant or an empty container."""
        match origin:
            case Mod(file):
                bindings = self._units[file].header(MODULE).bindings
                return [self.plain(file, MODULE, bindings[key])] if key in bindings else []
            case Cls() | Obj():
                cls = origin.cls if isinstance(origin, Obj) else origin
                bodies = [(c, self._units[c.file].header(c.scope).bindings) for c in self._line(cls)]
                first = [self.plain(c.file, c.scope, bindings[key]) for c, bindings in bodies if key in bindings][:1]
                if type(origin) is Obj:
                    first += [self.plain(cls.file, s, v) for s, v in self._e.members.attributes(cls).get(key, ())]
                return first
        return []

    def _line(self, cls: Cls) -> list[Cls]:
        return [c for c in self._e.members.mro(cls) if type(c) is Cls]

    def plain(self, file: int, scope: int, value: Any) -> str | None:
        """How a constant or an empty container is written, or None for anything else."""
        while type(value) is tuple and value[:1] == (":",):
            value = value[1]
        match value:
            case ("=", constant):
                return repr(constant)
            case (kind,) if kind in EMPTY:
                return EMPTY[kind]
            case int():
                callee, arguments, keywords, *_ = self._units[file].body(scope).calls[value]
                return EMPTY[callee] if callee in EMPTY and not arguments and not keywords else None
            case str() if not value.startswith("$"):
                return next((repr(o.value) for o in self._e.origins(file, scope, value) if type(o) is Const), None)
        return None
