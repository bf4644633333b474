"""Ended: an object of the program cleaned up in any case, by the method that its class has for it."""

from dataclasses import dataclass
from typing import Final

from isolint.change import Change, Enclose, Remove
from isolint.checks.match import Match
from isolint.facts import ASYNC, GENERATOR, KWARG, VARARG
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Fn, Obj
from isolint.repairs.acquired import Acquired, acquired
from isolint.repairs.offer import Offer

_EXITS: Final = frozenset({"__enter__", "__exit__", "__aenter__", "__aexit__"})


@dataclass(frozen=True, slots=True)
class Ended:
    """A `with` where the class can be entered, else a `finally` with the `method` that the match names.

    `methods` are all that clean up; where the block ends with one of them, that goes into the `finally`.
    """

    methods: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The rest of the block in a `with` or `try`."""
        thing = acquired(program, match)
        method = match.words.get("method", "")
        made = thing and _class(program, thing)
        if thing is None or made is None:
            return None
        endings = thing.endings(frozenset(self.methods) | {method})
        if endings is None:
            return None
        if endings.last:
            change, block = Enclose(thing.at, last=endings.last), "finally"
        elif manager := _manager(program, thing, made):
            change, block = Enclose(thing.at, manager=manager), manager.partition(" {")[0].removesuffix(" await")
        elif tail := _tail(program, thing, made, method):
            change, block = Enclose(thing.at, tail=tail), "finally"
        else:
            return None
        path = program.units[match.file].path
        changes: list[Change] = [change, *map(Remove, endings.early)]
        return Offer(tuple((path, each) for each in changes), {"name": thing.name, "block": block})


def _class(program: Program, thing: Acquired) -> Obj | None:
    """What the call makes, where that is an object of one class for sure."""
    found = program.evaluator.calls.result(*thing.site, None)
    match found:
        case (Obj() as made,):
            return made
    return None


def _method(program: Program, made: Obj, name: str) -> Fn | None:
    """A method that can be called without arguments, and is what it seems to be."""
    match program.evaluator.members.member(made.cls, name, made):
        case (Fn() as fn,):
            header = program.units[fn.file].header(fn.scope)
            wanted = [row for row in header.params[1:] if row[2] == () and row[3] not in (VARARG, KWARG)]
            plain = not header.decorators and not header.flags & GENERATOR
            return fn if plain and (not wanted or name in _EXITS) else None
    return None


def _manager(program: Program, thing: Acquired, made: Obj) -> str:
    """How the class is entered, if entering it gives the object itself and does nothing that is done by hand."""
    flags = program.units[thing.site.file].header(thing.site.scope).flags
    ways = (("async with", "__aenter__", "__aexit__"), ("with", "__enter__", "__exit__"))
    for way, enter, leave in ways if flags & ASYNC else ways[1:]:
        fn = _method(program, made, enter)
        if fn and _method(program, made, leave) and not _repeats(program, thing, fn):
            return f"{way} await {{}}" if thing.awaited else f"{way} {{}}"
    return ""


def _repeats(program: Program, thing: Acquired, enter: Fn) -> bool:
    """Whether entering gives something else than the object, or calls a method that the function calls itself."""
    body, first = program.units[enter.file].body(enter.scope), program.units[enter.file].own(enter.scope)
    if not body.returns or any(value != f"${first}" for value, _ in body.returns):
        return True
    begun = {last_name(c[0]) for c in body.calls if receiver(c[0]) == f"${first}"}
    return bool(thing.ends(frozenset(begun)))


def _tail(program: Program, thing: Acquired, made: Obj, method: str) -> str:
    """The call that cleans up, awaited where it is a coroutine; empty where the function cannot await it."""
    fn = None if method in _EXITS else _method(program, made, method)
    if fn is None:
        return ""
    is_coroutine = program.units[fn.file].header(fn.scope).flags & ASYNC
    if is_coroutine and not program.units[thing.site.file].header(thing.site.scope).flags & ASYNC:
        return ""
    return f"{'await ' if is_coroutine else ''}{thing.name}.{method}()"
