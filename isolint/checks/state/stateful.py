"""Stateful: does the one object of a class, which serves all requests, keep what they give it?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.match import Match
from isolint.checks.parts import inside
from isolint.checks.state.escaping import named, sort
from isolint.checks.state.readers import reader
from isolint.facts import CLASS, MODULE
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
        asked = {file for file in program.asked if program.roles[file] == "application"}
        if not asked:
            return
        near = program.instances.near(asked) if program.few else None
        found = program.once(_escaping) if near is None else _kept(program, _with_bases(program, near))
        for cls, every in found.items():
            read = [e for e in every if e.keyed != "request" and reader(program, e)]
            for at in self._places(program, cls):
                if at.file in asked:
                    yield self._match(program, cls, read or every, at, strict=not read)
        for cls in program.once(_saying, self.serving) if near is None else _serving(program, self.serving, near):
            if cls not in found:
                yield from self._one(program, cls, asked)

    def _one(self, program: Program, cls: Cls, asked: set[int]) -> Iterator[Match]:
        name = program.units[cls.file].header(cls.scope).name
        why = (program.step(cls.file, program.units[cls.file].header(cls.scope).position, f"`{name}` serves one user"),)
        for at in program.instances.of(cls):
            if at.file in asked:
                path, span = program.span(at.file, at.position)
                place = program.symbol(at.file, at.scope) or name
                words = {"place": place, "class": name, "how": HOW[at.part], "kept": f"`{name}` is meant for one user"}
                yield Match(
                    file=at.file, scope=at.scope, position=at.position, place=place, confidence="medium", words=words,
                    related=why, declared=(path, span.line), strict=True,
                )  # fmt: skip

    def _places(self, program: Program, cls: Cls) -> list[Instance]:
        """Where one is known to be made or handed out, or else the class itself."""
        every = [at for each in (cls, *program.evaluator.members.below(cls)) for at in program.instances.of(each)]
        return every or [Instance("made", *cls, program.units[cls.file].header(cls.scope).position)]

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


def _escaping(program: Program) -> dict[Cls, list[Escape]]:
    """The escapes to what an object keeps that serves all requests, by its class."""
    units = program.units
    owners = (Cls(file, units[file].owner(scope)) for file, scope in program.functions())
    return _kept(program, dict.fromkeys(cls for cls in owners if cls.scope >= 0))


def _kept(program: Program, classes: Iterable[Cls]) -> dict[Cls, list[Escape]]:
    """Those of some classes, by class; a class that keeps nothing has none."""
    found: dict[Cls, list[Escape]] = {}
    for cls in classes:
        for scope in program.evaluator.members.methods(cls):
            if _puts(program, cls.file, scope):
                for escape in program.escapes.of(cls.file, scope):
                    if sort(program, escape) == "singleton":
                        found.setdefault(cls, []).append(escape)
    return found


def _with_bases(program: Program, classes: Iterable[Cls]) -> list[Cls]:
    """Classes of the application, and all that they inherit from in it."""
    every = {each for cls in classes for each in program.evaluator.members.mro(cls) if type(each) is Cls}
    return sorted(each for each in every if program.roles[each.file] == "application")


def _puts(program: Program, file: int, scope: int) -> bool:
    """Whether a method puts something into what, as far as text tells, its own object keeps."""
    unit = program.units[file]
    own = unit.own(scope)
    return bool(own) and any(
        type(part) is str and (part == "super" or part.startswith(f"${own}"))
        for write in program.writes.of(file, scope) if write.how in ("item", "call")
        for part in inside([write.base], unit.body(scope).calls)
    )  # fmt: skip


def _saying(program: Program, kinds: tuple[str, ...]) -> list[Cls]:
    """The classes of the application that say of themselves that they serve one user."""
    files = program.evaluator.surface.mentioning(*_names(program, kinds))
    classes = (
        Cls(file, scope)
        for file in files if program.roles[file] == "application"
        for scope, header in enumerate(program.units[file].interface.scopes) if header[0] == CLASS
    )  # fmt: skip
    return _serving(program, kinds, classes)


def _serving(program: Program, kinds: tuple[str, ...], classes: Iterable[Cls]) -> list[Cls]:
    """Those of these classes that are of one of the kinds."""
    names = _names(program, kinds)
    has_kind = program.evaluator.meaning.has_kind
    named = [c for c in classes if program.units[c.file].interface.scopes[c.scope][1] in names]
    return [c for c in named if any(has_kind(o, kind) for kind in kinds for o in (c, Obj(c, None)))]


def _names(program: Program, kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for kind in kinds for name in program.named_classes(kind))


def attribute(escape: Escape) -> str:
    """The attribute that keeps it."""
    return next((s.name for s in escape.place.steps if s.name), named(escape))
