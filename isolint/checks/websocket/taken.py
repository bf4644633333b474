"""Taken: is there one channel from which every connection takes, so that one gets what was meant for another?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match, certain, lower
from isolint.checks.websocket.anybodys import anybodys
from isolint.checks.websocket.containers import split
from isolint.checks.websocket.elsewhere import below_state, channel_elsewhere, waits
from isolint.checks.websocket.serving import serves
from isolint.facts import FUNCTION
from isolint.finding import Confidence, Step
from isolint.program import Program
from isolint.program.lifetimes import Lasting
from isolint.program.unit import last_name
from isolint.program.values.origins import Arg, Ext, Origins, Site

PUT: Final = "put"  # how the names of the methods begin that give something back


@dataclass(frozen=True, slots=True)
class Taken:
    """Channels of kind `channel` that outlive a request, and that code with a `socket` or a stream takes from.

    What gives the next `event` of all users is one, too.
    """

    channel: str
    socket: str
    event: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each channel."""
        makers = program.vocabulary.makers(self.channel)
        methods = frozenset(m for row in program.vocabulary.kinds.get(self.channel, ()) for m in row.methods)
        for file in program.asked:
            if program.roles[file] != "application":
                continue
            for name in makers & program.units[file].interface.mentions:
                for scope, number in program.units[file].calls_named(name):
                    site = Site(file, scope, number)
                    if not self._makes(program, site):
                        continue
                    kept = program.lifetimes.site(site)
                    if kept or _on_self(program, site):
                        yield from self._match(program, site, kept, methods)
        heads = program.vocabulary.heads(self.channel)
        for file in program.asked:
            if program.roles[file] == "application":
                yield from self._elsewhere(program, file, heads, methods)
                yield from anybodys(program, file, self.event)

    def _elsewhere(
        self, program: Program, file: int, makers: frozenset[str], methods: frozenset[str]
    ) -> Iterator[Match]:
        """A match for each place where connections take from a channel that no file of the program makes."""
        unit = program.units[file]
        for method in sorted(methods & unit.interface.mentions):
            for scope, number in unit.calls_named(method):
                taker = Site(file, scope, number)
                callee, _, _, position, *_ = unit.body(scope).calls[number]
                if last_name(callee) != method or not waits(program, taker) or _gives_back(program, taker):
                    continue
                place = channel_elsewhere(program, _seen(program, file, scope, split(callee)[0]), makers)
                if place and (sure := serves(program, file, scope, self.socket)):
                    way = program.way(file, scope)
                    yield Match(
                        file=file, scope=scope, position=position, place=place, confidence=lower(sure, "medium"),
                        words={"place": place, "how": _how(unit.qualname(scope))},
                        trace=program.trace(way) if way else (), entries=way.entries if way else 0,
                    )  # fmt: skip

    def _makes(self, program: Program, site: Site) -> bool:
        made = program.evaluator.calls.result(*site, None)
        return any(isinstance(o, Ext) and program.evaluator.meaning.has_kind(o, self.channel) for o in made)

    def _match(self, program: Program, site: Site, kept: Lasting | None, methods: frozenset[str]) -> Iterator[Match]:
        takers = list(self._takers(program, site, kept, methods))
        if not takers:
            return
        taker, sure = takers[0]
        own = f"{program.symbol(site.file, _class_of(program, site))}.{_on_self(program, site)}"
        place = kept.name if kept else own
        position = program.units[site.file].body(site.scope).calls[site.call][3]
        path, span = program.span(site.file, position)
        way = program.way(taker.file, taker.scope)
        inner = program.units[taker.file].qualname(taker.scope)
        yield Match(
            file=site.file, scope=site.scope, position=position, place=place,
            confidence=lower(sure, certain(program)), declared=(path, span.line),
            words={"place": place, "how": _how(inner)}, trace=program.trace(way) if way else (),
            entries=way.entries if way else 0,
            related=tuple(self._related(program, t) for t, _ in takers),
        )  # fmt: skip

    def _related(self, program: Program, taker: Site) -> Step:
        position = program.units[taker.file].body(taker.scope).calls[taker.call][3]
        return program.step(taker.file, position, "each connection takes from it here")

    def _takers(
        self, program: Program, site: Site, kept: Lasting | None, methods: frozenset[str]
    ) -> Iterator[tuple[Site, Confidence]]:
        """The calls that take from a channel while they serve a connection."""
        name = kept.name.rpartition(".")[2].partition("[")[0] if kept else ""
        names = {name, *program.evaluator.surface.aliases().get(name, ()), _on_self(program, site)} - {""}
        for file, unit in program.speaking(*names, role="application"):
            for method in sorted(methods & unit.interface.mentions):
                for scope, number in unit.calls_named(method):
                    taker = Site(file, scope, number)
                    callee = unit.body(scope).calls[number][0]
                    if last_name(callee) != method or unit.header(scope).kind != FUNCTION:
                        continue
                    takes = _takes(program, taker, site, lasting=kept is not None)
                    if not takes or _gives_back(program, taker):
                        continue
                    if sure := serves(program, file, scope, self.socket):
                        yield taker, lower(takes, sure)


def _how(taker: str) -> str:
    return f"is one queue for all users, and every connection takes from it in `{taker}`"


def _takes(program: Program, taker: Site, site: Site, *, lasting: bool) -> Confidence | None:
    """How sure it is that a call is made on what a site makes; an application's state may hold what nobody puts there.

    Where no file stores the object on the state, the name of its attribute decides.
    """
    base = split(program.units[taker.file].body(taker.scope).calls[taker.call][0])[0]
    found = [o for o in _seen(program, taker.file, taker.scope, base) if isinstance(o, Ext)]
    if lasting and any(o.site == site for o in found):
        return "high"
    name = _on_self(program, site)
    on_state = [o for o in found if name and last_name(o.path) == name and below_state(program.evaluator, o.path)]
    return "medium" if on_state else None


def _class_of(program: Program, site: Site) -> int:
    return program.units[site.file].owner(site.scope)


def _on_self(program: Program, site: Site) -> str:
    """The attribute of the own object that a method stores what it makes in, or an empty string."""
    header = program.units[site.file].header(site.scope)
    if _class_of(program, site) < 0 or not header.params:
        return ""
    for kind, base, key, value, *_ in program.units[site.file].body(site.scope).stores:
        inner = value[1] if type(value) is tuple and value[:1] == (":",) else value
        if kind == "attr" and base == f"${header.params[0][0]}" and type(inner) is int and inner == site.call:
            return str(key)
    return ""


def _seen(program: Program, file: int, scope: int, base: Any) -> Origins:
    """What a value is, a parameter of which nothing else is known being what the callers give for it."""
    found = program.evaluator.origins(file, scope, base)
    if any(type(o) is not Arg for o in found):
        return found
    if type(base) is not str or base[:1] != "$":
        return program.expanded(found)
    root, *names = base.split(".")
    found = program.expanded(program.evaluator.origins(file, scope, root))
    for name in names:
        found = program.evaluator.attribute(found, name)
    return found


def _gives_back(program: Program, taker: Site) -> bool:
    """Whether what is taken is put back by the same function, as from a pool."""
    body = program.units[taker.file].body(taker.scope)
    for callee, arguments, *_ in body.calls:
        if split(callee)[1].startswith(PUT) and any(_is(v, taker.call) for v in arguments):
            return True
    return False


def _is(value: Any, call: int) -> bool:
    return (type(value) is int and value == call) or (
        type(value) is tuple and value[:1] in (("|",), ("[]",), (":",)) and any(_is(v, call) for v in value[1:])
    )
