"""Inside: which functions of the suite a function runs, found without following what leads elsewhere."""

from typing import Any, Final

from isolint.facts import FUNCTION, MODULE, Value
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Const, Ext, Fn, Mod, Obj, Site

PACKAGE: Final = "/__init__.py"


class Inside:
    """Answers about calls; the name that a path begins with tells whether it may lead into the suite."""

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...]) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._roles = roles
        self._known: dict[tuple[int, str], bool] = {}
        self._names: frozenset[str] | None = None
        self._runs: dict[tuple[int, int], dict[int, list[Fn]]] = {}

    def runs(self, file: int, scope: int) -> dict[int, list[Fn]]:
        """The functions that the calls of a function run, by the number of the call."""
        found = self._runs.get((file, scope))
        if found is None:
            found = self._runs[file, scope] = {}
            known: dict[Any, list[Fn]] = {}
            for number, name in enumerate(self._units[file].callees(scope)):
                if not self.is_defined(name):
                    continue
                callee = self._units[file].body(scope).calls[number][0]
                fns = known.get(callee)
                if fns is None:
                    fns = known[callee] = self.called(Site(file, scope, number), callee)
                if fns:
                    found[number] = fns
        return found

    def is_defined(self, name: str) -> bool:
        """Whether something of the suite may go by a name; of what has no name nobody knows."""
        if self._names is None:
            self._names = self._e.surface.aliased(frozenset(self._given()))
        return not name or name in self._names

    def _given(self) -> set[str]:
        """The names that the suite gives to functions and classes: by their definition, and to paths by assignment."""
        told = [u.interface.scopes for u, role in zip(self._units, self._roles, strict=True) if role != "application"]
        names = {header[1] for scopes in told for header in scopes}
        for scopes in told:
            for header in scopes:
                if header[0] != FUNCTION and header[9]:
                    names.update([n for n, v in header[9].items() if n not in names and _is_other_name(v)])
        return names

    def called(self, site: Site, callee: Any) -> list[Fn]:
        """The functions that a call runs."""
        if type(callee) is str and not self.leads(site.file, site.scope, callee):
            return []
        found: list[Fn] = []
        for origin in self._e.origins(site.file, site.scope, callee):
            if type(origin) is Fn:
                found.append(origin)
            elif type(origin) is Cls:
                found += [o for o in self._e.attribute((Obj(origin, site),), "__init__") if type(o) is Fn]
        return [fn for fn in found if self._roles[fn.file] != "application"]

    def leads(self, file: int, scope: int, path: str) -> bool:
        """Whether a path may lead into the suite; what begins with a parameter may be anything."""
        root = path.partition(".")[0]
        return root[0] == "$" or self._is_known(file, root) or self._is_bound_around(file, scope, root)

    def _is_bound_around(self, file: int, scope: int, root: str) -> bool:
        """Whether a function around has such a name."""
        unit = self._units[file]
        at = unit.header(scope).parent
        while at > MODULE:
            header = unit.header(at)
            if root in header.bindings or any(row[0] == root for row in header.params):
                return True
            at = header.parent
        return False

    def _is_known(self, file: int, root: str) -> bool:
        """Whether a module has such a name, which is no other code's."""
        key = (file, root)
        found = self._known.get(key)
        if found is None:
            unit = self._units[file]
            value = unit.top().get(root)
            if type(value) is tuple and value[0] == "import":
                found = any(self._is_inside(o) for o in self._e.origins(file, MODULE, value))
            else:
                found = value is not None or bool(unit.interface.stars)
            self._known[key] = found
        return found

    def _is_inside(self, origin: object) -> bool:
        if isinstance(origin, Ext | Const):
            return False
        if type(origin) is Mod and self._units[origin.file].path.endswith(PACKAGE):
            return True  # the suite may stand in it
        file = origin.cls.file if isinstance(origin, Obj) else getattr(origin, "file", -1)
        return file < 0 or self._roles[file] != "application"


def _is_other_name(value: Value) -> bool:
    """Whether what is bound so is another name of something: of a path, or of what the same scope defines."""
    return type(value) is str or (type(value) is tuple and value[0] == "def")
