"""Placeheld: does a fallback that all users share become a key, a context's identity or a conversation's id?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from isolint.checks.match import Match
from isolint.checks.state.echoed import is_echoed
from isolint.checks.state.fallbacks import Fallbacks
from isolint.facts import FUNCTION, Body
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site
from isolint.program.words import matcher, snake

WATCHING: Final = frozenset({
    "log", "logger", "logging", "trace", "tracer", "tracing", "span", "metric", "metrics", "rate", "limit", "limiter",
    "throttle", "quota", "telemetry", "analytics", "audit", "print", "debug", "info", "warning", "error", "statsd",
    "sentry", "counter", "event", "events", "capture", "display", "render", "greeting",
})  # fmt: skip

STORING: Final = frozenset({"get", "setdefault", "pop", "set", "setex", "hset", "hget", "lpush", "rpush"})
GIVING: Final = frozenset({"get", "pop", "str"})
PARTS: Final = ("id", "user", "tenant", "session", "name")  # in the names of functions that say who it is


class Sink(NamedTuple):
    """Where a value becomes an identity: how, the value, the position, what takes it and what that is given beside."""

    how: str
    value: Any
    position: int
    taker: str
    beside: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Placeheld:
    """Fallbacks for names of kind `identity`, used as a key of a store, in a `context`, or as a conversation's id.

    `conversations` are the keywords and keys that say which conversation is meant, `telling` the names of what makes
    text or plain data of a record.
    """

    identity: str
    context: str
    conversations: tuple[str, ...]
    telling: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place where the fallback is used."""
        people = program.vocabulary.names(self.identity)
        fallbacks = Fallbacks(program, people, matcher(people))
        contexts = program.named_classes(self.context)
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "application":
                continue
            spelled = program.spelled(file, contexts)
            for scope, plain in enumerate(unit.interface.scopes):
                if plain[0] != FUNCTION:
                    continue
                seen: set[int] = set()
                for sink in self._sinks(program, file, scope, spelled):
                    if sink.position in seen:
                        continue
                    text = fallbacks.of(file, scope, sink.value)
                    if not text or WATCHING & set(snake(sink.taker).split("_")):
                        continue
                    if fallbacks.among(file, scope, [sink.value, *sink.beside]):
                        seen.add(sink.position)
                        yield self._match(program, file, scope, sink, text)

    def _sinks(self, program: Program, file: int, scope: int, contexts: frozenset[str]) -> Iterator[Sink]:
        body = program.units[file].body(scope)
        for kind, base, key, _, position, _ in body.stores:
            if kind == "item" and _candidate(key, body) and self._lasts(program, file, scope, base):
                yield Sink("is a key of", key, position, last_name(base))
        for base, key, position, _ in body.loads:
            if _candidate(key, body) and self._lasts(program, file, scope, base):
                yield Sink("is a key of", key, position, last_name(base))
        yield from self._given(program, file, scope, contexts)

    def _given(self, program: Program, file: int, scope: int, contexts: frozenset[str]) -> Iterator[Sink]:
        """What calls are given as a key, as an identity or as the id of a conversation."""
        body = program.units[file].body(scope)
        for number, name in enumerate(program.units[file].callees(scope)):
            callee, arguments, keywords, position, *_ = body.calls[number]
            if not arguments and not keywords:
                continue
            values = (*arguments, *[v for _, v in keywords])
            if name in STORING and arguments and _candidate(arguments[0], body):
                if self._store(program, file, scope, callee, name):
                    yield Sink("is a key of", arguments[0], position, _text(callee).rpartition(".")[0])
            elif name in contexts and self._makes(program, Site(file, scope, number)):
                for value in values:
                    yield Sink("is an identity in", value, position, name, values)
            for key, value in keywords:
                if key in self.conversations and _candidate(value, body):
                    if is_echoed(program, Site(file, scope, number), WATCHING, frozenset(self.telling)):
                        break
                    yield Sink("is the conversation's id for", value, position, _text(callee), values)
            for value in values:
                if type(value) is tuple and value and value[0] == "dict":
                    yield from self._configured(value, position, _text(callee))

    def _lasts(self, program: Program, file: int, scope: int, base: Any) -> bool:
        """Whether a container is a global, or an attribute of an object that outlives the request."""
        for place in program.places.of(file, scope, base):
            if place.kind in ("global", "module", "class", "state"):
                return True
            if place.kind == "parameter" and place.steps:
                owner = program.units[file].owner(scope)
                params = program.units[file].header(scope).params
                own = owner >= 0 and bool(params) and params[0][0] == place.name
                if own and program.lifetimes.instance(Cls(file, owner)):
                    return True
        return False

    def _store(self, program: Program, file: int, scope: int, callee: Any, name: str) -> bool:
        """Whether the first argument of a call is a key: of a container that lasts, or of a cache outside."""
        base = callee.rpartition(".")[0] if type(callee) is str else ""
        if not base:
            return False
        if name in ("get", "setdefault", "pop") and self._lasts(program, file, scope, base):
            return True
        origins = program.evaluator.origins(file, scope, base)
        return any(program.evaluator.meaning.has_kind(o, "cache-store") for o in origins)

    def _makes(self, program: Program, site: Site) -> bool:
        for origin in program.evaluator.calls.result(*site, None):
            if isinstance(origin, Obj | Ext) and program.evaluator.meaning.has_kind(origin, self.context):
                return True
        callees = program.evaluator.calls.callees(site)
        return any(isinstance(o, Fn | Cls) and program.evaluator.meaning.has_kind(o, self.context) for o in callees)

    def _configured(self, value: Any, position: int, taker: str) -> Iterator[Sink]:
        """Ids of conversations in a display: `{"configurable": {"thread_id": ..}}`."""
        for key, inner in value[1:]:
            if key == ("=", "configurable") and type(inner) is tuple and inner[0] == "dict":
                for name, held in inner[1:]:
                    if type(name) is tuple and name[0] == "=" and name[1] in self.conversations:
                        yield Sink("is the conversation's id for", held, position, taker)

    def _match(self, program: Program, file: int, scope: int, sink: Sink, text: str) -> Match:
        way = program.way(file, scope)
        taker = sink.taker.lstrip("$") or "a call"
        return Match(
            file=file, scope=scope, position=sink.position, place=f"{program.symbol(file, scope)}.{taker}",
            trace=program.trace(way) if way else (), entries=way.entries if way else 0,
            confidence="high" if way and not way.assumed else "medium",
            words={"text": text, "how": sink.how, "taker": taker},
        )  # fmt: skip


def _candidate(value: Any, body: Body) -> bool:
    """Whether a value can be a fallback at all, as far as a look tells."""
    if type(value) is int:
        name = last_name(body.calls[value][0]) if value < len(body.calls) else ""
        return name in GIVING or any(part in name for part in PARTS)
    if type(value) is str:
        return value.startswith("$") and "." not in value
    return type(value) is tuple and bool(value) and value[0] in ("|", "<-", ":", "tuple")


def _text(value: Any) -> str:
    if type(value) is str:
        return value
    return str(value[2]) if type(value) is tuple and value and value[0] == "." else last_name(value)
