"""Evaluate: the origins of a value, followed through names, modules, classes and calls, on demand and remembered."""

from typing import Any, Final

from isolint.facts import CLASS, GENERATOR, MODULE, Value
from isolint.program.entry.roles import Role
from isolint.program.unit import Unit
from isolint.program.values.annotations import Annotations
from isolint.program.values.calls import Calls
from isolint.program.values.meaning import Meaning
from isolint.program.values.members import Members
from isolint.program.values.modules import Modules
from isolint.program.values.names import Names
from isolint.program.values.origins import Cls, Const, Ext, Fn, Mod, Obj, Origin, Origins, Site, Sub, join, known
from isolint.program.values.surface import Surface
from isolint.vocabulary import Pack, Vocabulary

DEPTH: Final = 64  # steps from one value to the next; a longer way is unknown
SHOWN: Final = frozenset({"list", "tuple", "set", "dict"})
PENDING: Final[Origins] = (Const(None, "pending"),)  # stands where a value is being followed: a circle says nothing


class Evaluator:
    """Origins of values, with a memory; `fixture` is set by the model of tests and answers for parameters."""

    def __init__(
        self,
        units: tuple[Unit, ...],
        modules: Modules,
        vocabulary: Vocabulary,
        roles: tuple[Role, ...],
        surface: Surface,
    ) -> None:
        self.units = units
        self.surface = surface
        self.modules = modules
        self.vocabulary = vocabulary
        self.roles = roles
        self.fixture: Any = lambda _file, _scope, _name: ()
        self.names = Names(self)
        self.imports = surface.imports
        self.members = Members(self)
        self.calls = Calls(self)
        self.annotations = Annotations(self)
        self.meaning = Meaning(self)
        self._memory: list[dict[int, dict[Any, Origins]]] = [{} for _ in units]
        self._outside: dict[str, Origins] = {}
        self._hanging: dict[str, Origins] = {}
        self._depth = 0

    def outside(self, path: str) -> Origins:
        """A thing that no indexed file defines, made once for all who come to it."""
        found = self._outside.get(path)
        if found is None:
            found = self._outside[path] = (Ext(path),)
        return found

    def origins(self, file: int, scope: int, value: Value, me: Obj | Cls | None = None) -> Origins:
        """What `value` can be, in a scope whose first parameter is bound to `me`."""
        if value is None or self._depth > DEPTH:
            return ()
        kind = type(value)
        if kind is tuple:
            tag = value[0] if value else ""
            if tag == "=":
                return (Const(value[1]),)
            if tag in SHOWN:
                return self.outside(f"builtins.{tag}()")
            everywhere = tag == "import" and scope > MODULE
        elif kind is str:
            everywhere = scope > MODULE and value[0] != "$" and self.units[file].outer(scope) == MODULE
        else:
            everywhere = False
            if me is not None:
                callee = self.units[file].body(scope).calls[value][0]
                if type(callee) is str and callee[0] != "$":
                    me = None
        scopes = self._memory[file]
        if everywhere:  # it is the same in all scopes: known once, unless that is what is being followed
            found = scopes[MODULE].get(value) if MODULE in scopes else None
            if found is None:
                scope, me = MODULE, None
            elif found is not PENDING:
                return found
        known = scopes.get(scope)
        if known is None:
            known = scopes[scope] = {}
        key = value if me is None else (value, me)
        found = known.get(key)
        if found is not None:
            return () if found is PENDING else found
        known[key] = PENDING
        self._depth += 1
        try:
            found = self._evaluate(file, scope, value, me)
        finally:
            self._depth -= 1
        known[key] = found
        return found

    def _evaluate(self, file: int, scope: int, value: Value, me: Obj | Cls | None) -> Origins:
        if type(value) is str:
            return self._path(file, scope, value, me)
        if type(value) is int:
            return self.calls.result(file, scope, value, me)
        tag = value[0] if type(value) is tuple and value else ""
        if tag == ".":
            found = self.origins(file, scope, value[1], me)
            for name in value[2].split("."):
                found = self.attribute(found, name)
            return found
        if tag == "import":
            return self.names.imported(file, value[1], value[2], value[3])
        if tag == "[]":
            return self._element(file, scope, value[1], value[2], me)
        if tag == "def":
            number = value[1]
            return (Cls(file, number),) if self.units[file].header(number).kind == CLASS else (Fn(file, number, None),)
        if tag == "iter":
            return self._iterated(file, scope, value[1], me)
        if tag == ":":
            found = self.origins(file, scope, value[1], me)
            told = not known(found) or all(isinstance(o, Ext | Const) for o in found)
            return join(found, self.annotations.instances(file, scope, value[2])) if told else found
        if tag == "|":
            return join(*[self.origins(file, scope, m, me) for m in value[1:]])
        if tag == "with":
            return self._entered(self.origins(file, scope, value[1], me))
        return ()

    def _path(self, file: int, scope: int, path: str, me: Obj | Cls | None) -> Origins:
        head, _, last = path.rpartition(".")
        if head:
            return self.attribute(self.origins(file, scope, head, me), last)
        return self.calls.parameter(file, scope, path[1:], me) if path[0] == "$" else self.names.free(file, scope, path)

    def uses(self, pack: Pack) -> bool:
        """Whether a file imports the library of a pack at its top, and no module of the program's own is called so."""
        imported = pack.loads_when & self.surface.libraries() if pack.loads_when else pack.loads_when
        return any(self.modules.find("", name) is None for name in imported)

    def attribute(self, bases: Origins, name: str) -> Origins:
        """`base.name` for each base."""
        if len(bases) == 1:
            return self._attribute(bases[0], name)
        return join(*[self._attribute(base, name) for base in bases])

    def _attribute(self, base: Origin, name: str) -> Origins:
        if type(base) is Ext:
            if base.site is not None:
                return self.members.on_state(base, name) or (Ext(f"{base.path}.{name}", base.site),)
            path = f"{base.path}.{name}"
            return self._hanging.get(path) or self.members.on_state(base, name) or self._hung(base, path)
        if type(base) is Obj:
            return self.members.member(base.cls, name, base)
        if type(base) is Cls:
            return self.members.member(base, name, base)
        if type(base) is Fn:
            return self.members.on_function(base.file, base.scope, name)
        if type(base) is Mod:
            file = base.file
            found = self.names.exported(file, name)
            if found is not None:
                return found
            inner = self.names.submodule(file, "", name, file)
            return (Mod(inner),) if inner is not None else self.outside(f"{self.modules.dotted(file)}.{name}")
        return ()

    def _hung(self, base: Ext, path: str) -> Origins:
        """An attribute of something outside; what hangs on application state may become known, and is not kept."""
        if self.meaning.has_kind(base, "application-state"):
            return (Ext(path),)
        found = self._hanging[path] = self.outside(path)
        return found

    def _entered(self, managers: Origins) -> Origins:
        groups: list[Origins] = []
        for origin in managers:
            found: Origins = ()
            if type(origin) is Obj:
                for name in ("__aenter__", "__enter__"):
                    enter = self.members.member(origin.cls, name, origin)
                    found = join(*[self.calls.returned(f, None) for f in enter if type(f) is Fn])
                    if found:
                        break
            groups.append(found or (origin,))
        return join(*groups)

    def _iterated(self, file: int, scope: int, inner: Value, me: Obj | Cls | None) -> Origins:
        match inner:
            case ("list" | "tuple" | "set", *_):
                return join(*[self.origins(file, scope, i, me) for i in inner[1:]])
            case int():
                for callee in self.calls.callees(Site(file, scope, inner), me):
                    if type(callee) is Fn and self.units[callee.file].header(callee.scope).flags & GENERATOR:
                        return self.calls.result(file, scope, inner, me)
        return tuple(Ext(f"{o.path}[]", o.site) for o in self.origins(file, scope, inner, me) if type(o) is Ext)

    def _element(self, file: int, scope: int, base: Value, key: Value, me: Obj | Cls | None) -> Origins:
        match base, key:
            case ("dict", *_), ("=", _):
                return join(*[self.origins(file, scope, v, me) for k, v in base[1:] if k == key])
            case ("tuple" | "list", *_), ("=", int(number)) if 0 <= number < len(base) - 1:
                return self.origins(file, scope, base[number + 1], me)
            case int(), ("=", int(number)) if type(base) is int:
                parts = self.calls.parts(Site(file, scope, base), number, me)
                if parts:
                    return parts
        found: list[Origin] = []
        for origin in self.origins(file, scope, base, me):
            if type(origin) is Ext and self.meaning.has_kind(origin, "type-wrapper"):
                found.append(Sub(file, scope, ("[]", base, key)))
            elif type(origin) is Ext and _is_class(origin):
                found.append(origin)
            elif type(origin) is Ext:
                found.append(Ext(f"{origin.path}[]", origin.site))
            elif type(origin) is Cls:
                found.append(origin)
        return join(tuple(found))


def _is_class(origin: Ext) -> bool:
    """Whether a library's thing is a class by its name, so that brackets behind it hold only types."""
    name = origin.path.rpartition(".")[2]
    return origin.site is None and name[:1].isupper() and name.isidentifier() and not name.isupper()
