"""Words: which identifiers and short strings a function and a value speak of, spelt alike."""

import re
from collections.abc import Collection
from typing import Any, Final

from isolint.facts import CLASS, Body
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls

SHORT: Final = 60
FAR: Final = 4
SPLIT: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
TAGS: Final = frozenset({"[]", "iter", "with", "|", "<-", "list", "tuple", "set", "dict", ":", "*"})


class Words:
    """The words of functions, remembered, and of single values with what their names stand for."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._told: dict[tuple[int, int], set[str]] = {}
        self._memory: dict[tuple[int, int], frozenset[str]] = {}
        self._spelt: dict[str, str] = {}
        self._constants: dict[tuple[int, str], set[str]] = {}

    def of(self, file: int, scope: int) -> frozenset[str]:
        """The identifiers and short strings of a function, each as `snake` spells it."""
        key = (file, scope)
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = frozenset([self.spelt(t) for t in self.told(file, scope)])
        return found

    def spelt(self, text: str) -> str:
        """What `snake` makes of a text, remembered."""
        found = self._spelt.get(text)
        if found is None:
            found = self._spelt[text] = snake(text)
        return found

    def told(self, file: int, scope: int) -> set[str]:
        """The identifiers and short strings of a function, as they are written."""
        key = (file, scope)
        found = self._told.get(key)
        if found is None:
            unit = self._units[file]
            header, body = unit.header(scope), unit.body(scope)
            found = self._told[key] = {row[0] for row in header.params}
            for name in _names(body):
                found |= self._constant(file, name)
            for value in self._around(file, scope):
                collect(value, found)
            _collect_body(body, found)
            if header.kind == CLASS:
                found.update(header.bindings)
        return found

    def texts(self, file: int, scope: int, value: Any, depth: int = 0) -> set[str]:
        """The names and short strings of a value, and of what its names and calls stand for."""
        found: set[str] = set()
        collect(value, found)
        if depth > FAR:
            return found
        if type(value) is int:
            callee, arguments, *_ = self._units[file].body(scope).calls[value]
            for part in (callee, *arguments[:2]):
                found |= self.texts(file, scope, part, depth + 1)
        elif type(value) is str and value[0] != "$":
            found |= self._constant(file, value.partition(".")[0])
        elif type(value) is str:
            for part in self._members(file, scope, {value.partition(".")[2].partition(".")[0]}):
                collect(part, found)
        elif type(value) is tuple and value and value[0] in TAGS | {"."}:
            for part in value[1:]:
                if type(part) is not str or value[0] != ".":
                    found |= self.texts(file, scope, part, depth + 1)
        return found

    def _constant(self, file: int, name: str) -> set[str]:
        """The words in the value that a module's name stands for, such as a constant with headers."""
        key = (file, name)
        texts = self._constants.get(key)
        if texts is None:
            texts = self._constants[key] = set()
            found = self._evaluator.names.definition(file, name)
            if found and type(found[1]) is tuple and found[1][0] in ("dict", "list", "tuple", "<-", ":", "="):
                collect(found[1], texts)
        return texts

    def _around(self, file: int, scope: int) -> list[Any]:
        """What decorators give to a test, and what it reads of its class."""
        unit = self._units[file]
        header = unit.header(scope)
        values = [v for d in header.decorators if type(d) is int for v in unit.body(header.parent).calls[d][1]]
        if unit.owner(scope) >= 0 and header.params:
            first = f"${header.params[0][0]}."
            read = [v for c in unit.body(scope).calls for v in (*c[1], *[v for _, v in c[2]])]
            values += self._members(file, scope, {v.removeprefix(first) for v in read if _begins(v, first)})
        return values

    def _members(self, file: int, scope: int, names: set[str]) -> list[Any]:
        """What the class of a method, or its bases, bind to names and to attributes of the object."""
        owner = self._units[file].owner(scope)
        values: list[Any] = []
        for base in self._evaluator.members.mro(Cls(file, owner)) if owner >= 0 else ():
            if isinstance(base, Cls):
                bindings = self._units[base.file].header(base.scope).bindings
                values += [bindings[n] for n in names if n in bindings]
                stores = self._evaluator.members.attributes(base)
                values += [v for n in names for _, v in stores.get(n, ()) if type(v) is tuple]
        return values


def _begins(value: Any, first: str) -> bool:
    return type(value) is str and value.startswith(first)


def _collect_body(body: Body, texts: set[str]) -> None:
    """The names and short strings of all values that a body hands on, names of keywords and attributes among them."""
    values: list[Any] = []
    for callee, arguments, keywords, *_ in body.calls:
        values.append(callee)
        values += arguments
        for name, value in keywords:
            values += (("=", name), value)
    for _, base, name, value, _, _ in body.stores:
        values += (base, ("=", name) if isinstance(name, str) else name, value)
    for base, name, *_ in body.loads:
        values += (base, name)
    values += [v for v, _ in body.returns]
    values += [v for v, _ in body.yields]
    _collect(values, texts)


def _names(body: Body) -> set[str]:
    """The plain names that a body hands on."""
    given = [v for call in body.calls for v in call[1]]
    given += [v for call in body.calls for _, v in call[2]]
    given += [v for v, _ in body.returns]
    given += [v for v, _ in body.yields]
    return {v for v in given if type(v) is str and "." not in v and v[0] != "$"}


def collect(value: Any, texts: set[str]) -> None:
    """The names and short strings in a value."""
    _collect([value], texts)


def _collect(values: list[Any], texts: set[str]) -> None:
    """The names and short strings in values, whose list grows by their parts."""
    paths: set[str] = set()
    for value in values:
        if type(value) is str:
            paths.add(value)
        elif type(value) is tuple and value:
            tag = value[0]
            if tag == "=":
                constant = value[1]
                if isinstance(constant, str) and len(constant) <= SHORT and " " not in constant.strip():
                    texts.add(constant)
            elif tag == ".":
                texts.update(value[2].split("."))
                values.append(value[1])
            elif tag == "import":
                texts.add(value[3] or "")
            elif tag != "def":
                values += value[1:] if type(tag) is str and tag in TAGS else value
    for path in paths:
        texts.update(path.lstrip("$").split("."))


def snake(text: str) -> str:
    """`_get_auth_headers_` for getAuthHeaders, get-auth-headers and /get/auth/headers."""
    return f"_{'_'.join(part.lower() for part in SPLIT.split(text) if part)}_"


def tells_of(path: str, names: Collection[str]) -> bool:
    """Whether a test file's name speaks of one of `names`: `test_agent_registry.py` of AgentRegistry."""
    base = snake(path.rpartition("/")[2].removesuffix(".py")).replace("_", "")
    return any(snake(name).replace("_", "") in base for name in names if name)


def matcher(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words in what `snake` makes."""
    return re.compile("|".join(f"_{re.escape(w.strip('_').lower())}_" for w in sorted(words)) or r"(?!)")
