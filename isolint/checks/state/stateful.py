"""Stateful: does the one object of a class, which serves all requests, keep what they give it?"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.match import Match
from isolint.checks.state.escaping import named, reader, sort
from isolint.facts import CLASS, FUNCTION, MODULE
from isolint.program import Program
from isolint.program.entry.callers import numbers
from isolint.program.flow.escapes import Escape
from isolint.program.flow.instances import Instance, Part
from isolint.program.values.origins import Cls, Obj

HOW: Mapping[Part, str] = {
    "itself": "makes itself the only one",
    "made": "is made once for all requests",
    "getter": "hands out one for all requests",
    "alias": "is another name for the one of all requests",
}


@dataclass(frozen=True, slots=True)
class Stateful:
    """Classes whose methods add request data to what their one object keeps; where that is made or handed out.

    Strict are those that no request code is known to read again, and classes of the kinds `serving`, which serve one
    user each or hand out what does, where one is made for all, whatever it is seen to keep.
    """

    shares: ClassVar[str] = "escapes"
    serving: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for the class that makes itself one, each place where one is made, each getter and each alias."""
        found: dict[Cls, list[Escape]] = {}
        for file, unit in enumerate(program.units):
            if program.roles[file] != "application":
                continue
            for scope in range(1, len(unit.interface.scopes)):
                if unit.interface.scopes[scope][0] == FUNCTION and unit.owner(scope) >= 0:
                    for escape in program.escapes.of(file, scope):
                        if sort(program, escape) == "singleton":
                            found.setdefault(Cls(file, unit.owner(scope)), []).append(escape)
        for cls, every in found.items():
            read = [e for e in every if e.keyed != "request" and reader(program, e)]
            escapes = read or every
            for at in self._places(program, cls, escapes[0]):
                if at.file in program.asked:
                    yield self._match(program, cls, escapes, at, strict=not read)
        yield from self._serving(program, found.keys())

    def _serving(self, program: Program, known: Collection[Cls]) -> Iterator[Match]:
        """The classes that say of themselves whom they serve."""
        names = frozenset(name for kind in self.serving for name in program.named_classes(kind))
        for file, unit in enumerate(program.units):
            if program.roles[file] != "application" or names.isdisjoint(unit.interface.mentions):
                continue
            for scope, header in enumerate(unit.interface.scopes):
                cls = Cls(file, scope)
                if header[0] != CLASS or header[1] not in names or cls in known:
                    continue
                if any(program.evaluator.meaning.has_kind(o, k) for k in self.serving for o in (cls, Obj(cls, None))):
                    yield from self._one(program, cls)

    def _one(self, program: Program, cls: Cls) -> Iterator[Match]:
        name = program.units[cls.file].header(cls.scope).name
        why = (program.step(cls.file, program.units[cls.file].header(cls.scope).position, f"`{name}` serves one user"),)
        for at in program.instances.of(cls):
            if at.file in program.asked:
                path, span = program.span(at.file, at.position)
                place = program.symbol(at.file, at.scope) or name
                words = {"place": place, "class": name, "how": HOW[at.part], "kept": f"`{name}` is meant for one user"}
                yield Match(
                    file=at.file, scope=at.scope, position=at.position, place=place, confidence="medium", words=words,
                    related=why, declared=(path, span.line), strict=True,
                )  # fmt: skip

    def _places(self, program: Program, cls: Cls, escape: Escape) -> tuple[Instance, ...]:
        every = [at for each in (cls, *program.subclasses(cls)) for at in program.instances.of(each)]
        if every:
            return tuple(every)
        why = escape.why
        return (Instance("made", why.file, why.scope, why.position),)

    def _called(self, program: Program, cls: Cls, at: Instance) -> str:
        """The name of a class, a getter or a global."""
        if at.part in ("itself", "getter"):
            return program.symbol(*(cls if at.part == "itself" else at[1:3]))
        if at.scope != MODULE:
            return ""
        header, calls = program.units[at.file].header(MODULE), program.units[at.file].body(MODULE).calls
        for name, value in header.bindings.items():
            made = any(calls[n][3] == at.position for n in numbers(value))
            if made or header.places.get(name) == at.position:
                return f"{program.modules.dotted(at.file)}.{name}"
        return ""

    def _match(self, program: Program, cls: Cls, escapes: list[Escape], at: Instance, *, strict: bool) -> Match:
        escape = escapes[0]
        way = escape.way
        name = program.units[cls.file].header(cls.scope).name
        place = self._called(program, cls, at) or escape.why.name or name
        steps = [
            *program.trace(way),
            program.step(escape.write.file, escape.write.position, f"`{named(escape)}` is given `{escape.what}`"),
            program.step(at.file, at.position, f"`{place}` {HOW[at.part]}"),
        ]
        related = tuple(
            program.step(e.write.file, e.write.position, f"`{e.what}` is kept here") for e in escapes
        )  # fmt: skip
        path, span = program.span(at.file, at.position)
        kept = ", ".join(sorted({f"`{attribute(e)}`" for e in escapes}))
        return Match(
            file=at.file, scope=at.scope, position=at.position, place=place, confidence=escape.confidence,
            words={
                "place": place, "class": name, "how": HOW[at.part],
                "kept": f"`{name}` keeps `{escape.what}` of `{program.title(way.file, way.scope)}` in {kept}",
            },
            trace=tuple(steps), related=related, entries=way.entries, declared=(path, span.line),
            strict=strict,
        )  # fmt: skip


def attribute(escape: Escape) -> str:
    """The attribute that keeps it."""
    return next((s.name for s in escape.place.steps if s.name), named(escape))
