"""Together: is one value of a kind worked with by things that run at the same time?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from isolint.checks.match import Match
from isolint.facts import AWAITED, FUNCTION, Body, unpack
from isolint.program import Program
from isolint.program.flow.holds import Held, Holds, contains_loop
from isolint.program.flow.regions import call_of, chain, contains, exclusive, loops
from isolint.program.flow.spelling import spelling
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Site
from isolint.vocabulary import Row

GROWING = frozenset({"append", "extend", "add"})
JOINS = frozenset({"join", "result"})
IN_TURN = frozenset({"inline", "in-turn"})  # how a spawner runs one thing after the other


@dataclass(frozen=True, slots=True)
class Task:
    """Something that runs beside others: the call that starts it or gives it, and whether there are many of it."""

    value: Any
    region: int
    repeated: frozenset[int] = frozenset()
    many: bool = False
    held: frozenset[Held] = field(default=frozenset())


Started = tuple[int, int, Task]
"""A task with the call that starts it, and the one at which it has ended."""


@dataclass(frozen=True, slots=True)
class Together:
    """Values of kind `value` given to two or more coroutines or threads that something of kind `spawner` runs."""

    value: str
    spawner: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each value and function."""
        holds = Holds(program.evaluator, self.value)
        names = program.vocabulary.lasts(self.spawner)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, names) if program.roles[file] == "application" else frozenset()
            if not spelled:
                continue
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] == FUNCTION and not spelled.isdisjoint(unit.callees(scope)):
                    yield from self._scope(program, holds, file, scope, spelled)

    def _scope(self, program: Program, holds: Holds, file: int, scope: int, spelled: frozenset[str]) -> Iterator[Match]:
        told: set[tuple[int, int, Any]] = set()
        body = program.units[file].body(scope)
        for number, tasks in self._groups(program, file, scope, spelled):
            held = [
                Task(t.value, t.region, t.repeated, t.many, holds.of(file, scope, t.value)) for t in tasks
            ]  # fmt: skip
            for one in sorted({h for t in held for h in t.held}, key=repr):
                key = (one.file, one.scope, one.value)
                if key not in told and _shared(body, scope, one, held):
                    told.add(key)
                    yield self._match(program, Site(file, scope, number), one)

    def _groups(
        self, program: Program, file: int, scope: int, spelled: frozenset[str]
    ) -> Iterator[tuple[int, list[Task]]]:
        """What runs at the same time, with the call that is to blame: first what is gathered, then what is started."""
        body = program.units[file].body(scope)
        rows = {
            n: row for n, c in enumerate(body.calls)
            if last_name(c[0]) in spelled and (row := self._row(program, Site(file, scope, n)))
        }  # fmt: skip
        inline = frozenset(n for n, row in rows.items() if row.runs == "inline")
        started: dict[Any, list[Started]] = {}
        for number, row in rows.items():
            call = body.calls[number]
            if row.runs in IN_TURN:
                continue
            listed = call[1][row.argument] if row.runs == "together" and 0 <= row.argument < len(call[1]) else None
            if row.argument < 0 and row.runs == "together":
                yield number, [t for a in call[1] for t in _tasks(body, a, call[5])]
            elif _is_list(body, listed):
                yield number, list(_elements(body, listed, call[5]))
            elif not call[4] & AWAITED and not _waited(body, number):
                end = _ended(body, number, inline)
                around = set(loops(body, call[5])) if end == len(body.calls) else set()
                base = call_of(receiver(call[0]))
                outside = set(loops(body, body.calls[base][5])) if base >= 0 else set()
                repeated = frozenset(around - outside)
                task = Task(number, call[5], repeated, many=bool(repeated))
                started.setdefault(base if row.runs == "together" else row.runs, []).append((number, end, task))
        for found in started.values():
            beside = [(n, task) for n, end, task in found if end == len(body.calls) or _beside(n, found)]
            if beside:
                yield beside[-1][0], [task for _, task in beside]

    def _row(self, program: Program, site: Site) -> Row | None:
        callees = program.evaluator.calls.callees(site)
        return next((r for o in callees for r in program.evaluator.meaning.rows(o, self.spawner)), None)

    def _match(self, program: Program, site: Site, one: Held) -> Match:
        unit = program.units[site.file]
        way = program.way(site.file, site.scope)
        place = spelling(program.units[one.file].body(one.scope), one.value)
        return Match(
            file=site.file, scope=site.scope, position=unit.body(site.scope).calls[site.call][3], place=place,
            confidence="high" if one.sure else "medium", words={"place": place, "entry": unit.qualname(site.scope)},
            trace=program.trace(way) if way else (), entries=way.entries if way else 0,
        )  # fmt: skip


def _tasks(body: Body, value: Any, until: int) -> Iterator[Task]:
    """What an argument gives to run: itself, or the elements of an unpacked list, built before as it may be."""
    match value:
        case ("*", inner):
            yield from _elements(body, inner, until)
        case _:
            yield Task(value, _region(body, value, until))


def _is_list(body: Body, value: Any) -> bool:
    """Whether a value is a list that the function builds."""
    while type(value) is tuple and value and value[0] == ":":
        value = value[1]
    if type(value) is int:
        return last_name(body.calls[value][0]) in ("list", "set") and type(body.calls[value][0]) is str
    return type(value) is tuple and bool(value) and value[0] in ("list", "tuple", "set")


def _elements(body: Body, value: Any, until: int) -> Iterator[Task]:
    match value:
        case (":", inner, _):
            yield from _elements(body, inner, until)
        case ("|" | "<-", *members):
            for member in members:
                yield from _elements(body, member, until)
        case ("list" | "tuple" | "set", *items):
            for item in items:
                each = len(items) == 1 and _differs(body, item)
                yield Task(item, _region(body, item, until), many=each)
            yield from _added(body, value, until)
        case int() if last_name(body.calls[value][0]) == "map" and body.calls[value][1]:
            yield Task(body.calls[value][1][0], body.calls[value][5], many=True)
        case int():
            for argument in body.calls[value][1]:
                yield from _elements(body, argument, until)
            yield from _added(body, value, until)


def _added(body: Body, made: Any, until: int) -> Iterator[Task]:
    """What is added to a list."""
    outside = {*loops(body, until)}
    if type(made) is int:
        outside |= set(loops(body, body.calls[made][5]))
    for callee, arguments, _, _, _, region in body.calls:
        if last_name(callee) not in GROWING or not arguments:
            continue
        base = receiver(callee)
        while type(base) is tuple and base and base[0] == ":":
            base = base[1]
        if base is None or base != made or type(base) is not type(made):
            continue
        repeated = frozenset(set(loops(body, region)) - outside)
        if last_name(callee) == "extend":
            yield from _elements(body, arguments[0], until)
        else:
            yield Task(arguments[0], region, repeated, many=bool(repeated))


def _differs(body: Body, value: Any) -> bool:
    """Whether a comprehension's element: it is made from what a loop gives."""
    if type(value) is int:
        callee, arguments, keywords, *_ = body.calls[value]
        return any(_differs(body, v) for v in (callee, *arguments, *[v for _, v in keywords]))
    if type(value) is tuple and value and value[0] not in ("=", "def", "import"):
        return value[0] == "iter" or any(_differs(body, v) for v in value[1:])
    return False


def _region(body: Body, value: Any, otherwise: int) -> int:
    number = call_of(value)
    return int(body.calls[number][5]) if number >= 0 else otherwise


def _waited(body: Body, number: int) -> bool:
    """Whether a task is waited for right after it is started: given to something that is awaited in the same loops."""
    around = loops(body, body.calls[number][5])
    for _, arguments, keywords, _, flags, region in body.calls[number + 1 :]:
        if flags & AWAITED and loops(body, region) == around:
            return any(contains(v, number) for v in (*arguments, *[v for _, v in keywords]))
    return False


def _ended(body: Body, number: int, inline: frozenset[int]) -> int:
    """The call in the same loops that joins what is started or runs it to its end; where none does, past the last."""
    around = loops(body, body.calls[number][5])
    for at, (callee, arguments, _, _, _, region) in enumerate(body.calls):
        joins = last_name(callee) in JOINS and contains(receiver(callee), number)
        if (joins or (at in inline and any(contains(v, number) for v in arguments))) and loops(body, region) == around:
            return at
    return len(body.calls)


def _beside(number: int, tasks: list[Started]) -> bool:
    """Whether another task runs between the start and the end of one."""
    end = next(e for n, e, _ in tasks if n == number)
    return any(n < end and number < e for n, e, _ in tasks if n != number)


def _shared(body: Body, scope: int, one: Held, tasks: Iterable[Task]) -> bool:
    """Whether two of the tasks work with one value; not where another branch gives each task its own."""
    using = [t for t in tasks if one in t.held]
    others = [t for t in tasks if one not in t.held]
    if any(all(exclusive(body, o.region, t.region) for t in using) for o in others):
        return False
    if any(t.many and not _fresh(body, scope, one, t) for t in using):
        return True
    return any(
        not exclusive(body, first.region, second.region)
        for number, first in enumerate(using)
        for second in using[number + 1 :]
    )


def _fresh(body: Body, scope: int, one: Held, task: Task) -> bool:
    """Whether each round of the loop that starts a task makes a value of its own."""
    number = call_of(one.value)
    if one.scope != scope or number < 0:
        return contains_loop(one.value)
    made = body.calls[number]
    if task.repeated & set(chain(body, made[5])):
        return True
    return type(task.value) is int and _within(body.calls[task.value][3], made[3])


def _within(outer: int, inner: int) -> bool:
    whole, part = unpack(outer), unpack(inner)
    return (whole.line, whole.column) <= (part.line, part.column) and (part.end_line, part.end_column) <= (
        whole.end_line, whole.end_column,
    )  # fmt: skip
