"""Personalised: is a client that serves everybody given what belongs to one user?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from isolint.checks.arrived import arrived, spelled
from isolint.checks.match import Match
from isolint.checks.parts import constant_keys, inside, prefixes
from isolint.checks.state.escaping import REASONS
from isolint.program import Program
from isolint.program.flow.candidates import BUILDING
from isolint.program.flow.requests import Sources
from isolint.program.flow.writes import Write
from isolint.program.unit import last_name
from isolint.program.values.origins import Ext, Obj
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row


class Gift(NamedTuple):
    """What a client is given: the client, the attribute that keeps it, and the values."""

    client: Any
    attribute: str
    values: tuple[Any, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Personalised:
    """Things of kind `client` that outlive the request and are given request data: for good, not with one call.

    `settings` are attributes that say who asks or where, beside those of the rows, and `setters` methods that change
    them. A client with a `jar` also keeps what a login leaves there: a call of `logins` that sends a name and one of
    `passwords`, before another that goes on without; not where `apart` is sent with it, nor where the client is made
    with one of `jarless`.
    """

    client: str
    settings: tuple[str, ...]
    setters: tuple[str, ...]
    jar: tuple[str, ...]
    logins: tuple[str, ...]
    passwords: tuple[str, ...]
    apart: tuple[str, ...]
    jarless: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each attribute of a client and function."""
        rows = program.vocabulary.kinds.get(self.client, ())
        names = frozenset((*self.settings, *(k for row in rows for k in row.keywords)))
        senders = frozenset(self.logins)
        for file, scope in program.functions(names | senders):
            yield from self._function(program, file, scope, names, senders)

    def _function(
        self, program: Program, file: int, scope: int, names: frozenset[str], senders: frozenset[str]
    ) -> Iterator[Match]:
        seen: set[tuple[Any, str]] = set()
        for gift in (*self._kept(program, file, scope, names), *self._logins(program, file, scope, senders)):
            if (gift.client, gift.attribute) in seen:
                continue
            match = self._match(program, file, scope, gift)
            if match:
                seen.add((gift.client, gift.attribute))
                yield match

    def _kept(self, program: Program, file: int, scope: int, names: frozenset[str]) -> Iterator[Gift]:
        """What is stored on a client, or handed to a method of one of its attributes."""
        body = program.units[file].body(scope)
        plain = program.vocabulary.names("plain-header-name")
        for kind, base, key, value, position, _ in body.stores:
            if kind not in ("attr", "item") or base is None:
                continue
            if kind == "item" and _plain(key, plain):
                continue
            last = (key,) if kind == "attr" and isinstance(key, str) else ()
            for client, attribute in self._clients(program, file, scope, base, last, names):
                yield Gift(client, attribute, (value,), position)
        for callee, arguments, keywords, position, *_ in body.calls:
            name = last_name(callee)
            if name not in self.setters or callee == name:
                continue
            values = tuple(_personal(v, plain) for v in (*arguments, *[v for _, v in keywords]))
            if arguments and _plain(arguments[0], plain):
                continue
            for client, attribute in self._clients(program, file, scope, callee, (), names):
                yield Gift(client, attribute, values, position)

    def _clients(
        self, program: Program, file: int, scope: int, value: Any, last: tuple[str, ...], names: frozenset[str]
    ) -> Iterator[tuple[Any, str]]:
        """The client that a path begins with, and the name that follows it, where that is one of `names`."""
        for prefix, rest in prefixes(value):
            following = (*rest, *last)
            if following and following[0] in names and self._rows(program, file, scope, prefix):
                yield prefix, following[0]
                return

    def _rows(self, program: Program, file: int, scope: int, value: Any) -> list[Row]:
        origins = program.evaluator.origins(file, scope, value)
        return [r for o in origins for r in program.evaluator.meaning.rows(o, self.client) if r.keywords]

    def _logins(self, program: Program, file: int, scope: int, senders: frozenset[str]) -> Iterator[Gift]:
        """Requests that send a password, after which the client's jar is that user's."""
        body = program.units[file].body(scope)
        words = matcher(frozenset(self.passwords))
        for number, (callee, arguments, keywords, position, *_) in enumerate(body.calls):
            if last_name(callee) not in senders or type(callee) is int:
                continue
            values = (*arguments, *[v for _, v in keywords])
            pairs = [pair for v in values for pair in constant_keys(v)]
            secrets = tuple(v for k, v in pairs if words.search(snake(k)))
            named = any(snake(k).strip("_") in program.requests.people for k, _ in pairs)
            if not secrets or not named or any(k in self.apart for k, _ in pairs):
                continue
            for prefix, rest in prefixes(callee):
                if len(rest) != 1:
                    continue
                rows = self._rows(program, file, scope, prefix)
                jars = [r for r in rows if set(self.jar) & set(r.keywords)]
                follows = any(_goes_on(call, prefix, row) for row in jars for call in body.calls[number + 1 :])
                if follows and not self._empty(program, file, scope, prefix):
                    yield Gift(prefix, self.jar[0], secrets, position)

    def _empty(self, program: Program, file: int, scope: int, client: Any) -> bool:
        """Whether a client keeps no cookies, or a function clears them."""
        if any(last_name(c[0]) in ("clear", "clear_domain") for c in program.units[file].body(scope).calls):
            return True
        for origin in program.evaluator.origins(file, scope, client):
            site = origin.site if isinstance(origin, Ext | Obj) else None
            keywords = program.units[site.file].body(site.scope).calls[site.call][2] if site else ()
            if any(k in self.jarless for k, _ in keywords):
                return True
        return False

    def _match(self, program: Program, file: int, scope: int, gift: Gift) -> Match | None:
        sources = program.requests.of(file, scope, *gift.values)
        if (sources.empty and not sources.people) or self._answered(program, file, scope, gift, sources):
            return None
        unit = program.units[file]
        building = unit.header(scope).name in BUILDING and unit.owner(scope) >= 0
        write = Write("attr", file, scope, gift.client, gift.attribute, gift.values, gift.position, 0)
        for place in program.places.of(file, scope, gift.client):
            if building and place.kind != "global":
                continue
            found = arrived(program, write, place, sources)
            if found is None or found[1].how in ("cached", "unseen"):
                continue
            way, why = found
            name = f"{spelled(place, why)}.{gift.attribute}"
            names = sorted(sources.people) or sorted({*(p.name for p in sources.params), *sources.own})
            path, span = program.span(why.file, why.position or gift.position)
            steps = [*program.trace(way), program.step(file, gift.position, f"`{name}` is given `{names[0]}`")]
            if why.position and why.position != gift.position:
                steps.append(program.step(why.file, why.position, f"`{why.name}` {REASONS[why.how]}"))
            return Match(
                file=file, scope=scope, position=gift.position, place=name,
                confidence="medium" if way.assumed else "high",
                words={"place": name, "entry": program.title(way.file, way.scope), "what": names[0]},
                trace=tuple(steps), entries=way.entries, declared=(path, span.line),
            )  # fmt: skip
        return None

    def _answered(self, program: Program, file: int, scope: int, gift: Gift, sources: Sources) -> bool:
        """Whether a value is what the client itself was answered, to something that names no user."""
        if sources.people or sources.secret:
            return False
        calls = program.units[file].body(scope).calls
        for part in inside(gift.values, calls):
            if type(part) is int and any(prefix == gift.client for prefix, _ in prefixes(calls[part][0])):
                return True
        return False


def _goes_on(call: tuple[Any, ...], client: Any, row: Row) -> bool:
    """Whether a call sends something by a client, and nothing with it that says who asks."""
    if last_name(call[0]) not in row.methods or any(k in row.keywords for k, _ in call[2]):
        return False
    return any(prefix == client and len(rest) == 1 for prefix, rest in prefixes(call[0]))


def _personal(value: Any, plain: frozenset[str]) -> Any:
    """A dict display without the headers that say nothing about a user."""
    if type(value) is not tuple or not value or value[0] != "dict":
        return value
    return ("dict", *[pair for pair in value[1:] if not _plain(pair[0], plain)])


def _plain(key: Any, plain: frozenset[str]) -> bool:
    """Whether a key is the name of such a header."""
    return type(key) is tuple and key[0] == "=" and snake(str(key[1])).strip("_") in plain
