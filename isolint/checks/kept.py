"""Kept: is a value of a short-lived kind kept on an object that outlives the request?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match, certain
from isolint.facts import CLASS
from isolint.program import Program
from isolint.program.lifetimes import Lasting
from isolint.program.origins import Arg, Cls, Origins
from isolint.program.reach import snake


@dataclass(frozen=True, slots=True)
class Kept:
    """Values of kind `value` stored on `self`, where an instance of the class is proved to outlive the request.

    `named` are words in an attribute's name for which the callers of an unannotated parameter are asked.
    """

    value: str
    named: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each store."""
        kinds = program.carriers(self.value) | {"session", "db_session", "connection"} | set(self.named)
        for file in program.asked:
            if program.roles[file] != "application":
                continue
            unit = program.units[file]
            if kinds.isdisjoint(unit.interface.mentions):
                continue
            for scope in range(1, len(unit.interface.scopes)):
                if unit.interface.scopes[scope][0] == CLASS:
                    yield from self._class(program, Cls(file, scope))

    def _class(self, program: Program, cls: Cls) -> Iterator[Match]:
        unit = program.units[cls.file]
        if {"__enter__", "__aenter__"} & set(unit.header(cls.scope).bindings):
            return  # a unit of work: it opens and closes what it keeps
        lasting: Lasting | None = None
        seen: set[tuple[int, str]] = set()
        for method in program.evaluator.members.methods(cls):
            params = unit.header(method).params
            first = f"${params[0][0]}" if params else ""
            for kind, base, key, value, position, _ in unit.body(method).stores:
                if kind != "attr" or base != first or not isinstance(key, str) or (method, key) in seen:
                    continue
                if value == ("=", None) or (type(value) is tuple and value[:2] == (":", ("=", None))):
                    continue
                if not self._is(program, self._origins(program, cls.file, method, key, value)):
                    continue
                lasting = lasting or self._outlives(program, cls)
                if lasting is None:
                    return
                seen.add((method, key))
                yield self._match(program, cls, method, key, position, lasting)

    def _origins(self, program: Program, file: int, scope: int, key: str, value: Any) -> Origins:
        origins = program.evaluator.origins(file, scope, value)
        if any(type(o) is Arg for o in origins) and set(self.named) & set(snake(key).split("_")):
            return program.expanded(origins)
        return origins

    def _is(self, program: Program, origins: Origins) -> bool:
        return any(program.evaluator.meaning.has_kind(o, self.value) for o in origins)

    def _outlives(self, program: Program, cls: Cls) -> Lasting | None:
        found = program.lifetimes.instance(cls)
        for inner in () if found else program.subclasses(cls):
            found = program.lifetimes.instance(inner)
            if found:
                break
        return found

    def _match(self, program: Program, cls: Cls, method: int, key: str, position: int, lasting: Lasting) -> Match:
        name = program.units[cls.file].header(cls.scope).name
        path, span = program.span(lasting.file, lasting.position)
        return Match(
            file=cls.file, scope=method, position=position, place=f"{name}.{key}", confidence=certain(program),
            words={"place": f"{name}.{key}", "keeper": lasting.name, "class": name},
            related=(program.step(lasting.file, lasting.position, f"`{lasting.name}` lives as long as the process"),),
            declared=(path, span.line),
        )  # fmt: skip
