"""Makers: the functions of a program that rows of the vocabulary name, and how a place can call them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from isolint.change import Change
from isolint.facts import FUNCTION, GENERATOR
from isolint.program import Program
from isolint.program.values.origins import Cls, Fn, Obj, Site
from isolint.repairs.naming import named
from isolint.repairs.scope import Scope
from isolint.vocabulary import Row

ON_CLASS = frozenset({"classmethod", "staticmethod"})


class Maker(NamedTuple):
    """A function, or a method of a class, that makes something: `home` is what has to be named."""

    home: Cls | Fn
    method: str
    function: Fn


class Callee(NamedTuple):
    """How a place says a maker, and the changes that it takes to be there."""

    text: str
    changes: tuple[tuple[str, Change], ...]


@dataclass(frozen=True, slots=True)
class Makers:
    """Answers for one program."""

    program: Program

    def of(self, row: Row) -> tuple[Maker, ...]:
        """The makers that a row names: a function, a method, or any public method of a class."""
        found: dict[Maker, None] = {}
        for home, rest in self._homes(row):
            if isinstance(home, Fn):
                made = [] if rest else [Maker(home, "", home)]
            else:
                made = [m for name in rest or self._public(home) if (m := self._method(home, name))]
            found |= dict.fromkeys(made)
        headers = {m: self.program.units[m.function.file].header(m.function.scope) for m in found}
        return tuple(m for m, header in headers.items() if not header.flags & GENERATOR)

    def callee(self, scope: Scope, site: Site, maker: Maker) -> Callee | None:
        """How a call can call a maker: on an object in scope, or by its name."""
        home = maker.home
        if isinstance(home, Fn) or self._is_on_class(maker.function):
            said = named(self.program, site.file, site.scope, home)
            return Callee(f"{said.text}{maker.method and '.'}{maker.method}", said.changes) if said else None
        there = scope.instances(site, home)
        if there:
            return Callee(f"{there[0].text}.{maker.method}", ()) if len(there) == 1 else None
        said = named(self.program, site.file, site.scope, home)
        if said is None or not self._is_made_of_nothing(scope, home):
            return None
        return Callee(f"{said.text}().{maker.method}", said.changes)

    def _homes(self, row: Row) -> Iterator[tuple[Cls | Fn, tuple[str, ...]]]:
        """The classes and functions of the application that a row begins with, and the names behind."""
        steps = row.path.removeprefix("*.").split(".")
        trailing = row.path.startswith("*.")
        for number, step in enumerate(steps[:1] if trailing else steps):
            for home in self.program.evaluator.names.definitions(step.removesuffix("()")):
                path = ".".join(steps[: number + 1]).removesuffix("()")
                there = trailing or self.program.evaluator.meaning.canonical(home) == path
                if there and len(steps) <= number + 2 and self.program.roles[home.file] == "application":
                    yield home, tuple(steps[number + 1 :])

    def _method(self, cls: Cls, name: str) -> Maker | None:
        """The one function that a method of a class is."""
        found = self.program.evaluator.members.member(cls, name, Obj(cls, None))
        if len(found) != 1 or not isinstance(found[0], Fn):
            return None
        return Maker(cls, name, found[0])

    def _public(self, cls: Cls) -> list[str]:
        unit = self.program.units[cls.file]
        headers = [unit.header(method) for method in self.program.evaluator.members.methods(cls)]
        return [h.name for h in headers if h.kind == FUNCTION and not h.name.startswith("_")]

    def _is_on_class(self, function: Fn) -> bool:
        return not ON_CLASS.isdisjoint(self.program.units[function.file].header(function.scope).decorators)

    def _is_made_of_nothing(self, scope: Scope, cls: Cls) -> bool:
        """Whether a class of the program can be called without arguments."""
        line = self.program.evaluator.members.mro(cls)
        return all(isinstance(b, Cls) for b in line) and all(s.default != () for s in scope.signatures.of(cls))
