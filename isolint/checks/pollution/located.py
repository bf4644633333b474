"""Located: whether a path is told from the place of a file of the program, so that it leads to the program itself."""

from typing import Any, Final

from isolint.facts import MODULE
from isolint.program import Program
from isolint.program.values.origins import Fn

FILE: Final = "__file__"
DEEP: Final = 12  # steps through names, calls and displays


class Located:
    """Answers about values of the files of a suite."""

    def __init__(self, program: Program) -> None:
        self._e = program.evaluator
        self._units = program.units
        self._suites = program.suites

    def is_so(self, file: int, scope: int, value: Any, deep: int = DEEP) -> bool:
        """Whether a value is made of where a file stands."""
        if value is None or deep < 0:
            return False
        if type(value) is int:
            callee, arguments, *_ = self._units[file].body(scope).calls[value]
            if any(self.is_so(file, scope, each, deep - 1) for each in (callee, *arguments)):
                return True
            return any(self._gives(o, deep) for o in self._e.origins(file, scope, callee) if type(o) is Fn)
        if type(value) is str:
            return self._is_path(file, scope, value, deep)
        if value[0] in ("=", "def", "import", "dict"):
            return False
        return any(self.is_so(file, scope, inner, deep - 1) for inner in value[1:] if type(inner) is not bool)

    def _is_path(self, file: int, scope: int, path: str, deep: int) -> bool:
        root = path.partition(".")[0]
        if path.rpartition(".")[2] == FILE:
            return True
        if root[0] == "$":
            fixture = self._suites.find(file, scope, root[1:]) if scope in self._suites.parts(file) else None
            return fixture is not None and self._gives(fixture, deep)
        at = scope
        while at >= 0:
            bound = self._units[file].header(at).bindings.get(root)
            if bound is not None and bound != path:
                return self._is_bound(file, at, root, bound, deep)
            at = self._units[file].header(at).parent if at else -1
        return False

    def _is_bound(self, file: int, scope: int, name: str, bound: Any, deep: int) -> bool:
        if type(bound) is tuple and bound[0] == "import":
            target = self._e.names.definition(file, name)
            return target is not None and target[0] != file and self.is_so(target[0], MODULE, target[1], deep - 1)
        return self.is_so(file, scope, bound, deep - 1)

    def _gives(self, fn: Fn, deep: int) -> bool:
        """Whether a function gives such a path."""
        body = self._units[fn.file].body(fn.scope)
        given = [value for value, _ in (*body.returns, *body.yields)]
        return any(self.is_so(fn.file, fn.scope, value, deep - 2) for value in given)
