"""Outliving: which values outlive a test, and what their attributes begin with."""

from collections.abc import Sequence
from typing import Any, Final

from isolint.facts import MODULE, Value
from isolint.program import Program
from isolint.program.values.origins import Cls, Const, Ext, Fn, Mod, Obj, Origin, Site, known

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

    def is_own(self, file: int, scope: int, value: Any) -> bool:
        """Whether a value is something that each test, or each thread, has its own of."""
        return any(type(o) is Ext and self._is_fresh(o.path) for o in known(self._e.origins(file, scope, value)))

    def keeper(self, file: int, scope: int, base: Any) -> tuple[str, bool] | None:
        """The name that keeps an object that is made once, and whether it is a module's that nobody sets anew.

        Whoever sets another one anew has a new object.
        """
        for origin in known(self._e.origins(file, scope, base)):
            lasting = self._lifetimes.of(origin) if type(origin) is Obj else None
            if lasting is not None and lasting.how in ("singleton", "global", "module"):
                return lasting.name.rpartition(".")[2], lasting.how == "module"
        return None

    def is_first(self, origin: Origin, file: int, scope: int, key: str, value: Any) -> bool:
        """Whether a value is a constant or empty container that an attribute begins with."""
        told = self.plain(file, scope, value)
        return told is not None and told in self._first(origin, key)

    def begins(self, file: int, scope: int, base: Any, key: str, value: Any) -> bool:
        """Whether a value is what an attribute begins with, so that to set it is to reset it."""
        told = self.plain(file, scope, value)
        held = known(self._e.origins(file, scope, base))
        if told is None:
            return self._is_of_another(file, scope, held, key, value) or self._is_bound(file, scope, held, key, value)
        if told in FALSY and key.startswith("_"):
            return True
        return any(told in self._first(o, key) for o in held)

    def _is_of_another(self, file: int, scope: int, held: Sequence[Origin], key: str, value: Any) -> bool:
        """Whether a value is the same attribute of an object of that class which is made without arguments."""
        match value:
            case (".", int() as number, str(name)) if name == key:
                _, arguments, keywords, *_ = self._units[file].body(scope).calls[number]
                made = known(self._e.origins(file, scope, number))
                fresh = bool(made) and not arguments and not keywords
                return fresh and all(any(_are_akin(one, other) for other in held) for one in made)
        return False

    def _is_bound(self, file: int, scope: int, held: Sequence[Origin], key: str, value: Any) -> bool:
        """Whether a value is the module, class or function that the body of a class or module binds."""
        if type(value) is not str or value.startswith("$"):
            return False
        given = known(self._e.origins(file, scope, value))
        if len(given) != 1 or not _is_lasting(given[0]):
            return False
        return any(given == known(self._e.origins(*place)) for origin in held for place in self._bodies(origin, key))

    def _bodies(self, origin: Origin, key: str) -> list[tuple[int, int, Value]]:
        """What the body of a module or class binds an attribute to, the nearest first: file, scope, value."""
        places = [Cls(origin.file, MODULE)] if type(origin) is Mod else []
        if isinstance(origin, Cls | Obj):
            places = self._line(origin.cls if isinstance(origin, Obj) else origin)
        bodies = [(c.file, c.scope, self._units[c.file].header(c.scope).bindings) for c in places]
        return [(file, scope, bindings[key]) for file, scope, bindings in bodies if key in bindings][:1]

    def _first(self, origin: Origin, key: str) -> list[str | None]:
        """What an attribute begins with, as far as it is a constant or an empty container."""
        first = [self.plain(*place) for place in self._bodies(origin, key)]
        if type(origin) is Obj:
            told = self._e.members.attributes(origin.cls).get(key, ())
            first += [self.plain(origin.cls.file, *self._default(origin, s, v)) for s, v in told]
        return first

    def _default(self, origin: Obj, scope: int, value: Value) -> tuple[int, Value]:
        """A value in a method, with its scope; for a parameter of what makes an object without arguments, its default.

        A default is a value of where the method is defined.
        """
        site = origin.site
        if site is None or type(value) is not str or value[0] != "$":
            return scope, value
        _, arguments, keywords, *_ = self._units[site.file].body(site.scope).calls[site.call]
        unit = self._units[origin.cls.file]
        if arguments or keywords or unit.header(scope).name != "__init__":
            return scope, value
        header = unit.header(scope)
        told = (row[2] for row in header.params if row[0] == value[1:] and row[2] != ())
        return next(((header.parent, default) for default in told), (scope, value))

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


def _is_lasting(origin: Origin) -> bool:
    """Whether an origin is one thing, wherever it is spoken of: no result of a call."""
    return type(origin) in (Fn, Cls, Mod) or (type(origin) is Ext and origin.site is None and "(" not in origin.path)


def _are_akin(made: Origin, held: Origin) -> bool:
    """Whether two are objects of one class, or for all that is known: made by, and kept in, one unknown module."""
    if isinstance(made, Obj):
        return isinstance(held, Obj) and made.cls == held.cls
    if type(made) is not Ext or type(held) is not Ext or not made.path.endswith("()"):
        return False
    return made.path.removesuffix("()").rpartition(".")[0] == held.path.rpartition(".")[0]
