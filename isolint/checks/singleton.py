"""Singleton: is there one connection manager for all users?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.managers import manager, shape
from isolint.checks.match import Match
from isolint.facts import CLASS, FUNCTION
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.lifetimes import direct
from isolint.program.origins import Cls, Ext, Obj, Site
from isolint.program.unit import last_name

KEEPS = "keeps its connections on the class"
ONCE = "is made once for all users"


@dataclass(frozen=True, slots=True)
class Singleton:
    """Classes of kind `kind`, or of their structure over `socket`s, of which one instance serves the process.

    The class that makes itself one, each place where one is made, each getter and each alias is a match of its own.
    """

    kind: str
    socket: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place."""
        seen: set[tuple[int, int]] = set()
        for cls, confidence in self._managers(program):
            for match in self._places(program, cls, confidence):
                if match.file in program.asked and (match.file, match.position) not in seen:
                    seen.add((match.file, match.position))
                    yield match
        for file in program.asked:
            if program.roles[file] == "application":
                yield from self._unseen(program, file)

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

    def _managers(self, program: Program) -> Iterator[tuple[Cls, Confidence]]:
        heads = program.vocabulary.heads(self.socket) | program.vocabulary.names("websocket-name")
        names = program.vocabulary.heads(self.kind)
        for file, unit in enumerate(program.units):
            if program.roles[file] != "application":
                continue
            near = not heads.isdisjoint(unit.interface.mentions)
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] == CLASS and (near or header[1] in names or any(last_name(b) in names for b in header[8])):
                    sure = manager(program, Cls(file, scope), self.kind, self.socket)
                    if sure:
                        yield Cls(file, scope), sure

    def _places(self, program: Program, cls: Cls, confidence: Confidence) -> Iterator[Match]:
        names = {program.units[cls.file].header(cls.scope).name}
        single = program.lifetimes.singleton(cls)
        if single:
            own = Cls(single.file, program.units[single.file].owner(single.scope))
            yield self._match(
                program, single.file, single.scope, single.position, own, confidence, "makes itself the only one"
            )
        places: list[Match] = []
        kept = shape(program, cls, self.socket)
        if kept.on_class and not kept.keyed:
            position = program.units[cls.file].header(cls.scope).position
            places.append(self._match(program, cls.file, cls.scope, position, cls, confidence, KEEPS))
        for site in program.lifetimes.sites(cls):
            lasting = program.lifetimes.site(site)
            if program.roles[site.file] != "application" or (lasting is None and not single):
                continue
            if lasting:
                names.add(lasting.name.rpartition(".")[2])
            around = program.units[site.file].header(site.scope)
            if around.kind != FUNCTION or (lasting and lasting.how in ("application-state", "kept")):
                position = program.units[site.file].body(site.scope).calls[site.call][3]
                places.append(self._match(program, site.file, site.scope, position, cls, confidence, ONCE))
        for file, scope in self._getters(program, cls, names):
            header = program.units[file].header(scope)
            names.add(header.name)
            places.append(
                self._match(program, file, scope, header.position, cls, confidence, "hands out one for all users")
            )
        yield from places
        yield from self._aliases(program, cls, names, confidence)

    def _getters(self, program: Program, cls: Cls, names: set[str]) -> list[tuple[int, int]]:
        """Functions that return an instance which outlives the request."""
        found: dict[tuple[int, int], None] = {}
        grown = True
        while grown:
            grown = False
            for file, unit in enumerate(program.units):
                if program.roles[file] != "application" or names.isdisjoint(unit.interface.mentions):
                    continue
                for scope, header in enumerate(unit.interface.scopes):
                    if header[0] != FUNCTION or (file, scope) in found or header[1].startswith("<"):
                        continue
                    if header[2] and not self._static(unit.header(header[2]).kind, header[5]):
                        continue
                    if self._returns(program, cls, file, scope):
                        found[file, scope] = None
                        grown = header[1] not in names
                        names.add(header[1])
        return list(found)

    def _static(self, around: int, decorators: tuple[object, ...]) -> bool:
        """Whether a function in another scope is called on a class: no method of an object, no inner function."""
        return around == CLASS and bool({"classmethod", "staticmethod"} & set(decorators))

    def _returns(self, program: Program, cls: Cls, file: int, scope: int) -> bool:
        if not program.units[file].body(scope).returns:
            return False
        return any(
            type(o) is Obj and o.cls == cls and o.site and program.lifetimes.of(o)
            for o in program.lifetimes.returns(file, scope)
        )

    def _aliases(self, program: Program, cls: Cls, names: set[str], confidence: Confidence) -> Iterator[Match]:
        """Module-level names for what a getter returns."""
        for file, unit in enumerate(program.units):
            if program.roles[file] != "application" or names.isdisjoint(unit.interface.mentions):
                continue
            for value in unit.header(0).bindings.values():
                number = value[1] if type(value) is tuple and value[0] == ":" else value
                if type(number) is not int or any(
                    o == cls for o in program.evaluator.calls.callees(Site(file, 0, number))
                ):
                    continue
                if any(type(o) is Obj and o.cls == cls for o in program.evaluator.calls.result(file, 0, number, None)):
                    position = unit.body(0).calls[number][3]
                    yield self._match(program, file, 0, position, cls, confidence, "is another name for the only one")

    def _match(
        self, program: Program, file: int, scope: int, position: int, cls: Cls, confidence: Confidence, how: str
    ) -> Match:
        name = program.units[cls.file].header(cls.scope).name
        why = f"`{name}` keeps the connections"
        place = program.symbol(file, scope)
        header = program.units[file].header(scope)
        if header.kind != FUNCTION:
            bound = next((n for n, v in header.bindings.items() if _at(program, file, scope, v, position)), "")
            place = ".".join(p for p in (place, bound) if p)
        path, span = program.span(file, position)
        return Match(
            file=file, scope=scope, position=position, place=place, confidence=confidence,
            words={"place": place, "class": name, "how": how}, declared=(path, span.line),
            related=(program.step(cls.file, program.units[cls.file].header(cls.scope).position, why),),
        )  # fmt: skip


def _at(program: Program, file: int, scope: int, value: object, position: int) -> bool:
    number = value[1] if type(value) is tuple and value[0] == ":" else value
    return type(number) is int and program.units[file].body(scope).calls[number][3] == position
