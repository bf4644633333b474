"""Protocol: is what gives a value used in a way that it does not have: entered, iterated, or not awaited?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match
from isolint.facts import ASYNC, AWAITED, ENTERED, FUNCTION, GENERATOR, ITERATED, Header
from isolint.program import Program
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site
from isolint.program.words import snake

OF_COROUTINES = frozenset({"close", "send", "throw"})


@dataclass(frozen=True, slots=True)
class Protocol:
    """Functions of the program that give values of the kinds `values`: generators, context managers, coroutines.

    `managers` are the decorators that turn a generator into a context manager; `named` are words in the names of the
    functions that are looked at.
    """

    values: tuple[str, ...]
    managers: tuple[str, ...]
    named: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each wrong use."""
        for file in program.asked:
            if program.roles[file] != "application":
                continue
            unit = program.units[file]
            spelled = program.spelled(file, program.once(_spoken, self.named))
            for scope in range(1, len(unit.interface.scopes)) if spelled else ():
                names = unit.callees(scope)
                if spelled.isdisjoint(names):
                    continue
                calls = unit.body(scope).calls
                used = _attributes(calls)
                for number, name in enumerate(names):
                    flags = calls[number][4]
                    wanting = flags & (ENTERED | ITERATED) or number in used
                    if name in spelled and wanting and not flags & AWAITED:
                        yield from self._call(program, Site(file, scope, number), used.get(number, set()))

    def _call(self, program: Program, site: Site, used: set[str]) -> Iterator[Match]:
        callees = program.evaluator.calls.callees(site)
        functions = [o for o in callees if isinstance(o, Fn)]
        if not functions or len(functions) < len(callees):
            return
        call = program.units[site.file].body(site.scope).calls[site.call]
        told = {self._wrong(program, fn, call[4], used) for fn in functions}
        how = told.pop() if len(told) == 1 else ""
        if not how or not all(self._gives(program, f, site) for f in functions):
            return
        way = program.way(site.file, site.scope)
        place = last_name(call[0])
        yield Match(
            file=site.file, scope=site.scope, position=call[3], place=place, words={"place": place, "how": how},
            trace=program.trace(way) if way else (), entries=way.entries if way else 0,
        )  # fmt: skip

    def _wrong(self, program: Program, fn: Fn, flags: int, used: set[str]) -> str:
        """What is wrong with a use of what a function gives, or nothing."""
        unit = program.units[fn.file]
        header = unit.header(fn.scope)
        if self._overridden(program, fn, header):
            return ""
        if header.decorators:
            entered = len(header.decorators) == 1 and flags & ITERATED and self._manages(program, fn, header)
            return "is a context manager, and cannot be iterated: enter it" if entered else ""
        if header.flags & GENERATOR:
            kind = "an async generator" if header.flags & ASYNC else "a generator"
            return f"is {kind}, and cannot be entered: it is no context manager" if flags & ENTERED else ""
        if not header.flags & ASYNC:
            return ""
        if flags & ENTERED:
            return "is a coroutine function, and what it gives is entered without being awaited"
        if flags & ITERATED:
            return "is a coroutine function, and what it gives is iterated without being awaited"
        wanted = sorted(n for n in used - OF_COROUTINES if not n.startswith("__"))
        return f"is a coroutine function, and `{wanted[0]}` is called before it is awaited" if wanted else ""

    def _manages(self, program: Program, fn: Fn, header: Header) -> bool:
        origins = program.evaluator.origins(fn.file, header.parent, header.decorators[0])
        return bool(origins) and all(isinstance(o, Ext) and o.path in self.managers for o in origins)

    def _overridden(self, program: Program, fn: Fn, header: Header) -> bool:
        """Whether a method may be another one: of a class below."""
        owner = program.units[fn.file].owner(fn.scope)
        if owner < 0:
            return False
        below = program.evaluator.members.below(Cls(fn.file, owner))
        return any(header.name in program.units[c.file].header(c.scope).bindings for c in below)

    def _gives(self, program: Program, fn: Fn, site: Site) -> bool:
        """Whether a function, of whose name it is to be expected, gives such a value: nothing else is known of it."""
        found = program.evaluator.calls.returned(fn, site)
        if any(program.evaluator.meaning.has_kind(o, kind) for o in found for kind in self.values):
            return True
        return not any(isinstance(o, Obj) for o in found)  # an object of the program is something else


def _spoken(program: Program, named: tuple[str, ...]) -> frozenset[str]:
    """The names of coroutines and generators of the application that say that they give such a value."""
    own = (unit for unit, role in zip(program.units, program.roles, strict=True) if role == "application")
    names = {name for unit in own for name in unit.once(_suspended)}
    telling = [name for name in names if any(word in name.lower() for word in named)]
    return frozenset(name for name in telling if not set(named).isdisjoint(snake(name).split("_")))


def _suspended(unit: Unit) -> tuple[str, ...]:
    """The names of the coroutines and generators of a file."""
    functions = (header for header in unit.interface.scopes if header[0] == FUNCTION)
    return tuple([header[1] for header in functions if header[4] & (ASYNC | GENERATOR)])


def _attributes(calls: tuple[tuple[Any, ...], ...]) -> dict[int, set[str]]:
    """The methods that are called on the results of calls: number -> names."""
    found: dict[int, set[str]] = {}
    for callee, *_ in calls:
        base = receiver(callee)
        if type(base) is int:
            found.setdefault(base, set()).add(last_name(callee))
    return found
