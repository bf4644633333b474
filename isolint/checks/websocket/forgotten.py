"""Forgotten: is a connection kept that nothing takes out again?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match
from isolint.checks.websocket.connections import Kept, grows, kept, lasting, title
from isolint.checks.websocket.containers import Place, split
from isolint.facts import AWAITED, FUNCTION, Body
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.unit import handed, last_name

REMOVERS: Final = frozenset({
    "remove", "discard", "pop", "popitem", "popleft", "clear", "difference_update", "intersection_update",
})  # fmt: skip
PLAIN: Final = frozenset({
    "len", "list", "set", "tuple", "sorted", "enumerate", "iter", "bool", "print", "str", "broadcast", "gather", "info",
    "debug", "copy", "dict", "any", "all", "reversed", "zip", "map", "filter",
})  # fmt: skip
"""Calls that leave a container as it is."""
NEVER: Final = "nothing takes it out again"
UNCALLED: Final = "takes it out, and nobody calls that"
LATE: Final = "it is taken out only if the loop ends by itself, not when the connection breaks"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Connections of kind `socket` in a long-lived container that are not removed when they end."""

    socket: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each container."""
        asked = {file for file in program.asked if program.roles[file] == "application"}
        for place, keeps in program.once(kept, self.socket).items() if asked else ():
            first = keeps[0]
            if first.file not in asked or not lasting(program, place) or not grows(program, place):
                continue
            way = program.ways.to(first.file, first.scope)
            how = self._forgotten(program, place, keeps) if way or first.added.fresh else ""
            if how:
                yield self._match(program, place, first, how, way)

    def _forgotten(self, program: Program, place: Place, keeps: list[Kept]) -> str:
        removals = list(_removals(program, place))
        if not removals:
            return "" if _escapes(program, place) else NEVER
        adding = {(k.file, k.scope) for k in keeps}
        alive = [r for r in removals if r[:2] in adding or _runs(program, *r[:2])]
        if not alive:
            file, scope, _ = removals[0]
            return f"`{program.units[file].qualname(scope)}` {UNCALLED}"
        names = {program.units[file].header(scope).name for file, scope, _ in alive}
        handlers = set(adding)
        for each in keeps:
            handlers |= {(c.site.file, c.runner) for c in program.callers.of(each.file, each.scope) if c.calls}
        late = [_late(program, *at, names, [r for r in alive if r[:2] == at]) for at in handlers if at[1]]
        inside = handlers | {r[:2] for r in alive if r[:2] in handlers}
        elsewhere = [r for r in alive if r[:2] not in inside and self._called_elsewhere(program, r, handlers)]
        return LATE if late and any(late) and all(x is not False for x in late) and not elsewhere else ""

    def _called_elsewhere(
        self, program: Program, removal: tuple[int, int, int], handlers: set[tuple[int, int]]
    ) -> bool:
        """Whether something beside the handlers calls the function that removes."""
        name = program.units[removal[0]].header(removal[1]).name
        for file in program.evaluator.surface.mentioning(name):
            unit = program.units[file]
            if program.roles[file] == "application":
                for scope, number in unit.calls_named(name):
                    call = unit.body(scope).calls[number]
                    if (file, scope) not in handlers or last_name(call[0]) != name:
                        return True
        return False

    def _match(self, program: Program, place: Place, first: Kept, how: str, way: Way | None) -> Match:
        header = program.units[place.file].header(place.scope)
        declared = header.places.get(place.name) if place.scope == 0 else header.position
        path, span = program.span(place.file, declared or first.added.position)
        return Match(
            file=first.file, scope=first.scope, position=first.added.position, place=title(program, place),
            confidence=first.added.sure, words={"place": title(program, place), "how": how},
            declared=(path, span.line), trace=program.trace(way) if way else (),
            entries=way.entries if way else 0,
        )  # fmt: skip


def _removals(program: Program, place: Place) -> Iterator[tuple[int, int, int]]:
    """Where something is taken out of a container, or of one called alike: file, scope and region."""
    for file in program.evaluator.surface.mentioning(place.name):
        unit = program.units[file]
        if program.roles[file] != "application":
            continue
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] == FUNCTION:
                for region in _taken(unit.body(scope), place, first=header[1] == "__init__"):
                    yield file, scope, region


def _taken(body: Body, place: Place, *, first: bool) -> Iterator[int]:
    for callee, _, _, _, _, region in body.calls:
        base, name = split(callee)
        if name in REMOVERS and _speaks(base, place.name, body):
            yield region
    for kind, base, key, value, _, region in body.stores:
        emptied = kind == "del-item" or (kind == "item" and value == ("=", None))
        replaced = kind in ("attr", "del-attr", "name") and key == place.name and not first and not _grown(value)
        if replaced or (emptied and _speaks(base, place.name, body)):
            yield region


def _grown(value: Any) -> bool:
    """Whether what is stored is what was there, and more."""
    return type(value) is tuple and value[:1] == ("<-",)


def _speaks(value: Any, name: str, body: Body, depth: int = 0) -> bool:
    """Whether a value hangs on a name or an attribute, as far as text tells."""
    if type(value) is str:
        return name in value.split(".")
    if type(value) is int and depth < 4:  # noqa: PLR2004  # views of views
        callee, arguments, *_ = body.calls[value]
        return any(_speaks(v, name, body, depth + 1) for v in (callee, *arguments))
    if type(value) is not tuple or not value or value[0] in ("=", "def"):
        return False
    if value[0] == ".":
        return name in value[2].split(".") or _speaks(value[1], name, body, depth)
    if value[0] == "import":
        return bool(value[3] == name)
    return any(_speaks(v, name, body, depth) for v in value[1:])


def _escapes(program: Program, place: Place) -> bool:
    """Whether a container is handed out whole, so that others may take things out under another name."""
    for file in program.evaluator.surface.mentioning(place.name):
        unit = program.units[file]
        if program.roles[file] != "application":
            continue
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] != FUNCTION:
                continue
            body = unit.body(scope)
            if any(last_name(v) == place.name for v, _ in body.returns):
                return True
            for callee, arguments, keywords, *_ in body.calls:
                if split(callee)[1] not in PLAIN and any(
                    last_name(v) == place.name for v in (*arguments, *[v for _, v in keywords])
                ):
                    return True
    return False


def _runs(program: Program, file: int, scope: int) -> bool:
    """Whether anything could call a function: its name is spoken of, or a framework or Python itself does."""
    unit = program.units[file]
    header = unit.header(scope)
    if header.name.startswith(("__", "<")) or header.decorators or program.entries.row(file, scope):
        return True
    if unit.header(header.parent).kind == FUNCTION:
        return True
    if any(n != file for n in program.evaluator.surface.mentioning(header.name)):
        return True
    for at in range(len(unit.interface.scopes)):
        body = unit.body(at)
        if any(last_name(v) == header.name for call in body.calls for v in (call[0], *handed(call))):
            return True
        if any(last_name(store[3]) == header.name for store in body.stores):
            return True
    return False


def _late(
    program: Program, file: int, scope: int, names: set[str], removals: list[tuple[int, int, int]]
) -> bool | None:
    """Whether a handler takes a connection out only behind an endless loop; None where it takes nothing out."""
    body = program.units[file].body(scope)
    kinds = {region[0] for region in body.regions}
    regions = [r[2] for r in removals] + [call[5] for call in body.calls if last_name(call[0]) in names]
    if not regions:
        return None
    if not kinds.isdisjoint({"except", "finally", "with"}):
        return False
    endless = {n for n, (kind, _, test) in enumerate(body.regions) if kind == "loop" and test == ("=", True)}
    receives = any(call[4] & AWAITED and _inside(body, call[5], endless) for call in body.calls)
    return bool(endless) and receives


def _inside(body: Body, region: int, wanted: set[int]) -> bool:
    while region:
        if region in wanted:
            return True
        region = body.regions[region][1]
    return False
