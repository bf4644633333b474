"""Escaping: is request data written where it outlives the request?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from isolint.checks.match import Match, lower
from isolint.checks.state.readers import asked_for, reader
from isolint.program import Program
from isolint.program.flow.escapes import Escape
from isolint.program.flow.places import Place
from isolint.program.values.origins import Cls

if TYPE_CHECKING:
    from isolint.finding import Step


@dataclass(frozen=True, slots=True)
class Escaping:
    """Writes of request data to places of the sorts `places`.

    Strict are those under a key of other request data, and those that no request code is known to read again, unless it
    says whose request it is.

    The sorts: `container` is a mutable that a name outlives the request by, `name` a global or a module's attribute
    that is bound anew, `object` an attribute of a lasting object, `class` one of a class, `foreign` one of a class or
    module of somebody else's.
    """

    shares: ClassVar[str] = "escapes"
    places: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place and function."""
        for file, scope in program.functions():
            yield from self._function(program, file, scope)

    def _function(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        seen: dict[str, Match] = {}
        for escape in program.escapes.of(file, scope):
            if sort(program, escape) not in self.places:
                continue
            name = named(escape)
            match = self._match(program, escape, name)
            if name not in seen or (seen[name].strict and not match.strict):
                seen[name] = match
        yield from seen.values()

    def _match(self, program: Program, escape: Escape, name: str) -> Match:
        write, why = escape.write, escape.why
        path, span = program.span(why.file, why.position or write.position)
        steps = [*program.trace(escape.way)]
        steps.append(program.step(write.file, write.position, f"`{name}` is given `{escape.what}`"))
        if why.position and why.position != write.position:
            steps.append(program.step(why.file, why.position, f"`{why.name}` {REASONS[why.how]}"))
        read = reader(program, escape)
        again: tuple[Step, ...] = ()
        if read and escape.why.how not in ("swapped", "decorating"):
            position = program.units[read[0]].header(read[1]).position
            again = (program.step(read[0], position, f"`{program.title(*read)}` reads it"),)
        entry = program.title(escape.way.file, escape.way.scope)
        return Match(
            file=write.file, scope=write.scope, position=write.position, place=name,
            confidence=lower(escape.confidence, "medium" if escape.way.assumed else "high"),
            words={"place": name, "entry": entry, "what": escape.what, "keeper": why.name},
            trace=tuple(steps), related=again, entries=escape.way.entries, declared=(path, span.line),
            strict=not (read or asked_for(program, escape)) or escape.keyed == "request" or _is_open(program, escape),
        )  # fmt: skip


def _is_open(program: Program, escape: Escape) -> bool:
    """Whether nothing in sight says that one object serves several users."""
    if escape.why.how == "swapped":
        return not program.requests.assumed(escape.write.file, escape.write.scope)
    return escape.why.how == "unseen"


REASONS = {
    "module": "is made when its module is imported",
    "class": "is made with its class",
    "global": "is one for the whole process",
    "class-body": "is one for all objects of the class",
    "class-attribute": "is one for all objects of the class",
    "singleton": "hands out one and the same object",
    "cached": "keeps what it has made",
    "application-state": "lives as long as the application",
    "kept": "is kept by what lives as long as the process",
    "registered": "is registered at the start, and serves all requests",
    "serving": "goes by a name for what is made once and serves everybody",
    "unseen": "is made elsewhere, and is told for whom it works",
    "swapped": "is set back afterwards, as it outlives the call",
    "decorating": "decorates, and so is there for every call",
    "framework": "is made once by the framework, for all requests",
    "closure": "is one for all that the function around registers",
}


def named(escape: Escape) -> str:
    """The place of an escape as its readers know it."""
    write, place = escape.write, escape.place
    steps = "".join(f".{s.name}" if s.name else "[..]" for s in place.steps)
    last = ""
    if write.how == "attr" and isinstance(write.key, str):
        last = f".{write.key}"
    if place.kind == "parameter" and escape.why.how == "class-body":
        return escape.why.name
    root = escape.why.name if place.kind in ("parameter", "made", "global", "closure") else place.name
    return f"{root}{steps}{last}"


def sort(program: Program, escape: Escape) -> str:
    """Which sort of place it is."""
    write, place = escape.write, escape.place
    attribute = write.how == "attr"
    match place.kind:
        case "global" | "closure" if write.how == "name":
            return "name"
        case "module":
            return "name" if not place.steps else "object" if attribute else "container"
        case "class":
            return "class"
        case "state" if not place.steps:
            return "object"
        case "foreign":
            return _foreign(place) if attribute else ""
        case "parameter" if program.units[place.file].own(place.scope) == place.name:
            if attribute and not place.steps:
                return "class" if _is_class(program, place) else "object"
            if escape.why.how == "class-body":
                return "class"
            return "object" if attribute else "singleton"
    return "object" if attribute else "container"


def _is_class(program: Program, place: Place) -> bool:
    origins = program.evaluator.origins(place.file, place.scope, f"${place.name}")
    return any(type(o) is Cls for o in origins)


def _foreign(place: Place) -> str:
    """Of a library's thing: a class or a module is somebody else's; another name may be an object that it shares."""
    last = place.name.rpartition(".")[2]
    return "foreign" if last[:1].isupper() or "." not in place.name else "object"
