"""Defaulted: is a mutable default, or an object built in a default, changed, kept or handed out?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, get_args

from isolint.checks.match import Match
from isolint.checks.state.contextual import contextual
from isolint.checks.state.fates import OPERATORS, REMOVERS, Fate, Fates
from isolint.checks.state.states import changes, changing, feeds
from isolint.checks.state.touched import Touched
from isolint.facts import CLASS, FUNCTION
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Site
from isolint.program.words import snake

Leak = Literal["seen", "likely", "possible"]  # the worst first
MEMO: Final = frozenset({"cache", "memo", "cached", "memoized"})
LISTS: Final = frozenset({"list", "List"})  # nothing can be put at an index of an empty one
SCALARS: Final = frozenset({"str", "int", "float", "bool", "bytes"})


class Default(NamedTuple):
    """A default that every call shares: a container, or an object of a class that may be known.

    `what` is the name of what is made; `empty` says that there is nothing in it.
    """

    name: str
    position: int
    what: str
    container: bool = False
    empty: bool = False
    cls: Cls | None = None


@dataclass(frozen=True, slots=True)
class Defaulted:
    """Defaults of kind `container`, and objects built in one, unless of a kind that is meant to be shared.

    Strict are those containers that anybody could change, where nobody is seen to.
    """

    container: str
    shared: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each default, those of context variables among them."""
        yield from contextual(program, self.container)
        for file in program.asked:
            if program.roles[file] != "application":
                continue
            unit = program.units[file]
            for scope, plain in enumerate(unit.interface.scopes):
                if plain[0] == FUNCTION and plain[6]:
                    for row in plain[6]:
                        if (type(row[2]) is int or row[0] in plain[10]) and not self._fleeting(program, file, scope):
                            yield from self._default(program, file, scope, row)

    def _fleeting(self, program: Program, file: int, scope: int) -> bool:
        """Whether the function, and its default, is made anew by each call of one around it."""
        unit = program.units[file]
        at = unit.header(scope).parent
        while at > 0:
            if unit.header(at).kind != CLASS:
                return True
            at = unit.header(at).parent
        return False

    def _default(self, program: Program, file: int, scope: int, row: tuple[Any, ...]) -> Iterator[Match]:
        name = row[0]
        if name.startswith("_") or MEMO & set(snake(name).split("_")) or not _used(program, file, scope, f"${name}"):
            return
        default = self._read(program, file, scope, row)
        if default is None:
            return
        found: dict[Leak, Fate] = {}
        for fate in Fates(program, default.empty).of(file, scope, name):
            leak = self._leaks(program, default, fate)
            if leak:
                found.setdefault(leak, fate)
            if leak == "seen":
                break
        worst = next((leak for leak in get_args(Leak) if leak in found), None)
        if worst and not self._filled(program, file, scope):
            yield self._match(program, file, scope, default, found[worst], worst)

    def _filled(self, program: Program, file: int, scope: int) -> bool:
        """Whether a framework calls the function, and gives it a copy of the default where the request has nothing."""
        if program.entries.row(file, scope):
            return True
        handed = [site for site, _, calls in program.callers.of(file, scope) if not calls]
        callees = [o for site in handed for o in program.evaluator.calls.callees(site)]
        return any(program.evaluator.meaning.has_kind(o, "injector") for o in callees)

    def _read(self, program: Program, file: int, scope: int, row: tuple[Any, ...]) -> Default | None:
        """What a default is, or None where nobody can change it, or where it is unknown."""
        unit = program.units[file]
        name, note, value, _ = row
        header = unit.header(scope)
        if name in header.places:
            kind = value[0] if type(value) is tuple else "list"
            bare = type(value) is tuple and len(value) == 1
            return Default(name, header.places[name], kind, container=True, empty=bare)
        site = Site(file, header.parent, value)
        callee, arguments, keywords, position, *_ = unit.body(header.parent).calls[value]
        callees = program.evaluator.calls.callees(site)
        if len(callees) != 1 or note in SCALARS:
            return None
        called = last_name(callee)
        for origin in (callees[0], *program.evaluator.calls.result(file, header.parent, value, None)):
            if any(program.evaluator.meaning.has_kind(origin, kind) for kind in self.shared):
                return None
        match callees[0]:
            case Cls():
                return Default(name, position, called, cls=callees[0])
            case Ext(path, _):
                held = Ext(f"{path}()")
                if program.evaluator.meaning.has_kind(held, self.container):
                    bare = not arguments or called == "defaultdict"
                    return Default(name, position, called, container=True, empty=bare)
                if called[:1].isupper() and not called.isupper():
                    return Default(name, position, called, empty=not arguments and not keywords)
        return None

    def _leaks(self, program: Program, default: Default, fate: Fate) -> Leak | None:
        """Whether one call meets what another one did to the default.

        An empty container is there to be filled: likely where its keeper goes on taking in what such a one holds, or
        where other code fills what is kept or handed out, possible where it is public. What has content is mostly a
        constant, so only what is seen to change it counts, as with objects of a class that is known.
        """
        changers = program.writes.methods | OPERATORS | (frozenset() if default.empty else REMOVERS)
        if default.cls is not None:
            changers = changing(program, default.cls)
        if fate.how == "changed":
            seen = fate.method in changers if fate.method else not (default.empty and default.what in LISTS)
            return "seen" if seen else None
        if fate.keeper and changes(program, fate.keeper, fate.attribute, changers):
            return "seen"
        hidden = fate.keeper is not None and fate.attribute.startswith("_")
        if default.cls is not None or (default.container and (hidden or not default.empty)):
            return None
        if not default.container and fate.how == "kept":
            return "likely" if default.empty else "possible"  # what is made of something is mostly a value
        return "likely" if _taken_up(program, fate, changers) else "possible"

    def _match(self, program: Program, file: int, scope: int, default: Default, fate: Fate, leak: Leak) -> Match:
        how = {"changed": "changed", "kept": "kept", "returned": "handed out"}[fate.how]
        if fate.how == "kept" and fate.attribute:
            how = f"kept as `{fate.attribute}`" if not fate.attribute.isdigit() else "kept by a base class"
        place = f"{program.symbol(file, scope)}.{default.name}"
        path, span = program.span(file, default.position)
        return Match(
            file=file, scope=scope, position=default.position, place=place,
            confidence="high" if leak == "seen" else "medium",
            words={
                "name": default.name, "how": how, "what": default.what,
                "who": f"calls of `{program.units[file].qualname(scope)}` without it",
            },
            related=(program.step(fate.file, fate.position, f"`{default.name}` is {how} here"),),
            declared=(path, span.line), strict=leak == "possible",
        )  # fmt: skip


def _taken_up(program: Program, fate: Fate, changers: frozenset[str]) -> bool:
    """Whether the keeper takes in what stands in it, one by one, or other code changes what it is given here."""
    touched = Touched(program, changers)
    if fate.how == "returned":
        return touched.by_callers(fate.file, fate.scope)
    if fate.keeper is None:
        return False
    return feeds(program, fate.keeper, fate.attribute) or touched.on(fate.keeper, fate.attribute)


def _used(program: Program, file: int, scope: int, me: str) -> bool:
    """Whether a function does more with a parameter than nothing, as far as a look at its body tells."""
    body = program.units[file].body(scope)
    return any(_has(part, me) for part in (body.stores, body.calls, body.returns, body.yields))


def _has(value: Any, me: str) -> bool:
    if type(value) is str:
        return value.startswith(me)
    return type(value) is tuple and any(_has(part, me) for part in value)
