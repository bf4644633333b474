"""Cached: does a cache that serves all users keep what depends on one of them, under a key without them?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match
from isolint.checks.parts import inside
from isolint.checks.state.attribute_memos import attribute_memos
from isolint.checks.state.memos import Memo, memos
from isolint.checks.state.relied import Relied
from isolint.checks.state.skipped import skipped
from isolint.facts import FUNCTION, Header
from isolint.program import Program
from isolint.program.values.origins import Cls, Ext, Fn, Obj
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class Cached:
    """Functions with a decorator of kind `cache` that read what is the current user's, and `stores` keyed without it.

    `own` are names of what is a user's, whatever is in it; methods with one of the words `logins` in their name say
    whose their object is from then on.
    """

    cache: str
    stores: str
    own: tuple[str, ...]
    logins: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each function, and for each store."""
        relied = Relied(program, frozenset(self.own))
        names = program.vocabulary.lasts(self.cache)
        people = program.vocabulary.names("identity-name") | program.vocabulary.names("credential-name")
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "application":
                continue
            decorated = bool(program.spelled(file, names))
            speaks = not people.isdisjoint(unit.interface.mentions)
            lists = not people.isdisjoint(unit.interface.listed)
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] != FUNCTION:
                    continue
                if decorated and header[5]:
                    yield from self._function(program, relied, file, scope)
                if speaks:
                    yield from [_stored(program, m) for m in memos(program, relied, self.stores, file, scope)]
                    for memo in attribute_memos(program, self.logins, file, scope):
                        yield _told(program, file, scope, memo.position, memo.place, memo.what, strict=memo.strict)
                if lists:
                    for one in skipped(program, file, scope):
                        yield _told(program, file, scope, one.position, one.place, one.what, strict=False)

    def _function(self, program: Program, relied: Relied, file: int, scope: int) -> Iterator[Match]:
        unit = program.units[file]
        header = unit.header(scope)
        for decorator in header.decorators:
            path = unit.body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            for origin in program.evaluator.origins(file, header.parent, path):
                for row in program.evaluator.meaning.rows(origin, self.cache):
                    if self._told(program, relied, file, header, decorator, row):
                        continue
                    nested = self._nested(program, file, header)
                    if nested and not self._outlives(program, file, header, decorator, row):
                        continue
                    match = self._read(program, relied, file, scope, row)
                    if match:
                        yield match
                        return

    def _read(self, program: Program, relied: Relied, file: int, scope: int, row: Row) -> Match | None:
        """What the answer depends on, beside the arguments that make up the key."""
        header = program.units[file].header(scope)
        where = (file, header.position)
        reads = dict(relied.of(file, scope)) or self._field(program, file, scope)
        if row.by == "name" and not reads:
            people = program.vocabulary.names("identity-name")
            names = [p[0] for p in header.params if p[0].startswith("_") and p[0].strip("_") in people]
            reads = {name: where for name in names if self._uses(program, file, scope, name)}
        if not reads:
            return None
        what, at = next(iter(reads.items()))
        place = program.symbol(file, scope)
        way = program.way(file, scope)
        steps = program.trace(way) if way and not way.assumed else ()
        return Match(
            file=file, scope=scope, position=header.position, place=place, words={"place": place, "what": what},
            trace=steps, related=(program.step(*at, f"`{what}` is read here"),), entries=way.entries if way else 0,
            declared=(program.units[file].path, program.span(file, header.position)[1].line),
        )  # fmt: skip

    def _uses(self, program: Program, file: int, scope: int, name: str) -> bool:
        body = program.units[file].body(scope)
        parts = inside([v for v, _ in (*body.returns, *body.yields)], body.calls)
        return any(type(p) is str and p.partition(".")[0] == f"${name}" for p in parts)

    def _field(self, program: Program, file: int, scope: int) -> dict[str, tuple[int, int]]:
        """A field of the one object that requests set, where the key is that object."""
        unit = program.units[file]
        owner, header, body = unit.owner(scope), unit.header(scope), unit.body(scope)
        if owner < 0 or not header.params:
            return {}
        first = f"${header.params[0][0]}."
        parts = inside([v for v, _ in (*body.returns, *body.yields)], body.calls)
        names = {p.removeprefix(first).partition(".")[0] for p in parts if type(p) is str and p.startswith(first)}
        for method in program.evaluator.members.methods(Cls(file, owner)) if names else ():
            for escape in program.escapes.of(file, method):
                write = escape.write
                if write.how == "attr" and write.key in names and escape.place.kind == "parameter" and not escape.keyed:
                    return {f"{header.params[0][0]}.{write.key}": (file, write.position)}
        return {}

    def _told(self, program: Program, relied: Relied, file: int, header: Header, decorator: Any, row: Row) -> bool:
        """Whether the decorator is given a key of its own that knows the user, or of which nothing is known."""
        if type(decorator) is not int:
            return False
        _, arguments, keywords, *_ = program.units[file].body(header.parent).calls[decorator]
        for name, value in (*[("", v) for v in arguments], *keywords):
            origins = program.evaluator.origins(file, header.parent, value)
            functions = [o for o in origins if type(o) is Fn]
            if any(relied.of(o.file, o.scope) for o in functions):
                return True
            if name in row.keywords and not functions and not (type(value) is tuple and value[0] == "="):
                return True
        return False

    def _nested(self, program: Program, file: int, header: Header) -> bool:
        at = header.parent
        while at > 0:
            if program.units[file].header(at).kind == FUNCTION:
                return True
            at = program.units[file].header(at).parent
        return False

    def _outlives(self, program: Program, file: int, header: Header, decorator: Any, row: Row) -> bool:
        """Whether what a decorator inside of a function keeps is there for the next call of that function."""
        if row.by == "name":
            return True
        calls = program.units[file].body(header.parent).calls
        path = calls[decorator][0] if type(decorator) is int else decorator
        for origin in program.evaluator.origins(file, header.parent, path):
            if isinstance(origin, Ext | Obj) and origin.site and program.lifetimes.site(origin.site):
                return True
        values = (*calls[decorator][1], *[v for _, v in calls[decorator][2]]) if type(decorator) is int else ()
        places = [p for v in values for p in program.places.of(file, header.parent, v)]
        return any(p.kind == "global" for p in places)


def _stored(program: Program, memo: Memo) -> Match:
    write, way = memo.write, memo.way
    step = program.step(write.file, write.position, f"`{memo.what}` is in the value, and not in the key")
    return Match(
        file=write.file, scope=write.scope, position=write.position, place=memo.place,
        confidence="medium" if way.assumed else "high", words={"place": memo.place, "what": memo.what},
        trace=(*program.trace(way), step), entries=way.entries,
    )  # fmt: skip


def _told(program: Program, file: int, scope: int, position: int, place: str, what: str, *, strict: bool) -> Match:
    """A match that the function alone tells."""
    way = program.way(file, scope)
    return Match(
        file=file, scope=scope, position=position, place=place, confidence="medium", strict=strict,
        words={"place": place, "what": what}, trace=program.trace(way) if way and not way.assumed else (),
        entries=way.entries if way else 0,
    )  # fmt: skip
