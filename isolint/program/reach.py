"""Reach: which functions run for a test, and which words they use."""

import re
from collections.abc import Collection
from typing import Any, Final

from isolint.facts import CLASS, FUNCTION, Body
from isolint.program.evaluate import Evaluator
from isolint.program.origins import Cls, Fn, Obj, Site
from isolint.program.suites import Suites

DEEP: Final = 4
WIDE: Final = 60
SHORT: Final = 60
SPLIT: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")


class Reach:
    """What is in reach of a test: its own body, its fixtures, hooks, bases and the helpers they call."""

    def __init__(self, evaluator: Evaluator, suites: Suites, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._suites = suites
        self._roles = roles
        self._words: dict[tuple[int, int], frozenset[str]] = {}
        self._nested: dict[int, dict[int, list[int]]] = {}
        self._called: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}

    def of(self, file: int, scope: int) -> list[tuple[int, int]]:
        """The functions that run for a test, itself first."""
        first = [(file, scope), *self._suites.hooks(file, scope)]
        first += [(f.file, f.scope) for f in self._suites.used(file, scope)]
        seen = dict.fromkeys(first)
        level = list(seen)
        for _ in range(DEEP):
            following = [n for at in level for n in self.next(*at)]
            level = [n for n in dict.fromkeys(following) if n not in seen]
            seen |= dict.fromkeys(level)
            if not level or len(seen) > WIDE:
                break
        return list(seen)

    def inside(self, file: int, scope: int) -> list[int]:
        """A function and the functions that are defined in it."""
        children = self._nested.get(file)
        if children is None:
            children = self._nested[file] = {}
            for inner, header in enumerate(self._units[file].interface.scopes):
                children.setdefault(header[2], []).append(inner)
        found = [scope]
        for at in found:
            found += children.get(at, ())
        return found

    def next(self, file: int, scope: int) -> tuple[tuple[int, int], ...]:
        """What a function of a test suite runs next: nested functions, its fixtures, helpers of the suite."""
        key = (file, scope)
        found = self._called.get(key)
        if found is None:
            unit = self._units[file]
            steps = [(file, s) for s in self.inside(file, scope)[1:] if unit.header(s).kind == FUNCTION]
            if self._suites.is_fixture(file, scope):
                steps += [(f.file, f.scope) for f in self._suites.used(file, scope)]
            for number, call in enumerate(unit.body(scope).calls):
                for value in (call[0], *call[1], *[v for _, v in call[2]]):
                    if type(value) is str or (type(value) is tuple and value and value[0] in (".", "import")):
                        steps += self._functions(file, scope, value)
                for made in self._evaluator.calls.result(file, scope, number, None) if type(call[0]) is str else ():
                    if (
                        type(made) is Obj
                        and made.site == Site(file, scope, number)
                        and self._roles[made.cls.file] != "application"
                    ):
                        steps += self._members(made, "__init__", "__enter__", "__aenter__")
            found = self._called[key] = tuple(dict.fromkeys(steps))
        return found

    def _functions(self, file: int, scope: int, value: Any) -> list[tuple[int, int]]:
        return [
            (o.file, o.scope)
            for o in self._evaluator.origins(file, scope, value)
            if type(o) is Fn and self._roles[o.file] != "application"
        ]

    def _members(self, made: Obj, *names: str) -> list[tuple[int, int]]:
        return [(o.file, o.scope) for n in names for o in self._evaluator.attribute((made,), n) if type(o) is Fn]

    def _around(self, file: int, scope: int) -> list[Any]:
        """What decorators give to a test, and what it reads of its class."""
        unit = self._units[file]
        header = unit.header(scope)
        values = [v for d in header.decorators if type(d) is int for v in unit.body(header.parent).calls[d][1]]
        owner = unit.owner(scope)
        if owner >= 0 and header.params:
            first = f"${header.params[0][0]}."
            read = [v for c in unit.body(scope).calls for v in (*c[1], *[v for _, v in c[2]])]
            names = {v.removeprefix(first) for v in read if type(v) is str and v.startswith(first)}
            for base in self._evaluator.members.mro(Cls(file, owner)):
                if type(base) is Cls:
                    bindings = self._units[base.file].header(base.scope).bindings
                    values += [bindings[n] for n in names if n in bindings]
        return values

    def _constant(self, file: int, name: str) -> set[str]:
        """The words in the display that a module's name stands for, such as a constant with headers."""
        texts: set[str] = set()
        found = self._evaluator.names.definition(file, name)
        if found and type(found[1]) is tuple and found[1][0] in ("dict", "list", "tuple", "<-", ":"):
            collect(found[1], texts)
        return texts

    def words(self, file: int, scope: int) -> frozenset[str]:
        """The identifiers and short strings of a function, in snake case with an underscore at both ends."""
        key = (file, scope)
        found = self._words.get(key)
        if found is None:
            unit = self._units[file]
            body = unit.body(scope)
            texts: set[str] = {row[0] for row in unit.header(scope).params}
            for name in _names(body):
                texts |= self._constant(file, name)
            for value in self._around(file, scope):
                collect(value, texts)
            for callee, arguments, keywords, *_ in body.calls:
                collect(callee, texts)
                for value in arguments:
                    collect(value, texts)
                for name, value in keywords:
                    texts.add(name or "")
                    collect(value, texts)
            for _, base, name, value, _, _ in body.stores:
                collect(base, texts)
                collect(("=", name) if isinstance(name, str) else name, texts)
                collect(value, texts)
            for base, name, *_ in body.loads:
                collect(base, texts)
                collect(name, texts)
            for value, _ in (*body.returns, *body.yields):
                collect(value, texts)
            if unit.header(scope).kind == CLASS:
                texts.update(unit.header(scope).bindings)
            found = self._words[key] = frozenset(snake(t) for t in texts)
        return found


def _names(body: Body) -> set[str]:
    """The plain names that a body hands on."""
    given = [v for call in body.calls for v in (*call[1], *[v for _, v in call[2]])]
    given += [v for v, _ in (*body.returns, *body.yields)]
    return {v for v in given if type(v) is str and "." not in v and v[0] != "$"}


def collect(value: Any, texts: set[str]) -> None:
    """The names and short strings in a value."""
    if type(value) is str:
        texts.update(value.lstrip("$").split("."))
    elif type(value) is tuple and value:
        match value:
            case ("=", constant):
                if isinstance(constant, str) and len(constant) <= SHORT and " " not in constant.strip():
                    texts.add(constant)
            case (".", base, path):
                texts.update(path.split("."))
                collect(base, texts)
            case ("import", _, _, name):
                texts.add(name or "")
            case ("def", _):
                pass
            case _:
                for part in value[1:] if isinstance(value[0], str) and value[0] in TAGS else value:
                    collect(part, texts)


TAGS: Final = frozenset({"[]", "iter", "with", "|", "<-", "list", "tuple", "set", "dict", ":", "*"})


def snake(text: str) -> str:
    """`_get_auth_headers_` for getAuthHeaders, get-auth-headers and /get/auth/headers."""
    return f"_{'_'.join(part.lower() for part in SPLIT.split(text) if part)}_"


def tells_of(path: str, names: Collection[str]) -> bool:
    """Whether a test file's name speaks of one of `names`: `test_agent_registry.py` of AgentRegistry."""
    base = snake(path.rpartition("/")[2].removesuffix(".py"))
    return any(snake(name) in base for name in names)


def matcher(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words in what `snake` makes."""
    return re.compile("|".join(f"_{re.escape(w.strip('_').lower())}_" for w in sorted(words)) or r"(?!)")
