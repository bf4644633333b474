"""Headers: whether what a client is given as headers may say who calls."""

from typing import Any, Final

from isolint.program import Program
from isolint.program.entry.addresses import Addresses
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Fn, Site
from isolint.program.words import snake

FAR: Final = 4
COPYING: Final = frozenset({"copy", "dict", "deepcopy"})


class Headers:
    """Answers about displays of headers, behind names, attributes, fixtures and helpers."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._names = program.vocabulary.names("plain-header-name")
        self._behind = Addresses(program.evaluator).behind

    def is_plain(self, name: str) -> bool:
        """Whether a header of this name says nothing about a user."""
        return snake(name).strip("_") in self._names

    def plain(self, file: int, scope: int, value: Any, depth: int = 0) -> bool:
        """Whether a value is known to be headers that say nothing about a user."""
        if depth > FAR:
            return False
        match value:
            case ("=", None):
                return True
            case ("dict", *pairs):
                return all(self._pair(file, scope, k, v, depth) for k, v in pairs)
            case ("|", *members):
                return all(self.plain(file, scope, m, depth + 1) for m in members)
            case (":", inner, _):
                return self.plain(file, scope, inner, depth + 1)
            case int():
                return self._made(file, scope, value, depth)
            case str():
                return self._named(file, scope, value, depth)
        return False

    def _pair(self, file: int, scope: int, key: Any, value: Any, depth: int) -> bool:
        if key is None:
            return self.plain(file, scope, value, depth + 1)
        return type(key) is tuple and key[0] == "=" and isinstance(key[1], str) and self.is_plain(key[1])

    def _made(self, file: int, scope: int, number: int, depth: int) -> bool:
        """Whether a call copies plain headers, or a function of the program gives some."""
        callee, arguments, keywords, *_ = self._program.units[file].body(scope).calls[number]
        if last_name(callee) in COPYING:
            given = arguments[0] if arguments else receiver(callee)
            pairs = [(("=", k), v) for k, v in keywords]
            return all(self._pair(file, scope, k, v, depth) for k, v in pairs) and (
                given is None or self.plain(file, scope, given, depth + 1)
            )
        known = self._program.evaluator.calls.callees(Site(file, scope, number))
        return bool(known) and all(type(o) is Fn and self._gives(o, depth) for o in known)

    def _named(self, file: int, scope: int, path: str, depth: int) -> bool:
        if path[0] == "$" and "." not in path:
            fixture = self._program.suites.find(file, scope, path[1:])
            return fixture is not None and self._gives(fixture, depth)
        found = [(at, inner, v) for at, inner, v in self._behind(file, scope, path) if v != path]
        return bool(found) and all(self.plain(at, inner, v, depth + 1) for at, inner, v in found)

    def _gives(self, fn: Fn, depth: int) -> bool:
        """Whether all that a function returns or yields are plain headers."""
        body = self._program.units[fn.file].body(fn.scope)
        given = [v for v, _ in (*body.returns, *body.yields)]
        return bool(given) and all(self.plain(fn.file, fn.scope, v, depth + 1) for v in given)
