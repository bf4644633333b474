"""Placed: is a value of a short-lived kind made, kept or handed out at application lifetime?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from isolint.checks.match import Match, certain
from isolint.checks.narrowed import narrowed
from isolint.facts import CLASS, DISCARDED, FUNCTION, LAMBDA
from isolint.program import Program
from isolint.program.entry.callers import direct, numbers
from isolint.program.values.origins import Cls, Ext, Fn, Mod, Obj, Origins, Site


@dataclass(frozen=True, slots=True)
class Placed:
    """Values of kind `value` made at module or class level, kept in a global or on a class, or cached."""

    value: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place."""
        asked = [file for file in program.asked if program.roles[file] == "application"]
        yield from narrowed(program, asked, partial(program.carriers.spoken, self.value), partial(self._in, program))

    def _in(self, program: Program, file: int) -> Iterator[Match]:
        for scope, header in enumerate(program.units[file].interface.scopes):
            if header[0] != FUNCTION:
                yield from self._bound(program, file, scope)
            if header[0] != CLASS:
                yield from self._stored(program, file, scope)
            if header[0] == FUNCTION:
                yield from self._enclosed(program, file, scope)
                yield from self._handed_out(program, file, scope)
                yield from self._defaults(program, file, scope)

    def _is(self, program: Program, origins: Origins) -> bool:
        made = [o for o in origins if isinstance(o, Ext | Obj) and o.site]
        return any(program.evaluator.meaning.has_kind(o, self.value) for o in made)

    def _bound(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """Names of a module or class."""
        unit = program.units[file]
        header = unit.header(scope)
        for name, value in header.bindings.items():
            for number in direct(value):
                site = Site(file, scope, number)
                made = program.evaluator.origins(file, scope, value)
                if not self._is(program, made) and not self._annotated(program, file, scope, value):
                    continue
                if any(_begins(c[0], f"{name}.") and c[4] & DISCARDED for c in unit.body(scope).calls):
                    continue  # what a module makes and works with at once is a script's
                if header.kind == CLASS or program.lifetimes.site(site):
                    place = f"{program.symbol(file, scope)}.{name}"
                    yield self._match(
                        program,
                        file,
                        scope,
                        unit.body(scope).calls[number][3],
                        place,
                        "is made once, when it is imported",
                    )

    def _defaults(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """What is made in a default of a function that a module or class defines."""
        unit = program.units[file]
        header = unit.header(scope)
        if unit.header(header.parent).kind == FUNCTION:
            return
        for name, _, default, _ in header.params:
            for number in direct(default):
                if self._is(program, program.evaluator.origins(file, header.parent, number)):
                    position = unit.body(header.parent).calls[number][3]
                    place = f"{program.symbol(file, scope)}({name})"
                    how = "is made once, when the function is defined"
                    yield self._match(program, file, scope, position, place, how)

    def _annotated(self, program: Program, file: int, scope: int, value: Any) -> bool:
        """Whether what nobody knows is annotated as such a value; in a class it may be a field's declaration."""
        if scope or type(value) is not tuple or value[0] != ":":
            return False
        told = program.evaluator.annotations.instances(file, scope, value[2])
        return any(program.evaluator.meaning.has_kind(o, self.value) for o in told)

    def _enclosed(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """Names of a function that runs once and registers inner functions which use them."""
        closures = program.lifetimes.closures
        calls = program.units[file].body(scope).calls if closures.last(file, scope) else ()
        for number, call in enumerate(calls):
            site = Site(file, scope, number)
            if self._is(program, program.evaluator.origins(file, scope, number)) and (name := closures.holding(site)):
                yield self._match(program, file, scope, call[3], name, "is made once, for all that uses it")

    def _stored(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """What a function or a module stores in a global, under a constant key of one, on a class or on a state."""
        unit = program.units[file]
        header = unit.header(scope)
        for kind, base, key, value, position, region in unit.body(scope).stores:
            if scope == 0 and program.lifetimes.guarded(file, scope, region):
                continue
            if kind == "name" and unit.header(header.parent).kind != FUNCTION:
                place = f"{program.modules.dotted(file)}.{key}"
            elif kind == "item" and type(key) is tuple and key[0] == "=" and self._global(program, file, base):
                place = f"{program.modules.dotted(file)}.{base}[{key[1]!r}]"
            elif kind == "attr" and isinstance(key, str) and (keeper := self._long(program, file, scope, base)):
                place = f"{keeper}.{key}"
            else:
                continue
            if self._is(program, program.evaluator.origins(file, scope, value)):
                yield self._match(program, file, scope, position, place, "is kept for the whole process")

    def _handed_out(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """What a cached function, or a lambda over a name of the application, gives to everybody."""
        unit = program.units[file]
        header, body = unit.header(scope), unit.body(scope)
        remembered = (header.decorators and program.lifetimes.cached(file, scope)) or self._captures(
            program, file, scope
        )
        if remembered and any(self._is(program, program.evaluator.origins(file, scope, v)) for v, _ in body.returns):
            place = program.symbol(file, scope)
            yield self._match(program, file, scope, header.position, place, "hands out one and the same")

    def _global(self, program: Program, file: int, base: object) -> bool:
        """Whether a path hangs on a name of the module."""
        return type(base) is str and base.partition(".")[0] in program.units[file].header(0).bindings

    def _long(self, program: Program, file: int, scope: int, base: object) -> str:
        """The name of a class or module that something is stored on."""
        for origin in program.evaluator.origins(file, scope, base):
            if isinstance(origin, Cls | Fn) or (isinstance(origin, Mod) and origin.file != file):
                return program.evaluator.meaning.canonical(origin)
            if program.evaluator.meaning.has_kind(origin, "application-state"):
                return program.evaluator.meaning.canonical(origin).replace("()", "")
        return ""

    def _captures(self, program: Program, file: int, scope: int) -> bool:
        """Whether a lambda returns a name of the application, instead of making a value of its own."""
        unit = program.units[file]
        header = unit.header(scope)
        if not header.flags & LAMBDA or header.params:
            return False
        return all(isinstance(v, str) for v, _ in unit.body(scope).returns) and not numbers(header.decorators)

    def _match(self, program: Program, file: int, scope: int, position: int, place: str, how: str) -> Match:
        path, span = program.span(file, position)
        return Match(
            file=file, scope=scope, position=position, place=place, words={"place": place, "how": how},
            confidence=certain(program), declared=(path, span.line),
        )  # fmt: skip


def _begins(value: Any, start: str) -> bool:
    return type(value) is str and value.startswith(start)
