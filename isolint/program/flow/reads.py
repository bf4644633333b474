"""Reads: which functions look at what is kept in a global or an attribute, other than by changing it."""

from collections.abc import Iterator
from typing import Any

from isolint.facts import DISCARDED, MODULE
from isolint.program.entry.closures import enclosing
from isolint.program.entry.entries import Entries
from isolint.program.flow.places import Place, Places
from isolint.program.flow.requests import MEASURES
from isolint.program.flow.writes import Writes
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls

TAGS = frozenset({"=", "import", "def"})
OWN = "$."


class Reads:
    """Answers who reads a place; a name that nobody mentions is not read."""

    def __init__(self, evaluator: Evaluator, places: Places, writes: Writes, entries: Entries) -> None:
        self._units = evaluator.units
        self._aliases = evaluator.surface.aliases
        self._speaking = evaluator.surface.mentioning
        self._places = places
        self._writes = writes
        self._entries = entries
        self._roles = entries.roles
        self._memory: dict[tuple[Any, ...], tuple[tuple[int, int], ...]] = {}
        self._spoken: dict[tuple[int, int], frozenset[str]] = {}

    def of(
        self, name: str, place: Place | None, owners: frozenset[Cls] | None = None, past: frozenset[str] = frozenset()
    ) -> tuple[tuple[int, int], ...]:
        """The functions, as file and scope, that read an attribute of that name, or the global that `place` is.

        Methods that read an attribute of their own object count where that is of one of the classes `owners`. Who only
        gives it to functions of the names `past`, which write to it, does not read it.
        """
        key = (name, None if place is None else place[:3])
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = tuple(self._search(name, place))
        if past:
            names = {name, f"{OWN}{name}", *(self._aliases().get(name, ()) if place else ())}
            found = tuple([at for at in found if not names.isdisjoint(self._texts(*at, past))])
        if owners is None:
            return found
        return tuple(at for at in found if name in self.spoken(*at) or self._owner(*at) in owners)

    def _owner(self, file: int, scope: int) -> Cls:
        return Cls(file, self._units[file].owner(scope))

    def _search(self, name: str, place: Place | None) -> Iterator[tuple[int, int]]:
        names = {name, *(self._aliases().get(name, ()) if place else ())}
        for file in self._speaking(*names):
            if self._roles[file] != "application":
                continue
            unit = self._units[file]
            if place is not None and not self._meant(place, file, names):
                continue
            inner = place is not None and place.kind == "closure"
            for scope in range(self._entries.first(file), len(unit.interface.scopes)):
                if inner and place is not None and place.scope not in enclosing(unit, scope):
                    continue
                spoken = self.spoken(file, scope)
                if not names.isdisjoint(spoken) or f"{OWN}{name}" in spoken:
                    yield file, scope

    def _meant(self, place: Place, file: int, names: set[str]) -> bool:
        """Whether a file speaks of that global by one of its names."""
        if file == place.file or place.kind == "closure":
            return file == place.file
        bindings = self._units[file].header(MODULE).bindings
        here = names & bindings.keys()
        if not here:
            return True  # behind a module: `state.NAME`
        return any(p[:4] == place[:4] for name in here for p in self._places.exported(file, name))

    def spoken(self, file: int, scope: int) -> frozenset[str]:
        """The names, also of attributes, that a function reads; behind `OWN` those of a method's object, or nothing."""
        key = (file, scope)
        found = self._spoken.get(key)
        if found is None:
            found = self._spoken[key] = self._texts(file, scope, frozenset())
        return found

    def _texts(self, file: int, scope: int, past: frozenset[str]) -> frozenset[str]:
        texts: set[str] = set()
        own = f"${self._units[file].own(scope)}"
        for value in self._values(file, scope, past):
            _collect(value, own, texts)
        return frozenset(texts)

    def _values(self, file: int, scope: int, past: frozenset[str]) -> Iterator[Any]:
        body = self._units[file].body(scope)
        for callee, arguments, keywords, _, flags, _ in body.calls:
            if past and last_name(callee) in past:
                continue
            if not (flags & DISCARDED and self._changes(callee)):
                yield callee
            if callee not in MEASURES:  # how much there is tells nothing of it
                yield from arguments
            for _, value in keywords:
                yield value
        for kind, base, key, value, *_ in body.stores:
            own = f"{base}.{key}" if kind == "attr" and type(base) is str else ("[]", base, key)
            if value == own or _trimmed(value, own):
                continue
            grown = type(value) is tuple and value and value[0] == "<-"
            yield from value[2:] if grown and value[1] in (own, key) else (value,)
            if kind == "item":
                yield key
        for value, _ in (*body.returns, *body.yields, *body.asserts):
            yield value
        for region in body.regions:
            yield region[2]

    def _changes(self, callee: Any) -> bool:
        last = callee if type(callee) is str else callee[2] if type(callee) is tuple and callee[0] == "." else ""
        return last.rpartition(".")[2] in self._writes.methods | {"clear", "remove", "discard", "pop", "close"}


def _trimmed(value: Any, own: Any) -> bool:
    """Whether a value is a part of what the place held before."""
    match value:
        case ("[]", ("iter", base) | base, _):
            return bool(base == own)
        case ("list" | "set" | "tuple", inner):
            return _trimmed(inner, own)
    return False


def _collect(value: Any, own: str, texts: set[str]) -> None:
    stack = [value]
    while stack:
        part = stack.pop()
        if type(part) is str:
            root, *names = part.split(".")
            if root == own and names:
                names[0] = f"{OWN}{names[0]}"
            elif root == own:
                texts.add(OWN)
            texts.update((root, *names))
        elif type(part) is tuple and part and part[0] not in TAGS:
            if part[0] == ".":
                texts.update(part[2].split("."))
                stack.append(part[1])
            elif part[0] == "dict":
                stack += [v for pair in part[1:] for v in pair]
            else:
                stack += part[1:]
