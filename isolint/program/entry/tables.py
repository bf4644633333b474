"""Tables: the functions that a module lists or keeps under names, and the calls that take them from there."""

from typing import Any, Final, NamedTuple

from isolint.facts import MODULE
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Fn, Mod

DISPLAYS: Final = ("dict", "list", "tuple", "set")


class Taken(NamedTuple):
    """A call of what a table holds, which is the display `shown` of a file; `key` is None where that may be any."""

    scope: int
    call: int
    file: int
    shown: Any
    key: Any


class Tables:
    """Answers which tables hold a function, and who calls what they hold; each file is read once."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._held: dict[int, dict[str, tuple[str, ...]]] = {}
        self._taken: dict[int, tuple[Taken, ...]] = {}

    def holding(self, file: int, name: str) -> tuple[str, ...]:
        """The names of the tables at the top of a file that hold something of that name."""
        found = self._held.get(file)
        if found is None:
            gathered: dict[str, dict[str, None]] = {}
            for table, value in self._units[file].top().items():
                for _, held in _items(value):
                    gathered.setdefault(last_name(held), {})[table] = None
            found = self._held[file] = {each: tuple(tables) for each, tables in gathered.items()}
        return found.get(name, ())

    def taken(self, file: int) -> tuple[Taken, ...]:
        """The calls in a file of what tables hold."""
        found = self._taken.get(file)
        if found is None:
            calls = self._units[file].calls_named("")
            found = self._taken[file] = tuple([t for at in calls if (t := self._call(file, *at)) is not None])
        return found

    def gives(self, taken: Taken, file: int, scope: int) -> bool:
        """Whether what is taken from a table may be the function of a scope."""
        for key, held in _items(taken.shown):
            if taken.key is None or key is None or key == taken.key:
                origins = self._e.origins(taken.file, MODULE, held)
                if any(type(o) is Fn and o[:2] == (file, scope) for o in origins):
                    return True
        return False

    def _call(self, file: int, scope: int, call: int) -> Taken | None:
        path, key = self._element(file, scope, self._units[file].body(scope).calls[call][0])
        bound = self._bound(file, scope, path) if path else None
        return Taken(scope, call, *bound, key) if bound is not None and _items(bound[1]) else None

    def _element(self, file: int, scope: int, value: Any) -> tuple[str, Any]:
        """The path of what a value is an element of, and the key if it is written out."""
        match value:
            case ("[]", str(path), key):
                return path, key if type(key) is tuple and key[0] == "=" else None
            case ("iter", str(path)):
                return path, None
            case ("[]", ("iter", int(pairs)), ("=", 1)):
                return self._behind(file, scope, pairs, "items"), None
            case ("iter", int(values)):
                return self._behind(file, scope, values, "values"), None
        if type(value) is int:
            return self._behind(file, scope, value, "get"), None
        return "", None

    def _behind(self, file: int, scope: int, call: int, method: str) -> str:
        """The path that a call of that method is made on."""
        callee = self._units[file].body(scope).calls[call][0]
        path, _, name = callee.rpartition(".") if type(callee) is str else ("", "", "")
        return path if name == method else ""

    def _bound(self, file: int, scope: int, path: str) -> tuple[int, Any] | None:
        """What a module binds the name to that a path means in a scope, and its file."""
        if path.startswith("$"):
            return None
        head, _, name = path.rpartition(".")
        if head:
            modules = [o for o in self._e.origins(file, scope, head) if type(o) is Mod]
            if not modules:
                return None
            file = modules[0].file
        elif self._hidden(file, scope, name):
            return None
        return self._e.names.definition(file, name)

    def _hidden(self, file: int, scope: int, name: str) -> bool:
        """Whether a function around binds a name."""
        unit = self._units[file]
        at = unit.outer(scope) if scope else -1
        while at > MODULE:
            header = unit.header(at)
            if name in header.bindings or any(row[0] == name for row in header.params):
                return True
            at = unit.outer(at)
        return False


def _items(value: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a display; what is only listed has no key."""
    if type(value) is tuple and value and value[0] == ":":
        value = value[1]
    if type(value) is not tuple or not value or value[0] not in DISPLAYS:
        return []
    return [(k, v) for k, v in value[1:]] if value[0] == "dict" else [(None, v) for v in value[1:]]
