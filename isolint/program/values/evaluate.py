"""Evaluate: the origins of a value, followed through names, modules, classes and calls, on demand and remembered."""

from typing import Any, Final

from isolint.facts import CLASS, GENERATOR, Value
from isolint.program.entry.roles import Role
from isolint.program.unit import Unit
from isolint.program.values.annotations import Annotations
from isolint.program.values.calls import Calls
from isolint.program.values.imports import Imports
from isolint.program.values.meaning import Meaning
from isolint.program.values.members import Members
from isolint.program.values.modules import Modules
from isolint.program.values.names import Names
from isolint.program.values.origins import Cls, Const, Ext, Fn, Mod, Obj, Origin, Origins, Site, Sub, join, known
from isolint.program.values.surface import Surface
from isolint.vocabulary import Vocabulary

DEPTH: Final = 64  # steps from one value to the next; a longer way is unknown


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
        self.imports = Imports(self)
        self.members = Members(self)
        self.calls = Calls(self)
        self.annotations = Annotations(self)
        self.meaning = Meaning(self)
        self._memory: dict[tuple[int, int, Value, Obj | Cls | None], Origins] = {}
        self._depth = 0

    def origins(self, file: int, scope: int, value: Value, me: Obj | Cls | None = None) -> Origins:
        """What `value` can be, in a scope whose first parameter is bound to `me`."""
        if value is None or self._depth > DEPTH:
            return ()
        key = (file, scope, value, me)
        found = self._memory.get(key)
        if found is not None:
            return found
        self._memory[key] = ()
        self._depth += 1
        try:
            found = self._evaluate(file, scope, value, me)
        finally:
            self._depth -= 1
        self._memory[key] = found
        return found

    def _evaluate(self, file: int, scope: int, value: Value, me: Obj | Cls | None) -> Origins:
        if type(value) is str:
            return self._path(file, scope, value, me)
        if type(value) is int:
            return self.calls.result(file, scope, value, me)
        match value:
            case (".", base, path):
                found = self.origins(file, scope, base, me)
                for name in path.split("."):
                    found = self.attribute(found, name)
                return found
            case ("=", constant):
                return (Const(constant),)
            case ("|", *_):
                return join(*[self.origins(file, scope, m, me) for m in value[1:]])
            case (":", inner, note):
                found = self.origins(file, scope, inner, me)
                told = not known(found) or all(isinstance(o, Ext | Const) for o in found)
                return join(found, self.annotations.instances(file, scope, note)) if told else found
            case ("def", number):
                return (
                    (Cls(file, number),) if self.units[file].header(number).kind == CLASS else (Fn(file, number, None),)
                )
            case ("import", level, module, name):
                return self.names.imported(file, level, module, name)
            case ("with", inner):
                return self._entered(self.origins(file, scope, inner, me))
            case ("iter", inner):
                return self._iterated(file, scope, inner, me)
            case ("[]", base, key):
                return self._element(file, scope, base, key, me)
            case ("list" | "tuple" | "set" | "dict" as kind, *_):
                return (Ext(f"builtins.{kind}()"),)
        return ()

    def _path(self, file: int, scope: int, path: str, me: Obj | Cls | None) -> Origins:
        root, _, rest = path.partition(".")
        if rest:
            head, _, last = path.rpartition(".")
            return self.attribute(self.origins(file, scope, head, me), last)
        return self.calls.parameter(file, scope, root[1:], me) if root[0] == "$" else self.names.free(file, scope, root)

    def attribute(self, bases: Origins, name: str) -> Origins:
        """`base.name` for each base."""
        return join(*[self._attribute(base, name) for base in bases]) if bases else ()

    def _attribute(self, base: Origin, name: str) -> Origins:
        match base:
            case Ext(path, site):
                return self.members.on_state(base, name) or (Ext(f"{path}.{name}", site),)
            case Fn(file, scope, _):
                return self.members.on_function(file, scope, name)
            case Mod(file):
                found = self.names.exported(file, name)
                if found is not None:
                    return found
                inner = self.names.submodule(file, "", name, file)
                return (Mod(inner),) if inner is not None else (Ext(f"{self.modules.dotted(file)}.{name}"),)
            case Cls() as cls:
                return self.members.member(cls, name, cls)
            case Obj(cls, _) as instance:
                return self.members.member(cls, name, instance)
        return ()

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
            elif type(origin) is Ext:
                found.append(Ext(f"{origin.path}[]", origin.site))
            elif type(origin) is Cls:
                found.append(origin)
        return tuple(found)
