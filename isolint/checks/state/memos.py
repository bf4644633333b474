"""Memos: what a function keeps under a key, and gives back to whoever comes with that key."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.checks.arrived import arrived
from isolint.checks.parts import inside
from isolint.checks.state.relied import Relied
from isolint.facts import Body
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.requests import Sources
from isolint.program.flow.walks import State
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Obj, Origin
from isolint.program.words import matcher, snake


class Memo(NamedTuple):
    """A store of what depends on `what`, which is a user's and not in the key."""

    write: Write
    place: str
    what: str
    way: Way


def memos(program: Program, relied: Relied, kind: str, file: int, scope: int) -> Iterator[Memo]:
    """The stores of a function, in things of a kind or in containers, whose key lacks whom the value depends on."""
    body = program.units[file].body(scope)
    if not body.stores and not body.calls:
        return
    seen: set[tuple[Any, Any]] = set()
    for write, external in (*_calls(program, kind, file, scope), *_items(program, file, scope)):
        if (write.base, write.key) in seen:
            continue
        if not _given_back(program, kind, body, write) and not (external and _elsewhere(program, kind, write)):
            continue
        memo = _memo(program, relied, body, write, external=external)
        if memo:
            seen.add((write.base, write.key))
            yield memo


def _items(program: Program, file: int, scope: int) -> Iterator[tuple[Write, bool]]:
    for kind, base, key, value, position, region in program.units[file].body(scope).stores:
        if kind == "item" and base is not None and key is not None and value is not None:
            yield Write("item", file, scope, base, key, (value,), position, region), False


def _calls(program: Program, kind: str, file: int, scope: int) -> Iterator[tuple[Write, bool]]:
    """Calls that keep a value; those on what is outside of the process are for everybody, wherever it is made."""
    methods = {m for row in program.vocabulary.kinds.get(kind, ()) for m in row.methods}
    unit = program.units[file]
    for number, name in enumerate(unit.callees(scope)):
        if name not in methods:
            continue
        callee, arguments, keywords, position, _, region = unit.body(scope).calls[number]
        base = receiver(callee)
        if base is None:
            continue
        for origin in program.evaluator.origins(file, scope, base):
            row = next((r for r in program.evaluator.meaning.rows(origin, kind) if name in r.methods), None)
            if row and len(arguments) > row.argument:
                rest = (*[v for n, v in enumerate(arguments) if n != row.argument], *[v for _, v in keywords])
                write = Write("call", file, scope, base, arguments[row.argument], rest, position, region, method=name)
                yield write, _lasts(program, origin)
                break


def _lasts(program: Program, origin: Origin) -> bool:
    """Whether a cache is one for everybody: imported, meant to be shared, or kept."""
    if not isinstance(origin, Ext | Obj) or origin.site is None:
        return True
    return program.evaluator.meaning.has_kind(origin, "shared-resource") or bool(program.lifetimes.of(origin))


def _given_back(program: Program, kind: str, body: Body, write: Write) -> bool:
    """Whether a function returns what it finds under the same key."""
    setters = {m for row in program.vocabulary.kinds.get(kind, ()) for m in row.methods}
    reads: list[Any] = [("[]", write.base, write.key)]
    for number, (callee, arguments, *_) in enumerate(body.calls):
        if write.key in arguments and receiver(callee) == write.base and last_name(callee) not in setters:
            reads.append(number)
    if len(reads) == 1 and not any((base, key) == (write.base, write.key) for base, key, *_ in body.loads):
        return False
    return any(part in reads for part in inside([v for v, _ in body.returns], body.calls))


def _elsewhere(program: Program, kind: str, write: Write) -> bool:
    """Whether another function, which requests reach, reads what is kept under the same constant."""
    if type(write.key) is not tuple or write.key[0] != "=":
        return False
    name = last_name(write.base)
    setters = {m for row in program.vocabulary.kinds.get(kind, ()) for m in row.methods}
    for file in program.evaluator.surface.mentioning(name):
        unit = program.units[file]
        for scope in range(1, len(unit.interface.scopes)) if program.roles[file] == "application" else ():
            for number, called in enumerate(unit.callees(scope)):
                if not called.endswith("get") or called in setters:
                    continue
                callee, arguments, *_ = unit.body(scope).calls[number]
                if write.key in arguments[:1] and last_name(receiver(callee)) == name and program.way(file, scope):
                    return True
    return False


def _memo(program: Program, relied: Relied, body: Body, write: Write, *, external: bool) -> Memo | None:
    keyed = program.keys.of(write.file, write.scope, write.key)
    if keyed in ("", "unknown"):
        return None
    key = program.requests.of(write.file, write.scope, write.key)
    values = (*write.values, *_told(body, write))
    value = program.requests.of(write.file, write.scope, *values)
    lacking = _lacking(program, key, value, secrets_only=keyed == "own")
    current = {name for v in values for name, _ in relied.value(write.file, write.scope, v)}
    if keyed != "own" and current and not any(relied.value(write.file, write.scope, write.key)):
        lacking |= current
    if not lacking or key.fresh or key.sockets:
        return None
    named = frozenset(p for p in value.params if p.name in lacking)
    own = frozenset(o for o in value.own if lacking & set(o.split(".")))
    missing = Sources(named or value.params - key.params, own | current, frozenset())
    place = _spelled(write.base)
    given = key.params if keyed == "request" else frozenset()
    if external:
        why = Lasting("global", write.file, write.scope, write.position, place)
        start = State(write.file, write.scope, None, why, missing.params, bool(missing.own), key=given)
        found = program.walks.back(start)
        return Memo(write, place, min(lacking), found[0]) if found else None
    for each in program.places.of(write.file, write.scope, write.base):
        arrival = arrived(program, write, each, missing, given)
        if arrival:
            return Memo(write, place, min(lacking), arrival[0])
    return None


def _told(body: Body, write: Write) -> list[Any]:
    """What the things that are kept are told before: a session that logs in is that user's."""
    made = {p for p in inside(write.values, body.calls) if type(p) is int}
    told: list[Any] = []
    for callee, arguments, keywords, *_ in body.calls:
        if type(callee) is tuple and callee and callee[0] == "." and type(callee[1]) is int and callee[1] in made:
            told += [*arguments, *[v for _, v in keywords]]
    return told


def _lacking(program: Program, key: Sources, value: Sources, *, secrets_only: bool) -> set[str]:
    """The names of whom a value depends on that are not in its key; who proves who they are, in any case."""
    words = matcher(program.vocabulary.names("credential-name"))
    lacking = {p.name for p in value.params - key.params if words.search(snake(p.name)) and p.name not in key.people}
    return lacking if secrets_only else lacking | (value.people - key.people)


def _spelled(base: Any) -> str:
    while type(base) is tuple and base and base[0] in (".", "[]", "with", ":"):
        if base[0] == ".":
            return str(base[2])
        base = base[1]
    return str(base).lstrip("$") if type(base) is str else "the cache"
