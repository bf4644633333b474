"""Broadcast: is what belongs to one user sent to every connection?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match, lower
from isolint.checks.websocket.broadcasts import Broadcasts, Sent
from isolint.checks.websocket.containers import split
from isolint.checks.websocket.sockets import SENDING
from isolint.facts import AWAITED, Body
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.unit import last_name

FAR: Final = 3  # calls that are followed from a payload to what it is built of
BRANCH: Final = {"if": "else", "else": "if"}
PARTS: Final = frozenset({"|", "<-", "iter", "with", "[]", "list", "tuple", "set", ":", "*"})


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Broadcasts, of managers of kind `kind` or over `socket`s, of what names of `identity` say is one user's.

    Sure are two shapes: a message that has an addressee, and goes to all where that is missing; a function that is
    given an addressee, and sends to all nevertheless. A payload with a name of `personal`, or what an awaited call gave
    for an identity, is only under `--strict`: what a room announces looks alike.
    """

    kind: str
    socket: str
    identity: str
    personal: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each broadcast."""
        for sent in Broadcasts(self.kind, self.socket).all(program):
            if program.entries.starts_up(sent.site.file, sent.site.scope):
                continue
            if name := self._missing(program, sent):
                yield self._match(program, sent, f"goes to every connection where `{name}` is missing")
            elif name := self._ignored(program, sent):
                yield self._match(program, sent, f"takes `{name}` and sends to every connection")
            elif name := self._personal(program, sent):
                how = f"sends what `{name}` tells of one user to every connection"
                yield self._match(program, sent, how, strict=True)

    def _missing(self, program: Program, sent: Sent) -> str:
        """The identity whose holder is addressed in the other branch."""
        file, scope, number = sent.site
        body = program.units[file].body(scope)
        people = program.vocabulary.names(self.identity)
        region = body.calls[number][5]
        while region:
            kind, parent, test = body.regions[region]
            for subject, name in _subjects(body, test, people) if kind in BRANCH else ():
                other = {n for n, r in enumerate(body.regions) if r == (BRANCH[kind], parent, test)}
                if not self._optional(program, file, scope, subject) and _addresses(body, subject, other):
                    return name
            region = parent
        return ""

    def _optional(self, program: Program, file: int, scope: int, subject: Any) -> bool:
        """Whether a parameter need not be given: then its caller decides to announce."""
        return any(
            f"${row[0]}" == subject and row[2] != () for row in program.units[file].header(scope).params
        )  # fmt: skip

    def _ignored(self, program: Program, sent: Sent) -> str:
        """A parameter for an identity that the function never looks at."""
        file, scope, _ = sent.site
        unit = program.units[file]
        people = program.vocabulary.names(self.identity)
        for row in unit.header(scope).params[unit.owner(scope) >= 0 :]:
            if row[0] in people and not row[2]:
                scopes = [scope, *program.reach.inside(file, scope)[1:]]
                if not any(_mentions(unit.body(s), row[0]) for s in scopes):
                    return str(row[0])
        return ""

    def _personal(self, program: Program, sent: Sent) -> str:
        """A name in a payload that says that it is one user's, in what requests reach."""
        file, scope, _ = sent.site
        words = program.vocabulary.names(self.personal)
        people = program.vocabulary.names(self.identity)
        body = program.units[file].body(scope)
        found = next((n for v in sent.values if (n := _told(body, v, words, people))), "")
        return found if found and program.way(file, scope) else ""

    def _match(
        self, program: Program, sent: Sent, how: str, confidence: Confidence = "high", *, strict: bool = False
    ) -> Match:
        file, scope, number = sent.site
        position = program.units[file].body(scope).calls[number][3]
        way = program.way(file, scope)
        return Match(
            file=file, scope=scope, position=position, place=program.symbol(file, scope),
            confidence=lower(confidence, sent.sure, "medium" if way is None or way.assumed else "high"),
            words={"place": program.units[file].qualname(scope), "how": how},
            trace=program.trace(way) if way else (), entries=way.entries if way else 0,
            strict=strict,
        )  # fmt: skip


def _subjects(body: Body, test: Any, people: frozenset[str]) -> Iterator[tuple[Any, str]]:
    """The identities whose presence a condition asks for: `x`, `not x`, `x is None`, `x in self.sockets`."""
    if name := _named(body, test, people):
        yield test, name
    match test:
        case ("<-", subject, *others) if len(others) < 2 and (name := _named(body, subject, people)):  # noqa: PLR2004
            if all(o == ("=", None) or type(o) is str for o in others):
                yield subject, name
        case ("|", *members):
            for member in members:
                yield from _subjects(body, member, people)


def _named(body: Body, value: Any, people: frozenset[str]) -> str:
    """The identity that a value is called by: `x.user_id`, `x["user_id"]`, `x.get("user_id")`, or an empty string."""
    key = None
    match value:
        case str() | (".", _, _):
            key = last_name(value)
        case ("[]", _, ("=", str() as text)):
            key = text
        case int():
            callee, arguments, *_ = body.calls[value]
            if last_name(callee) == "get" and arguments and type(arguments[0]) is tuple and arguments[0][0] == "=":
                key = arguments[0][1]
    return str(key) if key in people else ""


def _addresses(body: Body, subject: Any, regions: set[int]) -> bool:
    """Whether a call in one of the regions sends to the subject."""
    for callee, arguments, keywords, _, _, region in body.calls:
        place, name = split(callee)
        if not name.startswith(SENDING) or not _within(body, region, regions):
            continue
        if subject in arguments or any(v == subject for _, v in keywords) or _keyed(place, subject):
            return True
    return False


def _keyed(place: Any, subject: Any) -> bool:
    match place:
        case ("[]", base, key):
            return bool(key == subject) or _keyed(base, subject)
        case (".", base, _):
            return _keyed(base, subject)
    return False


def _within(body: Body, region: int, wanted: set[int]) -> bool:
    while region:
        if region in wanted:
            return True
        region = body.regions[region][1]
    return False


def _mentions(body: Body, name: str) -> bool:
    """Whether a body reads a parameter, as its own or from a function around."""
    stack: list[Any] = [*body.calls, *body.stores, *body.loads, *body.returns, *body.yields, *body.asserts]
    stack += [r[2] for r in body.regions]
    while stack:
        part = stack.pop()
        if type(part) is str and part.lstrip("$").partition(".")[0] == name:
            return True
        if type(part) is tuple and part[:1] != ("=",):
            stack += part
    return False


def _told(body: Body, value: Any, words: frozenset[str], people: frozenset[str], depth: int = 0) -> str:
    """The name in a payload that says whose it is: a personal one, or an identity given to what was awaited."""
    match value:
        case str():
            return next((part for part in value.lstrip("$").split(".") if part in words), "")
        case int() if depth < FAR:
            callee, arguments, keywords, _, flags, _ = body.calls[value]
            given = (*arguments, *[v for _, v in keywords])
            if flags & AWAITED and not _receives(callee):
                whose = next((last_name(v) for v in given if last_name(v) in people), "")
                if whose:
                    return whose
            place = split(callee)[0]
            parts = (place, *given) if type(place) is not str or place[:1] == "$" else given
            return next((n for v in parts if (n := _told(body, v, words, people, depth + 1))), "")
        case ("dict", *pairs):
            keys = next((k[1] for k, _ in pairs if type(k) is tuple and k[:1] == ("=",) and k[1] in words), "")
            return str(keys) or next((n for _, v in pairs if (n := _told(body, v, words, people, depth))), "")
        case (".", base, path):
            found = next((part for part in path.split(".") if part in words), "")
            return found or _told(body, base, words, people, depth)
        case (tag, *parts) if tag in PARTS:
            return next((n for v in parts if (n := _told(body, v, words, people, depth))), "")
    return ""


def _receives(callee: Any) -> bool:
    return last_name(callee).startswith("receive") or split(callee)[1].startswith("receive")
