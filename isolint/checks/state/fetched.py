"""Fetched: is a thing taken from a place of a kind that outlives the request?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match, lower
from isolint.checks.narrowed import narrowed
from isolint.checks.state.looked_at import works_with
from isolint.checks.state.registries import Registries
from isolint.finding import Confidence, Step
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Obj, Origin, known
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class Access:
    """One access: where, on what (`base`), by which accessor or, for an element, attribute; it gives `value`."""

    file: int
    scope: int
    position: int
    base: Any
    name: str
    element: bool
    value: Any

    @property
    def shown(self) -> str:
        """The access as a reader would write it."""
        return f"{text(self.base)}.{self.name}{'[..]' if self.element else ''}".lstrip(".")


@dataclass(frozen=True, slots=True)
class Fetched:
    """Objects taken out of a store of kind `source` by its accessors or elements, in request code or a test.

    Objects that could keep nothing do not count: `empty` are the bases outside of the program that bring no attributes.
    `named` is the kind of the names that such a store goes by where nothing else says what it is.
    """

    source: str
    named: str
    empty: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each access."""
        registries = Registries(program, self.source, self.empty)
        yield from narrowed(
            program,
            self._accesses(program),
            lambda access: self._known(program, access),
            lambda access: self._matches(program, registries, access),
        )

    def _accesses(self, program: Program) -> Iterator[Access]:
        """What is called or named as the accessors and attributes of such stores are."""
        rows = program.vocabulary.kinds.get(self.source, ())
        accessors = frozenset(m for row in rows for m in row.methods)
        holders = frozenset(k for row in rows for k in row.keywords)
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] == "script" or (accessors | holders).isdisjoint(unit.interface.mentions):
                continue
            if not program.few and not self._spoken_of(program, file):
                continue
            for scope in range(program.entries.first(file), len(unit.interface.scopes)):
                body = unit.body(scope)
                for number, name in enumerate(unit.callees(scope)):
                    if name not in accessors and name != "get":
                        continue
                    callee, _, _, position, *_ = body.calls[number]
                    held = receiver(callee)
                    if name in accessors:
                        yield Access(file, scope, position, held, name, element=False, value=number)
                    if name == "get" and last_name(held) in holders:
                        yield Access(file, scope, position, receiver(held), last_name(held), element=True, value=number)
                for base, key, position, _ in body.loads:
                    if (name := last_name(base)) in holders:
                        element = ("[]", base, key)
                        yield Access(file, scope, position, receiver(base), name, element=True, value=element)

    def _known(self, program: Program, access: Access) -> bool:
        """Whether only such stores have the accessor, or it is one of something that goes by a name of theirs."""
        if "_" in access.name and not access.element:  # not such as `get`, which everything has
            return True
        base = access.base
        while type(base) is tuple and base and base[0] in ("[]", "with", "iter"):
            base = base[1]
        if type(base) is tuple and base and base[0] == "|":
            return self._spoken_of(program, access.file)
        called = program.units[access.file].body(access.scope).calls[base][0] if type(base) is int else base
        return last_name(called) in program.carriers.near(self.source, access.file)

    def _spoken_of(self, program: Program, file: int) -> bool:
        """Whether a file mentions an accessor that only such stores have, or a name that they go by."""
        mentions = program.units[file].interface.mentions
        rows = program.vocabulary.kinds.get(self.source, ())
        if not mentions.isdisjoint([name for row in rows for name in row.methods if "_" in name]):
            return True
        return not mentions.isdisjoint(program.carriers.near(self.source, file))

    def _matches(self, program: Program, registries: Registries, access: Access) -> Iterator[Match]:
        """The match of an access, if the store is of the kind and outlives the request."""
        if access.base is None:
            return
        meaning = program.evaluator.meaning
        origins = program.evaluator.origins(access.file, access.scope, access.base)
        if program.roles[access.file] == "application":  # in a test fixtures answer, and callers seldom say more
            origins = program.expanded(origins)
        if not known(origins) and self._by_name(program, registries, access):
            yield self._match(program, access, "medium", (), strict=True)
        made = [o for o in origins if isinstance(o, Obj | Ext) and o.site and meaning.has_kind(o, self.source)]
        for origin in made or origins:  # what is known to be made says more than an annotation
            rows = [
                r
                for r in meaning.rows(origin, self.source)
                if access.name in (r.keywords if access.element else r.methods)
            ]
            if not rows or registries.own(access.file, access.scope, origin):
                continue
            if registries.hands_out_classes(origin, access.name) or self._held_here(program, access):
                continue
            if registries.hands_out_bare(origin):
                continue
            answer = self._lasting(program, access.file, origin, rows[0])
            if answer:
                yield from self._reached(program, access, *answer)
                return
            if program.roles[access.file] == "test" and self._stands_for_all(program, registries, access, origin):
                yield self._match(program, access, "medium", registries.everywhere(origin), strict=True)
                return

    def _by_name(self, program: Program, registries: Registries, access: Access) -> bool:
        """Whether only the name says that it is such a store, and the accessor is one that other things do not have."""
        rows = program.vocabulary.kinds.get(self.source, ())
        if access.element or "_" not in access.name or not any(access.name in r.methods for r in rows):
            return False
        return last_name(access.base) in program.vocabulary.names(self.named) and not registries.inside(
            access.file, access.scope
        )

    def _stands_for_all(self, program: Program, registries: Registries, access: Access, origin: Origin) -> bool:
        """Whether a test works with what it takes from a store of its own, where the application has one for all."""
        rows = program.evaluator.meaning.rows(origin, self.source)
        accessors = frozenset(m for r in rows for m in r.methods)
        return (
            bool(registries.everywhere(origin))
            and works_with(program.units[access.file], access.scope, access.value)
            and not registries.tested(access.file, access.scope, access.base, accessors)
        )

    def _held_here(self, program: Program, access: Access) -> bool:
        """Whether the store hangs on an object that is known, and known not to outlive the request."""
        holder = receiver(access.base)
        if holder is None:
            return False
        origins = program.evaluator.origins(access.file, access.scope, holder)
        held = [o for o in origins if isinstance(o, Obj) and o.site]
        return bool(held) and not any(program.lifetimes.of(o) for o in held)

    def _lasting(
        self, program: Program, file: int, origin: Origin, row: Row
    ) -> tuple[Confidence, tuple[Step, ...]] | None:
        """How sure it is that the store outlives the request, and why; in a test only what is proved counts."""
        lasting = program.lifetimes.of(origin)
        if lasting:
            named: Confidence = "medium" if row.path.startswith("*.") and isinstance(origin, Ext) else "high"
            return named, (
                program.step(lasting.file, lasting.position, f"`{lasting.name}` lives as long as the process"),
            )
        if isinstance(origin, Ext) and _is_shared_by_name(row.path):
            return "medium", ()
        if not isinstance(origin, Obj | Ext) or origin.site or program.roles[file] == "test":
            return None
        sites = program.lifetimes.sites(origin.cls) if isinstance(origin, Obj) else program.lifetimes.made(origin.path)
        for site in sites:
            kept = program.lifetimes.site(site)
            if kept:
                return "medium", (
                    program.step(kept.file, kept.position, f"`{kept.name}` lives as long as the process"),
                )
        return None if sites else ("medium", ())

    def _reached(
        self, program: Program, access: Access, confidence: Confidence, why: tuple[Step, ...]
    ) -> Iterator[Match]:
        """The match, where a request or a test gets there, or may."""
        if program.roles[access.file] != "application":
            yield self._match(program, access, confidence, why)
            return
        way = program.way(access.file, access.scope)
        if way:
            sure = lower(confidence, "medium") if way.assumed else confidence
            yield self._match(program, access, sure, why, way=way)
        elif why and self._may_serve(program, access):
            yield self._match(program, access, lower(confidence, "medium"), why, strict=True)

    def _may_serve(self, program: Program, access: Access) -> bool:
        """Whether a function of which no request is known to get there works with what it takes from elsewhere."""
        if program.entries.starts_up(access.file, access.scope) or self._part(program, access):
            return False
        return works_with(program.units[access.file], access.scope, access.value)

    def _part(self, program: Program, access: Access) -> bool:
        """Whether the store is a part of the object whose method looks into it, made by that object itself."""
        unit = program.units[access.file]
        own, owner = unit.own(access.scope), unit.owner(access.scope)
        if not own or receiver(access.base) != f"${own}":
            return False
        stores = program.evaluator.members.attributes(Cls(access.file, owner)).get(last_name(access.base), ())
        return any(type(value) is int for _, value in stores)

    def _match(  # what a match is made of
        self, program: Program, access: Access, confidence: Confidence, why: tuple[Step, ...], *,
        way: Way | None = None, strict: bool = False,
    ) -> Match:  # fmt: skip
        entry = program.title(way.file, way.scope) if way else program.units[access.file].qualname(access.scope)
        place = text(access.base) or access.name
        return Match(
            file=access.file,
            scope=access.scope,
            position=access.position,
            place=place,
            confidence=confidence,
            trace=(*program.trace(way), *why) if way else (),
            related=() if way else why,
            entries=way.entries if way else 0,
            words={"place": place, "entry": entry, "access": access.shown},
            declared=(why[0].path, why[0].line) if why else None,
            strict=strict,
        )


def _is_shared_by_name(path: str) -> bool:
    """Whether a row speaks of the class itself, or of what a getter or `get_instance` hands out."""
    name = path.removesuffix("()").rpartition(".")[2]
    return not path.endswith("()") or name[:1].islower()


def text(value: Any) -> str:
    """A value as a reader would write it, or an empty string."""
    match value:
        case str():
            return value.lstrip("$")
        case (".", base, path):
            inner = text(base)
            return f"{inner}.{path}" if inner else path
    return ""
