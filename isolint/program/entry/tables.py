"""Tables: the functions that a display lists or keeps under names, and the calls that take them from there."""

from typing import Any, Final, NamedTuple

from isolint.facts import MODULE, Body
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Mod, Origins

DISPLAYS: Final = frozenset({"dict", "list", "tuple", "set"})


class Taken(NamedTuple):
    """A call of what the display `shown` holds, which stands in `home`; `key` is None where that may be any of it."""

    scope: int
    call: int
    home: tuple[int, int]
    shown: Any
    key: Any


class Tables:
    """Answers which tables hold a function, and who calls what they hold; each file is read once."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._held: dict[int, dict[str, tuple[str, ...]]] = {}
        self._taken: dict[int, dict[str, tuple[Taken, ...]]] = {}

    def holding(self, file: int, name: str) -> tuple[str, ...]:
        """The names of the tables at the top of a file that hold something of that name."""
        found = self._held.get(file)
        if found is None:
            gathered: dict[str, dict[str, None]] = {}
            for table, value in self._units[file].top().items():
                for _, held in items(value):
                    gathered.setdefault(last_name(held), {})[table] = None
            found = self._held[file] = {each: tuple(tables) for each, tables in gathered.items()}
        return found.get(name, ())

    def taken(self, file: int, name: str) -> tuple[Taken, ...]:
        """The calls in a file of what tables hold, of those that hold something of that name."""
        found = self._taken.get(file)
        if found is None:
            gathered: dict[str, dict[Taken, None]] = {}
            for at in self._units[file].calls_named(""):
                for each in self._call(file, *at):
                    for _, held in items(each.shown):
                        gathered.setdefault(last_name(held), {})[each] = None
            found = self._taken[file] = {each: tuple(calls) for each, calls in gathered.items()}
        return found.get(name, ())

    def held(self, taken: Taken, name: str) -> Origins:
        """What may be taken from a table, of what goes by that name there."""
        values = [v for k, v in items(taken.shown) if taken.key is None or k is None or k == taken.key]
        file, scope = taken.home
        return tuple([o for v in values if last_name(v) == name for o in self._e.origins(file, scope, v)])

    def _call(self, file: int, scope: int, call: int) -> list[Taken]:
        body = self._units[file].body(scope)
        base, key = element(body, body.calls[call][0])
        return [Taken(scope, call, home, shown, key) for home, shown in self._shown(file, scope, base) if items(shown)]

    def _shown(self, file: int, scope: int, base: Any) -> list[tuple[tuple[int, int], Any]]:
        """The displays that a value of a scope may be, each with the file and the scope that it stands in."""
        if type(base) is not str:
            return [((file, scope), base)] if items(base) else []
        head, _, name = base.rpartition(".")
        own = self._units[file].own(scope)
        if own and head == f"${own}":
            kept = self._e.members.attributes(Cls(file, self._units[file].owner(scope))).get(name, ())
            return [((file, method), value) for method, value in kept]
        if base.startswith("$"):
            return []
        if head:
            modules = [o for o in self._e.origins(file, scope, head) if type(o) is Mod]
            if not modules:
                return []
            file = modules[0].file
        elif self._hidden(file, scope, name):
            return []
        bound = self._e.names.definition(file, name)
        return [((bound[0], MODULE), bound[1])] if bound else []

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


def element(body: Body, value: Any) -> tuple[Any, Any]:
    """What a value is an element of, or None, and the key if it is written out."""
    match value:
        case ("[]", ("iter", int(pairs)), ("=", 1)):
            return _behind(body, pairs, "items"), None
        case ("[]", base, key):
            return base, key if type(key) is tuple and key[0] == "=" else None
        case ("iter", int(values)):
            return _behind(body, values, "values"), None
        case ("iter", base):
            return base, None
    return (_behind(body, value, "get"), None) if type(value) is int else (None, None)


def _behind(body: Body, call: int, method: str) -> Any:
    """What a call of that method is made on."""
    callee = body.calls[call][0]
    return receiver(callee) if last_name(callee) == method else None


def items(value: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a display; what is only listed has no key."""
    if type(value) is tuple and value and value[0] == ":":
        value = value[1]
    if type(value) is not tuple or not value or value[0] not in DISPLAYS:
        return []
    return [(k, v) for k, v in value[1:]] if value[0] == "dict" else [(None, v) for v in value[1:]]
