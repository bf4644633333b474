"""Kept: is a value of a short-lived kind kept on an object that outlives the request?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from isolint.checks.match import Match, certain, lower
from isolint.checks.narrowed import narrowed
from isolint.facts import CLASS, FUNCTION
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.lifetimes import Lasting
from isolint.program.values.origins import Arg, Cls, Obj, Origins, join, known
from isolint.program.words import snake

NOTHING = ("=", None)


@dataclass(frozen=True, slots=True)
class Kept:
    """Values of kind `value` stored on an object that is proved to outlive the request.

    The object is `self` of a class of which such an instance is made, or another that is known where the store stands.
    `named` are names, and words in names, of attributes for which the callers of an unannotated parameter are asked.
    """

    value: str
    named: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each store."""
        asked = [file for file in program.asked if program.roles[file] == "application"]
        yield from narrowed(program, asked, partial(self._spoken_of, program), partial(self._in, program))

    def _spoken_of(self, program: Program, file: int) -> bool:
        """Whether a file mentions a name that such things go by."""
        named = not program.units[file].interface.mentions.isdisjoint(self.named)
        return named or program.carriers.spoken(self.value, file)

    def _in(self, program: Program, file: int) -> Iterator[Match]:
        unit = program.units[file]
        for scope in range(1, len(unit.interface.scopes)):
            if unit.interface.scopes[scope][0] == CLASS:
                yield from self._class(program, Cls(file, scope))
            elif unit.interface.scopes[scope][0] == FUNCTION:
                yield from self._others(program, file, scope)

    def _class(self, program: Program, cls: Cls) -> Iterator[Match]:
        """What the methods of a class store on their own object."""
        unit = program.units[cls.file]
        if {"__enter__", "__aenter__"} & set(unit.header(cls.scope).bindings):
            return  # a unit of work: it opens and closes what it keeps
        yield from self._fields(program, cls)
        lasting: Lasting | None = None
        seen: set[tuple[int, str]] = set()
        for method in program.evaluator.members.methods(cls):
            params = unit.header(method).params
            first = f"${params[0][0]}" if params else ""
            for kind, base, key, value, position, _ in unit.body(method).stores:
                if kind != "attr" or base != first or not isinstance(key, str) or (method, key) in seen:
                    continue
                sure = self._keeps(program, cls, method, key, value)
                if sure is None:
                    continue
                lasting = lasting or self._outlives(program, cls)
                if lasting is None:
                    return
                seen.add((method, key))
                place = f"{unit.header(cls.scope).name}.{key}"
                yield self._match(program, (cls.file, method, position), place, lasting, sure)

    def _fields(self, program: Program, cls: Cls) -> Iterator[Match]:
        """What a class without `__init__` is given for its fields, where the object that is made lasts."""
        header = program.units[cls.file].header(cls.scope)
        if "__init__" in header.bindings or not header.decorators:
            return
        for site in program.lifetimes.sites(cls):
            lasting = program.lifetimes.site(site)
            for name in header.bindings if lasting else ():
                held = program.evaluator.attribute((Obj(cls, site),), name)
                if lasting and self._is(program, held, cls.file) and name in header.places:
                    place = f"{header.name}.{name}"
                    yield self._match(program, (cls.file, cls.scope, header.places[name]), place, lasting, "high")
            if lasting:
                return

    def _keeps(self, program: Program, cls: Cls, method: int, key: str, value: Any) -> Confidence | None:
        """How sure it is that an attribute holds such a value."""
        declared = type(value) is tuple and value[0] == ":" and value[1] == NOTHING
        if value == NOTHING or (declared and not self._used(program, cls, key)):
            return None
        origins = self._origins(program, cls.file, method, key, value)
        if not known(origins) and type(value) is int and set(self.named) & set(snake(key).split("_")):
            origins = self._made_by(program, cls, method, value)
        if not self._is(program, origins, cls.file):
            return None
        return "medium" if declared else "high"

    def _used(self, program: Program, cls: Cls, key: str) -> bool:
        """Whether a class calls methods of what it has only declared, and never sets: somebody else sets it."""
        unit = program.units[cls.file]
        stores = program.evaluator.members.attributes(cls).get(key, ())
        if key.startswith("_") or any(v != NOTHING and v[:2] != (":", NOTHING) for _, v in stores if type(v) is tuple):
            return False
        for method in program.evaluator.members.methods(cls):
            params = unit.header(method).params
            first = f"${params[0][0]}.{key}." if params else "$"
            if any(type(c[0]) is str and c[0].startswith(first) for c in unit.body(method).calls):
                return True
        return False

    def _others(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """What a function stores on an object of somebody else's that lasts."""
        unit = program.units[file]
        params = unit.header(scope).params
        first = f"${params[0][0]}" if params and unit.owner(scope) >= 0 else ""
        for kind, base, key, value, position, _ in unit.body(scope).stores:
            if kind != "attr" or base in (None, first) or not isinstance(key, str) or value == NOTHING:
                continue
            if not self._is(program, self._origins(program, file, scope, key, value), file):
                continue
            for origin in program.evaluator.origins(file, scope, base):
                lasting = program.lifetimes.of(origin) if isinstance(origin, Obj) else None
                if lasting:
                    yield self._match(program, (file, scope, position), f"{lasting.name}.{key}", lasting, "high")
                    break

    def _made_by(self, program: Program, cls: Cls, method: int, value: Any) -> Origins:
        """What a value is for the objects that are known to be made: a factory given to each may make it."""
        made = [Obj(cls, site) for site in program.lifetimes.sites(cls)[:5]]
        return join(*[program.evaluator.origins(cls.file, method, value, me) for me in made])

    def _origins(self, program: Program, file: int, scope: int, key: str, value: Any) -> Origins:
        origins = program.evaluator.origins(file, scope, value)
        if any(type(o) is Arg for o in origins) and set(self.named) & set(snake(key).split("_")):
            return program.expanded(origins)
        return origins

    def _is(self, program: Program, origins: Origins, file: int) -> bool:
        """Whether one is such a value; what a library keeps of its own, where its source is in the program, is not."""
        return any(
            program.evaluator.meaning.has_kind(o, self.value) and not (isinstance(o, Obj) and _own(program, o, file))
            for o in origins
        )

    def _outlives(self, program: Program, cls: Cls) -> Lasting | None:
        found = program.lifetimes.instance(cls)
        for inner in () if found else program.evaluator.members.below(cls):
            found = program.lifetimes.instance(inner)
            if found:
                break
        return found

    def _match(
        self, program: Program, at: tuple[int, int, int], place: str, lasting: Lasting, sure: Confidence
    ) -> Match:
        file, scope, position = at
        path, span = program.span(lasting.file, lasting.position)
        return Match(
            file=file,
            scope=scope,
            position=position,
            place=place,
            confidence=lower(sure, certain(program)),
            words={"place": place, "keeper": lasting.name},
            related=(program.step(lasting.file, lasting.position, f"`{lasting.name}` lives as long as the process"),),
            declared=(path, span.line),
        )


def _own(program: Program, made: Obj, file: int) -> bool:
    """Whether a thing's class is the library's itself, and the file is of the same package."""
    if program.evaluator.meaning.canonical(made) not in program.vocabulary.exact:
        return False
    packages = [program.modules.dotted(each).partition(".")[0] for each in (made.cls.file, file)]
    return packages[0] == packages[1]
