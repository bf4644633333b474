"""Singleton: is there one connection manager for all users?"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.checks.websocket.connections import kept, near, title
from isolint.checks.websocket.containers import Place, globals_of
from isolint.checks.websocket.managers import constant, manager, shape
from isolint.checks.websocket.sockets import filtered, senders, sent_to_all
from isolint.facts import CLASS, FUNCTION
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.entry.callers import direct
from isolint.program.flow.instances import Part
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Site

KEEPS = "keeps its connections on the class"
ONCE = "is made once for all users"
HOW: Mapping[Part, str] = {
    "itself": "makes itself the only one",
    "made": ONCE,
    "getter": "hands out one for all users",
    "alias": "is another name for the only one",
}


@dataclass(frozen=True, slots=True)
class Singleton:
    """Classes of kind `kind`, or of their structure over `socket`s, of which one instance serves the process.

    The class that makes itself one, each place where one is made, each getter and each alias is a match of its own.
    """

    kind: str
    socket: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place."""
        asked = {file for file in program.asked if program.roles[file] == "application"}
        if not asked:
            return
        seen: set[tuple[int, int]] = set()
        if program.few:
            every = _of_classes(program, self.kind, self.socket, program.instances.near(asked))
        else:
            every = program.once(_of_all, self.kind, self.socket)
        for match in every:
            if match.file in asked and (match.file, match.position) not in seen:
                seen.add((match.file, match.position))
                yield match
        for file in sorted(asked):
            yield from self._unseen(program, file)
        yield from self._loose(program, asked)

    def _loose(self, program: Program, asked: set[int]) -> Iterator[Match]:
        """Containers of a module that keep connections without keying them, and whose connections are all sent to."""
        for place, keeps in program.once(kept, self.socket).items():
            if place.scope or place.file not in asked:
                continue
            keys = [each.added.key for each in keeps]
            if any(key is not None and not constant(key) for key in keys):
                continue
            if not _announces(program, place, frozenset(key[1] for key in keys if key), self.socket):
                continue
            position = program.units[place.file].header(0).places[place.name]
            path, span = program.span(place.file, position)
            yield Match(
                file=place.file, scope=0, position=position, place=title(program, place), declared=(path, span.line),
                confidence="high" if any(each.added.sure == "high" for each in keeps) else "medium",
                words={"place": title(program, place), "class": place.name, "how": ONCE},
                related=tuple(program.step(k.file, k.added.position, "a connection is added here") for k in keeps),
            )  # fmt: skip

    def _unseen(self, program: Program, file: int) -> Iterator[Match]:
        """Names of a module that serves sockets for a manager whose class is not in the program: its name decides."""
        unit = program.units[file]
        if not any("websocket" in name.lower() for name in unit.interface.mentions):
            return
        for name, value in unit.header(0).bindings.items() if unit.interface.scopes else ():
            for number in direct(value):
                site = Site(file, 0, number)
                made = [o for o in program.evaluator.calls.result(*site, None) if isinstance(o, Ext)]
                rows = [r for o in made for r in program.evaluator.meaning.rows(o, self.kind)]
                if rows and program.lifetimes.site(site):
                    position = unit.body(0).calls[number][3]
                    path, span = program.span(file, position)
                    place = f"{program.modules.dotted(file)}.{name}"
                    called = rows[0].path.removesuffix("()").rpartition(".")[2]
                    words = {"place": place, "class": called, "how": ONCE}
                    yield Match(
                        file=file, scope=0, position=position, place=place, confidence="medium", words=words,
                        declared=(path, span.line),
                    )  # fmt: skip


def _of_all(program: Program, kind: str, socket: str) -> list[Match]:
    """The matches for all classes that serve the connections of all users."""
    return _of_classes(program, kind, socket, frozenset(_suspects(program, kind, socket)))


def _of_classes(program: Program, kind: str, socket: str, classes: Container[Cls]) -> list[Match]:
    """The matches for those of these classes that serve the connections of all users."""
    return [
        match
        for cls in _suspects(program, kind, socket)
        if cls in classes
        if (sure := manager(program, cls, kind, socket))
        for match in _places(program, cls, socket, sure)
    ]


def _suspects(program: Program, kind: str, socket: str) -> Iterator[Cls]:
    """The classes of files that speak of connections, and those that are called like a manager of them."""
    names = program.vocabulary.heads(kind)
    near_by = frozenset(program.once(near, socket))
    for file in sorted(near_by.union(program.evaluator.surface.mentioning(*names))):
        if program.roles[file] == "application":
            unit = program.units[file]
            for scope, header in enumerate(unit.interface.scopes):
                named = file in near_by or header[1] in names or any(last_name(b) in names for b in header[8])
                if header[0] == CLASS and named:
                    yield Cls(file, scope)


def _places(program: Program, cls: Cls, socket: str, confidence: Confidence) -> Iterator[Match]:
    formed = program.once(shape, cls, socket)
    if formed.on_class and not formed.keyed:
        position = program.units[cls.file].header(cls.scope).position
        yield _match(program, cls.file, cls.scope, position, cls, confidence, KEEPS)
    for part, file, scope, position in program.instances.of(cls):
        own = Cls(file, program.units[file].owner(scope)) if part == "itself" else cls
        yield _match(program, file, scope, position, own, confidence, HOW[part])


def _match(
    program: Program, file: int, scope: int, position: int, cls: Cls, confidence: Confidence, how: str
) -> Match:  # fmt: skip
    name = program.units[cls.file].header(cls.scope).name
    why = f"`{name}` keeps the connections"
    place = program.symbol(file, scope)
    header = program.units[file].header(scope)
    if header.kind != FUNCTION:
        kept = (n for n, at in header.places.items() if at == position)
        made = (n for n, v in header.bindings.items() if _at(program, file, scope, v, position))
        bound = next((n for names in (kept, made) for n in names), "")
        place = ".".join(p for p in (place, bound) if p)
    path, span = program.span(file, position)
    return Match(
        file=file, scope=scope, position=position, place=place, confidence=confidence,
        words={"place": place, "class": name, "how": how}, declared=(path, span.line),
        related=(program.step(cls.file, program.units[cls.file].header(cls.scope).position, why),),
    )  # fmt: skip


def _announces(program: Program, place: Place, under: frozenset[str], socket: str) -> bool:
    """Whether some function sends to all connections in a module's container, or to all under a constant key."""
    sending = program.once(senders, socket)
    for file in program.evaluator.surface.mentioning(place.name):
        unit = program.units[file]
        if program.roles[file] != "application":
            continue
        for scope, header in enumerate(unit.interface.scopes):
            held = globals_of(program, file, scope)
            for number, call in enumerate(unit.body(scope).calls if header[0] == FUNCTION else ()):
                found = sent_to_all(program, Site(file, scope, number), held, sending)
                to_all = found and found[0] == place and (found[1] is None or found[1] in under)
                if to_all and not filtered(unit.body(scope), call[5], "$"):
                    return True
    return False


def _at(program: Program, file: int, scope: int, value: object, position: int) -> bool:
    number = value[1] if type(value) is tuple and value[0] == ":" else value
    return type(number) is int and program.units[file].body(scope).calls[number][3] == position
