"""Relied: whose a function's answer is: what of the current user's it reads, other than what it is given."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.checks.parts import LEAVES, prefixes
from isolint.facts import FUNCTION, LAMBDA
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Fn, Site
from isolint.program.words import matcher, snake

FAR: Final = 3  # calls that are followed
MOST: Final = 300  # parts of what a function gives that are looked at
CURRENT: Final = ("request", "request-state", "context-variable", "thread-local")

Reads = dict[str, tuple[int, int]]
"""The names of what is read, each with the file and the position of the function that reads it."""


class Relied:
    """Answers what of the current user's the answer of a function depends on; remembered.

    `own` are names of what is a user's, whatever is in it, such as a session.
    """

    def __init__(self, program: Program, own: frozenset[str]) -> None:
        self._program = program
        self._own = own
        kinds = program.vocabulary.names
        self._people = kinds("identity-name")
        self._words = matcher(kinds("identity-name") | kinds("context-name") | kinds("credential-name"))
        self._plain = kinds("plain-header-name")
        self._memory: dict[tuple[int, int], Reads] = {}

    def of(self, file: int, scope: int, depth: int = 0) -> Reads:
        """What a function reads of the current user's, itself or in what it calls."""
        key = (file, scope)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = {}
            found = {}
            body = self._program.units[file].body(scope)
            tests = [r[2] for r in body.regions if r[0] == "if"]
            for value in (*[v for v, _ in (*body.returns, *body.yields)], *tests):
                for name, at in self.value(file, scope, value, depth):
                    found.setdefault(name, at)
            self._memory[key] = found
        return found

    def value(self, file: int, scope: int, value: Any, depth: int = 0) -> Iterator[tuple[str, tuple[int, int]]]:
        """What a value of a function depends on."""
        unit = self._program.units[file]
        here = (file, unit.header(scope).position)
        calls = unit.body(scope).calls
        queue: list[tuple[Any, frozenset[str]]] = [(value, frozenset())]
        seen: set[int] = set()
        for part, hints in queue:
            if len(queue) > MOST:
                return
            if type(part) is str:
                name = self._name(file, scope, part, hints)
                if name:
                    yield name, here
            elif type(part) is int and part not in seen and part < len(calls):
                seen.add(part)
                callee, arguments, keywords, *_ = calls[part]
                given = (*arguments, *[v for _, v in keywords])
                asked = hints | {str(v[1]) for v in given if type(v) is tuple and v and v[0] == "="}
                name = self._called(file, scope, part, hints)
                if name:
                    yield name, here
                    continue
                queue += [(callee, asked), *[(v, frozenset[str]()) for v in given]]
                if depth < FAR:
                    for origin in self._program.evaluator.calls.callees(Site(file, scope, part)):
                        if type(origin) is Fn:
                            yield from self.of(origin.file, origin.scope, depth + 1).items()
            elif type(part) is tuple and part and part[0] not in LEAVES:
                queue += _inner(part, hints)

    def _called(self, file: int, scope: int, number: int, hints: frozenset[str]) -> str:
        """The name of what a call takes from the current request: a variable's value, the user."""
        callee = self._program.units[file].body(scope).calls[number][0]
        evaluator = self._program.evaluator
        if last_name(callee) == "get" and type(callee) is str:
            held = callee.rpartition(".")[0]
            if any(evaluator.meaning.has_kind(o, "context-variable") for o in evaluator.origins(file, scope, held)):
                return held if self._speaks({last_name(held), *hints}) else ""
        if any(evaluator.meaning.has_kind(o, "request") for o in evaluator.calls.result(file, scope, number, None)):
            return f"{last_name(callee)}()" if self._speaks({last_name(callee), *hints}) else ""
        return ""

    def _name(self, file: int, scope: int, path: str, hints: frozenset[str]) -> str:
        """A path where it is a user's: a request's, hung on a variable, or of a function around."""
        root = path.partition(".")[0]
        if not root or root[0] == "$":
            return ""
        around = self._around(file, scope, root)
        if around >= 0:
            sources = self._program.requests.of(file, scope, path)
            return next(iter(sorted(sources.people)), "") if sources.params else ""
        if file in self._program.entries.sessions and root in self._program.units[file].top():
            sources = self._program.requests.of(file, scope, path)
            if sources.own and sources.people:
                return min(sources.people)
        if not self._personal({*path.split("."), *hints}):
            return ""
        evaluator = self._program.evaluator
        for prefix, _ in prefixes(path):
            for origin in evaluator.origins(file, scope, prefix):
                if any(evaluator.meaning.has_kind(origin, kind) for kind in CURRENT):
                    return path
        return ""

    def _around(self, file: int, scope: int, name: str) -> int:
        """The function around that has a name as its parameter or own variable, or -1."""
        unit = self._program.units[file]
        at = unit.header(scope).parent
        while at > 0:
            header = unit.header(at)
            known = name in header.bindings or any(row[0] == name for row in header.params)
            if known and header.kind == FUNCTION and not header.flags & LAMBDA:
                return at
            at = header.parent
        return -1

    def _personal(self, names: set[str]) -> bool:
        return not names.isdisjoint(self._people | self._own) or self._speaks(names - self._plain)

    def _speaks(self, names: set[str]) -> bool:
        words = [snake(n) for n in names]
        return any(self._words.search(w) for w in words if w.strip("_") not in self._plain)


def _inner(part: tuple[Any, ...], hints: frozenset[str]) -> list[tuple[Any, frozenset[str]]]:
    """The parts of a tagged tuple; what is asked of a part goes with it."""
    none: frozenset[str] = frozenset()
    match part:
        case (".", base, path):
            return [(base, hints | set(path.split(".")))]
        case ("[]", base, ("=", key)):
            return [(base, hints | {str(key)})]
        case ("[]", base, key):
            return [(base, hints), (key, none)]
        case ("dict", *pairs):
            return [(v, none) for pair in pairs for v in pair]
        case (":", base, _):
            return [(base, hints)]
        case ("|" | "with" | "iter", *members):
            return [(m, hints) for m in members]
    return [(v, none) for v in part[1:]]
