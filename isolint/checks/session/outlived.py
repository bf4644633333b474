"""Outlived: does something go on with a value after the block or the request that it belongs to has closed it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from isolint.checks.match import Match
from isolint.checks.narrowed import narrowed
from isolint.facts import AWAITED, ENTERED, FUNCTION, GENERATOR, ITERATED, Body
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.flow.holds import Held, Holds
from isolint.program.flow.regions import call_of, contains, managers
from isolint.program.flow.spelling import spelling
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Fn, Obj, Site
from isolint.vocabulary import Row

CLOSING = frozenset({"close", "aclose"})
STEPS = frozenset({"next", "anext", "__next__", "__anext__"})
WAITS = frozenset({"join", "result", "cancel"})
WAIT_FOR = frozenset({"wait", "as_completed", "gather", "run_until_complete"})
NOTHING = ("=", None)
OUTLIVING = frozenset({"later", "in-turn", "thread"})


@dataclass(frozen=True, slots=True)
class Outlived:
    """Values of kind `value` that a `spawner` runs something with later, or that leave their block or generator."""

    value: str
    spawner: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each task, return and step."""
        holds = Holds(program.evaluator, self.value)
        names = program.vocabulary.lasts(self.spawner)
        asked = [file for file in program.asked if program.roles[file] == "application"]
        for file in asked:
            spelled = program.spelled(file, names)
            for scope, header in enumerate(program.units[file].interface.scopes) if spelled else ():
                if header[0] == FUNCTION:
                    yield from self._started(program, holds, file, scope, spelled)
        spoken = partial(program.carriers.spoken, self.value)
        yield from narrowed(program, asked, spoken, partial(self._given_on, program, holds))

    def _given_on(self, program: Program, holds: Holds, file: int) -> Iterator[Match]:
        """What is returned out of its block, and the steps of generators."""
        for scope, header in enumerate(program.units[file].interface.scopes):
            if header[0] == FUNCTION:
                yield from self._returned(program, holds, file, scope)
                yield from self._stepped(program, holds, file, scope)

    def _started(
        self, program: Program, holds: Holds, file: int, scope: int, spelled: frozenset[str]
    ) -> Iterator[Match]:
        """Tasks and threads that nobody waits for."""
        unit = program.units[file]
        if unit.header(scope).flags & GENERATOR:
            return
        body = unit.body(scope)
        for number, name in enumerate(unit.callees(scope)):
            call = body.calls[number]
            if name not in spelled or call[4] & AWAITED:
                continue
            row = self._row(program, Site(file, scope, number))
            if row is None or row.runs not in OUTLIVING or _waited(body, number) or _entered(body, call):
                continue
            if self._inner(program, file, scope, number):
                continue
            held = [h for h in self._held(holds, row, file, scope, call) if _borrowed(program, h)]
            held = [h for h in held if not self._taken(program, file, scope, call, h.value)]
            held = [h for h in held if not _owned(body, number, h.value)]
            way = program.way(file, scope) if held else None
            if way is None:
                continue
            one = min(held, key=repr)
            place = spelling(program.units[one.file].body(one.scope), one.value)
            how = "belongs to the request, yet what is started here may go on with it when the request has closed it"
            sure: Confidence = "high" if one.sure and not way.assumed else "medium"
            yield self._match(program, (file, scope, call[3]), place, how, sure)

    def _row(self, program: Program, site: Site) -> Row | None:
        callees = program.evaluator.calls.callees(site)
        return next((r for o in callees for r in program.evaluator.meaning.rows(o, self.spawner)), None)

    def _held(self, holds: Holds, row: Row, file: int, scope: int, call: tuple[Any, ...]) -> Iterator[Held]:
        """What the started thing works with: of what runs, its own; of the rest, what is handed over."""
        given = [*[("", a) for a in call[1]], *call[2]]
        first = max(row.argument, 0)
        runs = next((n for n, (name, _) in enumerate(given) if name and name in row.keywords), first)
        functions = holds.functions(file, scope, given[runs][1]) if runs < len(given) else []
        for number, (name, value) in enumerate(given):
            if number == runs:
                yield from holds.of(file, scope, value)
                continue
            yield from holds.given(file, scope, value)
            listed = value[1:] if name and type(value) is tuple and value[:1] == ("tuple",) else None
            for at, (key, each) in enumerate([("", v) for v in listed] if listed else [(name, value)]):
                yield from holds.carried(file, scope, each, functions, (at if listed else number - first - 1, key))

    def _taken(self, program: Program, file: int, scope: int, call: tuple[Any, ...], value: Any) -> bool:
        """Whether the function that is started closes the value itself: then it is its owner."""
        calls = program.units[file].body(scope).calls
        for given in _given(call):
            inner = calls[given] if type(given) is int else call
            names = [*_given(inner)] if type(given) is int else _given(call)[1:]
            site = Site(file, scope, given) if type(given) is int else None
            callees = program.evaluator.calls.callees(site) if site else program.evaluator.origins(file, scope, given)
            places = [n for n, v in enumerate(names) if contains(v, value)]
            if any(isinstance(o, Fn) and _closes(program, o, places) for o in callees):
                return True
        return False

    def _inner(self, program: Program, file: int, scope: int, number: int) -> bool:
        """Whether a nested function may wait for a task: it knows the name that the task is bound to."""
        unit = program.units[file]
        names = {n for n, v in unit.header(scope).bindings.items() if v == number and type(v) is int}
        inner = [n for n, h in enumerate(unit.interface.scopes) if h[2] == scope] if names else []
        return any(_speaks(c, names) for n in inner for c in unit.body(n).calls)

    def _returned(self, program: Program, holds: Holds, file: int, scope: int) -> Iterator[Match]:
        """What is returned out of the `with` or the generator that closes it."""
        unit = program.units[file]
        body = unit.body(scope)
        if unit.header(scope).flags & GENERATOR:
            return
        for value, position in body.returns:
            match value:
                case ("with", int(number)) if body.calls[number][4] & ENTERED and holds.is_one(file, scope, value):
                    how = "is returned out of the block that closes it: the caller gets a closed session"
                case ("iter", int(number)) if self._generates(program, file, scope, number) and holds.is_one(
                    file, scope, value
                ):
                    how = "is returned out of the loop over its generator, which closes it any time"
                case _:
                    continue
            yield self._match(program, (file, scope, position), spelling(body, value), how, "high")

    def _stepped(self, program: Program, holds: Holds, file: int, scope: int) -> Iterator[Match]:
        """What is taken out of a generator by one step, of which nobody takes the second."""
        unit = program.units[file]
        body = unit.body(scope)
        for number, (callee, arguments, _, position, _, _) in enumerate(body.calls):
            name = last_name(callee)
            if name not in STEPS:
                continue
            source = arguments[0] if callee == name and arguments else receiver(callee)
            made = call_of(source)
            if made < 0 or type(source) is not int or not self._generates(program, file, scope, made):
                continue
            if not holds.is_one(file, scope, ("iter", made)):
                continue
            uses = [c for n, c in enumerate(body.calls) if n != number and _uses(c, made)]
            closed = any(call_of(receiver(c[0])) == number and last_name(c[0]) in CLOSING for c in body.calls)
            stored = any(contains(s[3], n) for s in body.stores for n in (made, number))
            kept = stored or any(contains(v, made) for v, _ in body.returns)
            if uses or closed or kept or program.entries.starts_up(file, scope):
                continue
            how = "is taken one step and left suspended: it closes its session any time, or never"
            yield self._match(program, (file, scope, position), spelling(body, made), how, "high")

    def _generates(self, program: Program, file: int, scope: int, number: int) -> bool:
        """Whether a call gives a plain generator of the program."""
        callees = program.evaluator.calls.callees(Site(file, scope, number))
        headers = [program.units[o.file].header(o.scope) for o in callees if isinstance(o, Fn)]
        return bool(headers) and all(h.flags & GENERATOR and not h.decorators for h in headers)

    def _match(self, program: Program, at: tuple[int, int, int], place: str, how: str, confidence: Confidence) -> Match:
        file, scope, position = at
        way = program.way(file, scope)
        return Match(
            file=file, scope=scope, position=position, place=place, confidence=confidence,
            words={"place": place, "how": how}, trace=program.trace(way) if way else (),
            entries=way.entries if way else 0,
        )  # fmt: skip


def _closes(program: Program, fn: Fn, places: list[int]) -> bool:
    """Whether a function closes one of its parameters, given by their places."""
    unit = program.units[fn.file]
    params = [row[0] for row in unit.header(fn.scope).params][fn.receiver is not None :]
    paths = {f"${params[n]}" for n in places if n < len(params)}
    body = unit.body(fn.scope)
    entered = any(kind == "with" and any(contains(v, p) for p in paths) for kind, _, v in body.regions)
    return entered or any(receiver(c[0]) in paths and last_name(c[0]) in CLOSING for c in body.calls)


def _given(call: tuple[Any, ...]) -> list[Any]:
    return [*call[1], *[v for _, v in call[2]]]


def _uses(call: tuple[Any, ...], number: int) -> bool:
    return contains(receiver(call[0]), number) or any(contains(v, number) for v in _given(call))


def _owned(body: Body, number: int, value: Any) -> bool:
    """Whether the object that has the value also keeps the task, and ends it when it likes."""
    first = value.partition(".")[0] if type(value) is str and "." in value else None
    return first is not None and any(s[1] == first and contains(s[3], number) for s in body.stores)


def _waited(body: Body, number: int) -> bool:
    """Whether the function waits for a task, ends it or hands it to its caller, alone or in a list."""
    kept = [number]
    for callee, arguments, _, _, _, _ in body.calls:
        base = call_of(receiver(callee))
        if base >= 0 and last_name(callee) in ("append", "add") and any(contains(a, number) for a in arguments):
            kept.append(base)
    if any(contains(v, n) for n in kept for v, _ in (*body.returns, *body.yields)):
        return True
    if any(kind == "loop" and contains(v, n) for n in kept for kind, _, v in body.regions):
        return True
    for place, call in enumerate(body.calls):
        if place == number:
            continue
        for n in kept:
            if contains(receiver(call[0]), n) and last_name(call[0]) in WAITS:
                return True
            if call[4] & (AWAITED | ITERATED) and any(contains(v, n) for v in _given(call)):
                return True
            if last_name(call[0]) in WAIT_FOR and any(contains(v, n) for v in _given(call)):
                return True
    return False


def _entered(body: Body, call: tuple[Any, ...]) -> bool:
    """Whether what a task is started by is entered around it, and waits at its end."""
    base = call_of(receiver(call[0]))
    return base >= 0 and (
        bool(body.calls[base][4] & ENTERED) or any(call_of(m) == base for m in managers(body, call[5]))
    )  # fmt: skip


def _borrowed(program: Program, one: Held) -> bool:
    """Whether somebody else closes a value: it is a parameter, or entered; what is made here may be the task's."""
    value = one.value
    if type(value) is str:
        return value.startswith("$") and not _made_inside(program, one)
    number = call_of(value)
    if number < 0:
        return False
    body = program.units[one.file].body(one.scope)
    if type(value) is tuple and value[0] == "with":
        return True
    return any(call_of(receiver(c[0])) == number and last_name(c[0]) in CLOSING for c in body.calls)


def _made_inside(program: Program, one: Held) -> bool:
    """Whether a value hangs on an object whose own methods make it: then nobody closes it with the request."""
    base, _, name = one.value.rpartition(".")
    made = [
        v[1] if type(v) is tuple and v[:1] == (":",) else v
        for o in (program.evaluator.origins(one.file, one.scope, base) if base else ()) if isinstance(o, Obj)
        for _, v in program.evaluator.members.attributes(o.cls).get(name, ())
    ]  # fmt: skip
    return any(type(v) is int for v in made) and all(type(v) is int or v == NOTHING for v in made)


def _speaks(call: tuple[Any, ...], names: set[str]) -> bool:
    values = [call[0], *_given(call)]
    return any(type(v) is str and v.partition(".")[0] in names for v in values) or any(
        contains(v, n) for v in values for n in names
    )
