"""Fetched: is a thing taken from a place of a kind that outlives the request?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match, lower
from isolint.checks.state.bare import is_bare
from isolint.facts import CLASS, Body
from isolint.finding import Confidence, Step
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origin
from isolint.program.words import tells_of
from isolint.vocabulary import Row

TYPES = frozenset({"type", "Type", "Callable"})


@dataclass(frozen=True, slots=True)
class Access:
    """One access: where, on what (`base`), by which accessor or, for an element, attribute."""

    file: int
    scope: int
    position: int
    base: Any
    name: str
    element: bool

    @property
    def shown(self) -> str:
        """The access as a reader would write it."""
        return f"{text(self.base)}.{self.name}{'[..]' if self.element else ''}".lstrip(".")


@dataclass(frozen=True, slots=True)
class Fetched:
    """Objects taken out of a store of kind `source` by its accessors or elements, in request code or a test.

    Objects that could keep nothing do not count: `empty` are the bases outside of the program that bring no attributes.
    """

    source: str
    empty: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each access."""
        for access in self._accesses(program):
            yield from self._matches(program, access)

    def _accesses(self, program: Program) -> Iterator[Access]:
        rows = program.vocabulary.kinds.get(self.source, ())
        if not rows:
            return
        accessors = frozenset(m for row in rows for m in row.methods)
        holders = frozenset(k for row in rows for k in row.keywords)
        plain = frozenset(a for a in accessors if "_" not in a)  # such as `get`, which everything has
        for file in program.asked:
            unit = program.units[file]
            mentions = unit.interface.mentions
            if program.roles[file] == "script" or (accessors | holders).isdisjoint(mentions):
                continue
            carriers = program.carriers.near(self.source, file)
            if (accessors - plain).isdisjoint(mentions) and carriers.isdisjoint(mentions):
                continue
            for scope in range(1, len(unit.interface.scopes)):
                body = unit.body(scope)
                for callee, _, _, position, *_ in body.calls:
                    name = last_name(callee)
                    if name in accessors and (name not in plain or self._carried(callee, body, carriers)):
                        yield Access(file, scope, position, receiver(callee), name, element=False)
                    held = receiver(callee)
                    if name == "get" and last_name(held) in holders and self._carried(held, body, carriers):
                        yield Access(file, scope, position, receiver(held), last_name(held), element=True)
                for base, _, position, _ in body.loads:
                    if (name := last_name(base)) in holders and self._carried(base, body, carriers):
                        yield Access(file, scope, position, receiver(base), name, element=True)

    def _carried(self, value: Any, body: Body, carriers: frozenset[str]) -> bool:
        """Whether the receiver goes by a name that such stores are known by."""
        base = receiver(value)
        while type(base) is tuple and base and base[0] in ("[]", "with", "iter"):
            base = base[1]
        if type(base) is tuple and base and base[0] == "|":
            return True
        return last_name(body.calls[base][0] if type(base) is int else base) in carriers

    def _matches(self, program: Program, access: Access) -> Iterator[Match]:
        """The match of an access, if the store is of the kind and outlives the request."""
        if access.base is None:
            return
        meaning = program.evaluator.meaning
        origins = program.evaluator.origins(access.file, access.scope, access.base)
        if program.roles[access.file] == "application":  # in a test fixtures answer, and callers seldom say more
            origins = program.expanded(origins)
        made = [o for o in origins if isinstance(o, Obj | Ext) and o.site and meaning.has_kind(o, self.source)]
        for origin in made or origins:  # what is known to be made says more than an annotation
            rows = [
                r
                for r in meaning.rows(origin, self.source)
                if access.name in (r.keywords if access.element else r.methods)
            ]
            if not rows or self._own(program, access, origin):
                continue
            if self._hands_out_classes(program, origin, access.name) or self._held_here(program, access):
                continue
            if self._hands_out_bare(program, origin):
                continue
            answer = self._lasting(program, access.file, origin, rows[0])
            if answer is None:
                continue
            yield from self._reached(program, access, *answer)
            return

    def _own(self, program: Program, access: Access, origin: Origin) -> bool:
        """Whether the access stands in the methods of such a store, or in its tests."""
        meaning = program.evaluator.meaning
        name = meaning.canonical(origin).replace("()", "").rpartition(".")[2]
        unit = program.units[access.file]
        if program.roles[access.file] == "test" and tells_of(unit.path, (name,)):
            return True
        at = access.scope
        while at > 0:
            at = unit.header(at).parent
            if at > 0 and unit.header(at).kind == CLASS:
                cls = Cls(access.file, at)
                if meaning.has_kind(cls, self.source) or meaning.has_kind(Obj(cls, None), self.source):
                    return True
        return False

    def _hands_out_classes(self, program: Program, origin: Origin, name: str) -> bool:
        """Whether the store holds classes or functions, of which everybody makes objects of their own."""
        cls = origin.cls if type(origin) is Obj else origin if type(origin) is Cls else None
        if cls is None:
            return False
        for fn in program.evaluator.attribute((origin,), name):
            if type(fn) is Fn:
                returns = program.units[fn.file].header(fn.scope).returns
                if type(returns) is tuple and returns[0] == "[]" and text(returns[1]).rpartition(".")[2] in TYPES:
                    return True
        given = [o for each in self._registered(program, cls) for o in each]
        return any(type(o) in (Cls, Fn) for o in given) and not any(type(o) is Obj for o in given)

    def _hands_out_bare(self, program: Program, origin: Origin) -> bool:
        """Whether all that is registered are objects that can keep nothing, and so tell nobody of anybody."""
        if not isinstance(origin, Obj):
            return False
        given = [[o for o in each if type(o) is Obj] for each in self._registered(program, origin.cls)]
        return bool(given) and all(each and all(is_bare(program, o, self.empty) for o in each) for each in given)

    def _registered(self, program: Program, cls: Cls) -> list[list[Origin]]:
        """What callers give to the methods that register things, call by call."""
        found: list[list[Origin]] = []
        for method in program.evaluator.members.methods(cls):
            if not program.units[cls.file].header(method).name.startswith(("register", "add")):
                continue
            for site, _, calls in program.callers.of(cls.file, method)[:20]:
                if calls:
                    _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
                    values = (*arguments, *[v for _, v in keywords])
                    found.append([o for v in values for o in program.evaluator.origins(site.file, site.scope, v)])
        return found

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

    def _named(self, program: Program, origin: Origin, row: Row) -> Confidence:
        """High for a path of its own, and where the class hands out by name what it keeps; a name alone is medium."""
        if not row.path.startswith("*."):
            return "high"
        for fn in (f for m in row.methods for f in program.evaluator.attribute((origin,), m) if isinstance(f, Fn)):
            body = program.units[fn.file].body(fn.scope)
            for value, _ in body.returns:
                if type(value) is int:
                    callee = body.calls[value][0]
                    kept = type(callee) is str and callee[0] == "$" and callee.endswith((".get", ".pop"))
                else:
                    kept = type(value) is tuple and value[0] == "[]"
                if kept:
                    return "high"
        return "medium"

    def _reached(
        self, program: Program, access: Access, confidence: Confidence, why: tuple[Step, ...]
    ) -> Iterator[Match]:
        """The match, where a request or a test gets there."""
        way = None
        if program.roles[access.file] == "application":
            way = program.way(access.file, access.scope)
            if way is None:
                return
            if way.assumed:
                confidence = lower(confidence, "medium")
        entry = program.title(way.file, way.scope) if way else program.units[access.file].qualname(access.scope)
        place = text(access.base) or access.name
        yield Match(
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
