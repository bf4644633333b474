"""Words: which identifiers and short strings a function and a value speak of, spelt alike."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final, Generic, TypeVar

from isolint.facts import CLASS, Body
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls

SHORT: Final = 60
FAR: Final = 4
SPLIT: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
TAGS: Final = frozenset({"[]", "iter", "with", "|", "<-", "list", "tuple", "set", "dict", ":", "*"})

_Found = TypeVar("_Found")


class Words:
    """The words of functions, remembered, and of single values with what their names stand for."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
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
        unit = self._units[file]
        header, body = unit.header(scope), unit.body(scope)
        found = {row[0] for row in header.params}
        handed = _handed(body)
        values = handed + [v for v, _ in body.returns] + [v for v, _ in body.yields]
        for name in {v for v in values if type(v) is str and "." not in v and v[0] != "$"}:
            found |= self._constant(file, name)
        values += self._around(file, scope, handed)
        _collect_body(body, values, found)
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

    def _around(self, file: int, scope: int, handed: list[Any]) -> list[Any]:
        """What decorators give to a test, and what of its class it hands on."""
        unit = self._units[file]
        header = unit.header(scope)
        values = [v for d in header.decorators if type(d) is int for v in unit.body(header.parent).calls[d][1]]
        if unit.owner(scope) >= 0 and header.params:
            first = f"${header.params[0][0]}."
            names = {v.removeprefix(first) for v in handed if type(v) is str and v.startswith(first)}
            values += self._members(file, scope, names) if names else ()
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


class Spoken(Generic[_Found]):
    """What texts speak of, as `read` finds in what `snake` makes of them; what says nothing is set aside for good."""

    def __init__(self, words: Words, read: Callable[[str], _Found | None]) -> None:
        self._words = words
        self._read = read
        self._found: dict[str, _Found] = {}
        self._silent: set[str] = set()

    def of(self, texts: set[str]) -> Iterator[_Found]:
        """What is found in each of these texts that says something."""
        for text in texts - self._silent:
            found = self._found.get(text) or self._read(self._words.spelt(text))
            if found:
                self._found[text] = found
                yield found
            else:
                self._silent.add(text)


def _handed(body: Body) -> list[Any]:
    """The values that a body gives to calls."""
    found: list[Any] = []
    for call in body.calls:
        found += call[1]
        if call[2]:
            found += [v for _, v in call[2]]
    return found


def _collect_body(body: Body, values: list[Any], texts: set[str]) -> None:
    """The names and short strings of values, of what a body calls, stores and loads, and of the names it does so by."""
    values += [call[0] for call in body.calls]
    names = {name for call in body.calls if call[2] for name, _ in call[2] if name}
    for _, base, name, value, _, _ in body.stores:
        values += (base, value)
        if type(name) is str:
            names.add(name)
        else:
            values.append(name)
    for load in body.loads:
        values += load[:2]
    texts.update([name for name in names if len(name) <= SHORT])
    _collect(values, texts)


def collect(value: Any, texts: set[str]) -> None:
    """The names and short strings in a value."""
    _collect([value], texts)


def _collect(values: list[Any], texts: set[str]) -> None:
    """The names and short strings in values, whose list grows by their parts."""
    paths: set[str] = set()
    for value in values:
        kind = type(value)
        if kind is str:
            paths.add(value)
        elif kind is tuple and value:
            tag = value[0]
            if tag == "=":
                constant = value[1]
                if type(constant) is str and len(constant) <= SHORT and " " not in constant.strip():
                    texts.add(constant)
            elif tag == ".":
                values += value[1:]
            elif tag == "import":
                texts.add(value[3] or "")
            elif tag != "def":
                values += value[1:] if type(tag) is str and tag in TAGS else value
    if paths:
        texts.update(".".join(paths).replace("$", "").split("."))


def snake(text: str) -> str:
    """`_get_auth_headers_` for getAuthHeaders, get-auth-headers and /get/auth/headers."""
    if text.islower() and text.isascii() and text.isidentifier() and "__" not in text:
        return f"_{text.strip('_')}_"
    return f"_{'_'.join(filter(None, SPLIT.split(text))).lower()}_"


def tells_of(path: str, names: Collection[str]) -> bool:
    """Whether a test file's name speaks of one of `names`: `test_agent_registry.py` of AgentRegistry."""
    base = snake(path.rpartition("/")[2].removesuffix(".py")).replace("_", "")
    return any(snake(name).replace("_", "") in base for name in names if name)


def matcher(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words in what `snake` makes."""
    return re.compile("|".join(f"_{re.escape(w.strip('_').lower())}_" for w in sorted(words)) or r"(?!)")
