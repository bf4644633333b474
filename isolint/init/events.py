"""Events: the sets of event names that a project demands to see, under the name that they go by."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.facts import CLASS, MODULE
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.words import snake
from isolint.vocabulary import Row

KIND: Final = "event-set"
ENDING: Final = "_events_"
FEWEST: Final = 3  # events of a set
OFTEN: Final = 2  # times that it is written out
ORDER: Final = ("application", "test", "script")  # whose word counts most
LOOSE: Final = frozenset({"optional", "ignored", "forbidden", "unexpected", "unwanted"})  # nobody waits for these
DISPLAYS: Final = ("list", "tuple", "set")
MAKERS: Final = frozenset({"set", "frozenset", "tuple", "list"})


class Written(NamedTuple):
    """A set that is written out: its name, and where."""

    name: str
    file: int
    position: int


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """A row for each set that is written out several times, or that the application itself defines."""
    known = {row.keywords for row in program.vocabulary.kinds.get(KIND, ())}
    for events, places in sorted(_sets(program).items(), key=lambda each: -len(each[1])):
        if len(places) < OFTEN:
            continue
        names = [place.name for place in places]
        first = min(places, key=lambda place: ORDER.index(program.roles[place.file]))
        usual = max(names, key=lambda name: (names.count(name), name))
        path, span = program.span(first.file, first.position)
        pack = "project" if tuple(sorted(events)) in {tuple(sorted(k)) for k in known} else ""
        row = Row(KIND, usual, keywords=tuple(events))
        yield Proposal((row,), path, span.line, f"written out {len(places)} times", pack)


def _sets(program: Program) -> dict[tuple[str, ...], list[Written]]:
    found: dict[frozenset[str], list[Written]] = defaultdict(list)
    order: dict[frozenset[str], tuple[str, ...]] = {}
    for file, unit in enumerate(program.units):
        for scope, header in enumerate(unit.interface.scopes):
            for name, value in header[9].items() if header[0] in {MODULE, CLASS} else ():
                if snake(name).endswith(ENDING) and not set(snake(name).split("_")) & LOOSE:
                    events = _strings(value, unit.body(scope).calls)
                    if len(set(events)) >= FEWEST:
                        key = frozenset(events)
                        order.setdefault(key, tuple(dict.fromkeys(events)))
                        found[key].append(Written(name, file, header[10].get(name, 0)))
    return {order[key]: places for key, places in found.items()}


def _strings(value: Any, calls: tuple[tuple[Any, ...], ...]) -> tuple[str, ...]:
    """The strings of a display of nothing else, or of one that a set is made of."""
    match value:
        case (":", inner, _):
            return _strings(inner, calls)
        case int():
            callee, arguments, *_ = calls[value]
            return _strings(arguments[0], calls) if last_name(callee) in MAKERS and len(arguments) == 1 else ()
        case (tag, *items) if tag in DISPLAYS:
            texts = [i[1] for i in items if type(i) is tuple and i[0] == "=" and isinstance(i[1], str)]
            return tuple(texts) if len(texts) == len(items) else ()
    return ()
