"""Events: which events of a configured set the values of a program speak of."""

from collections.abc import Iterable
from typing import Any, Final

from isolint.checks.parts import LEAVES, MOST
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row

DISPLAYS: Final = frozenset({"list", "tuple", "set"})
_NONE: Final = frozenset[str]()
DISPLAY_TAGS: Final = frozenset({(tag,) for tag in DISPLAYS})


class EventSet:
    """The events that a run sends, in their order, and what the program calls displays of them.

    What a file calls a set holds in it; elsewhere the largest that goes by a name.
    """

    def __init__(self, program: Program, row: Row, sending: str) -> None:
        self.name = row.path
        self.events = row.keywords
        self.sending = matcher(program.vocabulary.names(sending))
        self._every = frozenset(row.keywords)
        self._local = program.once(_called, row.keywords)
        self._named: dict[str, frozenset[str]] = {}
        self._paths: dict[str, frozenset[str]] = {}
        self._sends: dict[str, bool] = {}
        for names in self._local.values():
            for name, events in names.items():
                self._named[name] = max(self._named.get(name, events), events, key=len)

    def spoken(self, unit: Unit, scope: int, values: Iterable[Any]) -> frozenset[str]:
        """The events that values speak of: constants, names of sets, mocks such as `bridge.notify_agent_started`."""
        return self._spoken(unit, scope, list(values))[0]

    def may_speak(self, unit: Unit, scope: int, values: Iterable[Any]) -> bool:
        """Whether some of these values may speak of an event: all are looked at together, most in vain."""
        events, looked = self._spoken(unit, scope, list(values))
        return bool(events) or looked > MOST

    def _spoken(self, unit: Unit, scope: int, queue: list[Any]) -> tuple[frozenset[str], int]:
        """The events that values speak of, and how many parts they have, counted up to where they are too many."""
        calls, local = unit.body(scope).calls, self._local.get(unit.path, {})
        known = {} if local else self._paths
        found: set[str] = set()
        seen: set[int] = set()
        for part in queue:
            if len(queue) > MOST:
                break
            kind = type(part)
            if kind is str:
                told = known.get(part)
                found |= self._path(part, local) if told is None else told
            elif kind is int:
                if part not in seen and part < len(calls):
                    seen.add(part)
                    queue += self._given(calls[part])
            elif kind is tuple and part:
                tag = part[0]
                if tag == "=":
                    if type(part[1]) is str and part[1] in self._every:
                        found.add(part[1])
                elif tag == ".":
                    found |= self._path(part[2], local)
                    queue.append(part[1])
                elif tag == "[]" and self._is_of_several(part[2]):
                    queue.append(part[1])
                elif tag == "dict":
                    queue += [inner for pair in part[1:] for inner in pair]
                elif type(tag) is str and tag not in LEAVES:
                    queue += part[1:]
        return (frozenset(found) if found else _NONE), len(queue)

    def _is_of_several(self, key: Any) -> bool:
        """Whether what has a key is any of several that are written out."""
        tests = key[1:] if type(key) is tuple and key and key[0] == "<-" else ()
        return any(len(self.displayed(test)) > 1 for test in tests)

    def is_sending(self, name: str) -> bool:
        """Whether the name of a function says that it sends."""
        found = self._sends.get(name)
        if found is None:
            found = self._sends[name] = bool(self.sending.search(snake(name)))
        return found

    def _given(self, call: tuple[Any, ...]) -> list[Any]:
        """What a call that sends nothing is made on and given."""
        callee, arguments, keywords = call[:3]
        if self.is_sending(last_name(callee)) or (callee == "len" and any(map(self._is_table, arguments))):
            return []
        found = [receiver(callee), *arguments]
        return found + [value for _, value in keywords] if keywords else found

    def _path(self, path: str, local: dict[str, frozenset[str]]) -> frozenset[str]:
        """The events that the names of a path speak of; what a file calls a set comes before what others do."""
        found = None if local else self._paths.get(path)
        if found is None:
            names = path.lstrip("$").split(".")
            told = [local.get(name) or self._named.get(name, _NONE) for name in names]
            ends = [event for name in names for event in self.events if name == event or name.endswith(f"_{event}")]
            found = _NONE.union(ends, *told)
            if not local:
                self._paths[path] = found
        return found

    def _is_table(self, value: Any) -> bool:
        """Whether a value is written out, or a part of what is: how long it is says nothing of what came."""
        while type(value) is tuple and value[:1] in (("[]",), ("iter",)):
            value = value[1]
        if type(value) is not tuple or value[:1] not in DISPLAY_TAGS:
            return False
        return bool(self.displayed(value)) or any(self.displayed(part) for part in value[1:])

    def displayed(self, value: Any) -> frozenset[str]:
        """The events of a list, tuple or set that is written out."""
        return _displayed(self._every, value)


def _called(program: Program, events: tuple[str, ...]) -> dict[str, dict[str, frozenset[str]]]:
    """What files call displays of two or more of these events: path -> name -> events."""
    every = frozenset(events)
    found: dict[str, dict[str, frozenset[str]]] = {}
    for file in program.evaluator.surface.listing(events):
        unit = program.units[file]
        bound: list[tuple[str, Any]] = []
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] != FUNCTION:
                bound += header[9].items()
            elif program.roles[file] == "test":
                bound += [(s[2], s[3]) for s in unit.body(scope).stores if s[0] == "attr" and type(s[2]) is str]
        held = {n: told for n, v in bound if type(v) is tuple and len(told := _displayed(every, v)) > 1}
        if held:
            found[unit.path] = held
    return found


def _displayed(every: frozenset[str], value: Any) -> frozenset[str]:
    if type(value) is tuple and value[:1] == (":",):
        value = value[1]
    if type(value) is not tuple or not value or value[0] not in DISPLAYS:
        return _NONE
    return every.intersection([v[1] for v in value[1:] if type(v) is tuple and v[0] == "="])
