"""Mingled: does one context serve several users?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.context.several import Several
from isolint.checks.context.signatures import Signatures
from isolint.checks.endings import may_be
from isolint.checks.match import Match
from isolint.facts import CLASS, FUNCTION, MODULE
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.places import Place
from isolint.program.lifetimes import Lasting
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Obj, Site
from isolint.program.words import snake

SHARED = "is made once, and is the context of every request"
DEFAULT = "is made once, as a default, and is the context of every request that gives none"


@dataclass(frozen=True, slots=True)
class Mingled:
    """Values of kind `value` that live as long as the process and are read in request code, or see several users.

    `named` is the kind of their names, `spawner` that of what runs coroutines together, `identity` that of names that
    hold a user; of those in `apart` one user has several. `system` are words that name principals of the program.
    """

    value: str
    named: str
    spawner: str
    identity: str
    apart: tuple[str, ...]
    system: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each context that is made once, each call that gives one to several users, each shared part."""
        wanted = program.named_classes(self.value) | program.vocabulary.lasts(self.value)
        signatures = program.once(Signatures, self.value, self.named)
        people = program.vocabulary.names(self.identity) - set(self.apart)
        several = Several(signatures, self.spawner, people)
        names = wanted | program.vocabulary.names(self.named)
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "application":
                continue
            spelled = program.spelled(file, wanted)
            for scope, header in enumerate(unit.interface.scopes) if spelled else ():
                for number, call in enumerate(unit.body(scope).calls):
                    if last_name(call[0]) in spelled:
                        yield from self._lasting(program, Site(file, scope, number), header[0])
            if spelled or not names.isdisjoint(unit.interface.mentions):
                for place, how, site_scope, position in several.of(file):
                    yield self._seen(program, (file, site_scope, position), place, how)

    def _lasting(self, program: Program, site: Site, kind: int) -> Iterator[Match]:
        """A context that outlives the request, and a function that reads it there."""
        result = program.evaluator.calls.result(*site, None)
        made = [o for o in result if isinstance(o, Obj | Ext) and o.site == site]
        if not any(program.evaluator.meaning.has_kind(o, self.value) for o in made):
            return
        why = program.lifetimes.site(site)
        if why is None or self._of_the_program(program, site, why):
            return
        how, place, way = self._read(program, site, kind, why)
        if way is None or (way.assumed and not program.requests.assumed(way.file, way.scope)):
            return
        path, span = program.span(why.file, why.position)
        body = program.units[site.file].body(site.scope)
        yield Match(
            file=site.file, scope=site.scope, position=body.calls[site.call][3], place=place, confidence="medium",
            words={"place": place, "how": how}, trace=program.trace(way), entries=way.entries,
            declared=(path, span.line),
        )  # fmt: skip

    def _of_the_program(self, program: Program, site: Site, why: Lasting) -> bool:
        """Whether names or constants say that the user is the program itself."""
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        texts = {why.name.rpartition(".")[2]}
        for value in (*arguments, *[v for _, v in keywords]):
            if type(value) is tuple and value and value[0] == "=" and isinstance(value[1], str):
                texts.add(value[1])
            texts.add(last_name(value))
        return any(set(self.system) & set(snake(t).split("_")) for t in texts)

    def _read(self, program: Program, site: Site, kind: int, why: Lasting) -> tuple[str, str, Way | None]:
        """How it is shared, as what, and how requests reach a function that reads it."""
        unit = program.units[site.file]
        if kind == FUNCTION:
            if any(e.write.position == why.position for e in program.escapes.of(site.file, site.scope)):
                return SHARED, "", None  # a rule about what is written there speaks
            if why.how == "cached":
                return SHARED, why.name, program.way(why.file, why.scope)
            return SHARED, why.name, self._reader(program, why.name.rpartition(".")[2], site.file, None)
        header = unit.header(site.scope)
        for inner in range(1, len(unit.interface.scopes)):
            for row in unit.header(inner).params if unit.header(inner).parent == site.scope else ():
                if row[2] != () and may_be(row[2], site.call):
                    return DEFAULT, f"{program.symbol(site.file, inner)}({row[0]})", program.way(site.file, inner)
        name = next((n for n, v in header.bindings.items() if may_be(v, site.call)), "")
        if not name or (kind == CLASS and self._fielded(program, Cls(site.file, site.scope))):
            return SHARED, "", None
        home = Place("global", site.file, MODULE, name) if kind == MODULE else None
        return SHARED, f"{program.symbol(site.file, site.scope)}.{name}", self._reader(program, name, site.file, home)

    def _fielded(self, program: Program, cls: Cls) -> bool:
        """Whether what the class's body binds only declares what each object gets."""
        unit = program.units[cls.file]
        above = program.evaluator.members.mro(cls)
        return bool(unit.header(cls.scope).decorators) or any(
            isinstance(o, Ext) and program.evaluator.meaning.has_kind(o, "fields") for o in above
        )

    def _reader(self, program: Program, name: str, file: int, home: Place | None) -> Way | None:
        """How requests reach a function that reads a global, or in the same file an attribute of that name."""
        for at in program.reads.of(name, home):
            if (home is not None or at[0] == file) and (way := program.way(*at)):
                return way
        return None

    def _seen(self, program: Program, at: tuple[int, int, int], place: str, how: str) -> Match:
        file, scope, position = at
        way = program.way(file, scope)
        return Match(
            file=file, scope=scope, position=position, place=place, confidence="medium",
            words={"place": place, "how": how}, trace=program.trace(way) if way else (),
            entries=way.entries if way else 0,
        )  # fmt: skip
