"""Events: which events of a configured set the values of a program speak of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.parts import LEAVES, MOST
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.words import matcher, snake

DISPLAYS: Final = frozenset({"list", "tuple", "set"})
DISPLAY_TAGS: Final = frozenset({(tag,) for tag in DISPLAYS})


@dataclass(frozen=True, slots=True)
class EventSet:
    """The events that a run sends, in their order, and the names that the program gives to displays of them."""

    name: str
    events: tuple[str, ...]
    named: dict[str, frozenset[str]]
    sending: re.Pattern[str]

    def spoken(self, unit: Unit, scope: int, values: Iterable[Any]) -> frozenset[str]:
        """The events that values speak of: constants, names of sets, mocks such as `bridge.notify_agent_started`."""
        calls = unit.body(scope).calls
        found: set[str] = set()
        queue, seen = list(values), set[int]()
        for part in queue:
            if len(queue) > MOST:
                break
            match part:
                case ("=", str(text)):
                    found |= {text} & set(self.events)
                case str():
                    found |= self._path(unit, part)
                case int() if type(part) is int and part not in seen and part < len(calls):
                    seen.add(part)
                    queue += self._given(calls[part])
                case (".", base, path):
                    found |= self._path(unit, f".{path}")
                    queue.append(base)
                case ("[]", base, ("<-", *tests)) if any(len(self.displayed(test)) > 1 for test in tests):
                    queue.append(base)  # what is any of several
                case ("dict", *pairs):
                    queue += [inner for pair in pairs for inner in pair]
                case (str(tag), *parts) if tag not in LEAVES:
                    queue += parts
        return frozenset(found)

    def _given(self, call: tuple[Any, ...]) -> list[Any]:
        callee, arguments, keywords, *_ = call
        if self.sending.search(snake(last_name(callee))):
            return []
        if callee == "len" and any(self._is_table(value) for value in arguments):
            return []
        return [receiver(callee), *arguments, *[value for _, value in keywords]]

    def _path(self, unit: Unit, path: str) -> set[str]:
        found: set[str] = set()
        for name in path.lstrip("$").split("."):
            found |= self.named.get(f"{unit.path}:{name}") or self.named.get(name, frozenset())
            found |= {event for event in self.events if name == event or name.endswith(f"_{event}")}
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
        if type(value) is tuple and value[:1] == (":",):
            value = value[1]
        if type(value) is not tuple or not value or value[0] not in DISPLAYS:
            return frozenset()
        return frozenset(str(v[1]) for v in value[1:] if type(v) is tuple and v[0] == "=") & set(self.events)


def event_sets(program: Program, kind: str, sending: str) -> list[EventSet]:
    """The sets of a kind; what a file calls a set holds in it, and elsewhere the largest that goes by a name."""
    words = matcher(program.vocabulary.names(sending))
    found = []
    for row in program.vocabulary.kinds.get(kind, ()):
        one = EventSet(row.path, row.keywords, {}, words)
        for file, unit in enumerate(program.units):
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] != FUNCTION:
                    for name, value in header[9].items():
                        _name(one, unit, name, one.displayed(value))
                elif program.roles[file] == "test":
                    for store in unit.body(scope).stores:
                        if store[0] == "attr" and type(store[2]) is str:
                            _name(one, unit, store[2], one.displayed(store[3]))
        found.append(one)
    return found


def _name(one: EventSet, unit: Unit, name: str, events: frozenset[str]) -> None:
    if len(events) > 1:
        one.named[f"{unit.path}:{name}"] = events
        one.named[name] = max(one.named.get(name, events), events, key=len)
