"""Names: what a name means in a scope, in a module, behind an import."""

from typing import TYPE_CHECKING

from isolint.facts import MODULE, Value
from isolint.program.values.origins import Cls, Fn, Mod, Obj, Origins, join, known

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator


class Names:
    """Answers about names, each module's star imports and re-exports included."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._stars: set[tuple[int, str]] = set()
        self._defined: dict[str, tuple[Cls | Fn, ...]] = {}

    def free(self, file: int, scope: int, name: str) -> Origins:
        """What a name that is free in a scope means."""
        unit = self._e.units[file]
        at = unit.outer(scope) if scope else -1
        while at > MODULE:
            header = unit.header(at)
            if any(row[0] == name for row in header.params):
                return self._e.calls.parameter(file, at, name, None)
            if name in header.bindings:
                return self._e.origins(file, at, header.bindings[name])
            at = unit.outer(at)
        found = self.exported(file, name)
        return self._e.outside(f"builtins.{name}") if found is None else found

    def exported(self, file: int, name: str) -> Origins | None:
        """What a name of a module is, or None where the module has no such name."""
        unit = self._e.units[file]
        if not unit.interface.scopes:
            return None
        bindings = unit.header(MODULE).bindings
        if name in bindings:
            value = bindings[name]
            inner = value[1] if type(value) is tuple and value[0] == ":" else value
            found = self._e.origins(file, MODULE, inner)
            if known(found):
                return found
            found = join(self._rebound(file, name), found)
            return found if known(found) else join(found, self._e.origins(file, MODULE, value))
        for level, module in unit.interface.stars:
            for target in self.imported(file, level, module, None):
                if type(target) is Mod and target.file != file:
                    key = (target.file, name)
                    if key in self._stars:
                        return None
                    self._stars.add(key)
                    found_there = self.exported(target.file, name)
                    self._stars.discard(key)
                    if found_there is not None:
                        return found_there
        return self._lazy(file, bindings.get("__getattr__"))

    def definitions(self, name: str) -> tuple[Cls | Fn, ...]:
        """The classes and functions that modules define at their top under a name, and that alone."""
        found = self._defined.get(name)
        if found is None:
            files = [n for n in self._e.surface.mentioning(name) if self._e.units[n].interface.scopes]
            values = [(file, self._e.units[file].header(MODULE).bindings.get(name)) for file in files]
            origins = [self._e.origins(f, MODULE, v) for f, v in values if type(v) is tuple and v[0] == "def"]
            found = self._defined[name] = tuple(o for each in origins for o in each if isinstance(o, Cls | Fn))
        return found

    def _lazy(self, file: int, value: Value) -> Origins | None:
        """The objects that a module's `__getattr__` makes for names that it does not bind."""
        if type(value) is not tuple or value[0] != "def":
            return None
        found = self._e.calls.returned(Fn(file, value[1], None), None)
        return tuple(o for o in found if type(o) is Obj) or None

    def _rebound(self, file: int, name: str) -> Origins:
        """What functions of a module assign to one of its names by `global`."""
        unit = self._e.units[file]
        groups = []
        for scope in range(1, len(unit.interface.scopes)):
            for kind, _, key, value, _, _ in unit.body(scope).stores:
                if kind == "name" and key == name:
                    groups.append(self._e.origins(file, scope, value))
        return join(*groups)

    def imported(self, file: int, level: int, module: str, name: str | None) -> Origins:
        if level:
            stem = self._e.modules.relative(self._e.units[file].path, level, module)
            target = self._e.modules.at(stem)
            dotted = stem.replace("/", ".")
        else:
            stem, dotted = "", module
            target = self._e.modules.find(self._e.units[file].folder, module)
        if name is None:
            return self._e.outside(dotted) if target is None else (Mod(target),)
        if target is not None and target != file:
            found = self.exported(target, name)
            if found is not None:
                return found
        inner = self._e.modules.at(f"{stem}/{name}") if level else self.submodule(target, module, name, file)
        if inner is not None:
            return (Mod(inner),)
        return self._e.outside(f"{dotted if target is None else self._e.modules.dotted(target)}.{name}")

    def submodule(self, target: int | None, module: str, name: str, file: int) -> int | None:
        if target is None:
            return self._e.modules.find(self._e.units[file].folder, f"{module}.{name}")
        stem = self._e.units[target].path.removesuffix("/__init__.py")
        return self._e.modules.at(f"{stem}/{name}")

    def definition(self, file: int, name: str) -> tuple[int, Value] | None:
        """Where a module's name is bound in the end, and to what, followed through imports."""
        for _ in range(6):
            unit = self._e.units[file]
            value = unit.header(MODULE).bindings.get(name) if unit.interface.scopes else None
            if type(value) is not tuple or value[0] != "import" or value[3] is None:
                return None if value is None else (file, value)
            target = self.imported(file, value[1], value[2], None)
            if not target or type(target[0]) is not Mod:
                return None
            file, name = target[0].file, value[3]
        return None
