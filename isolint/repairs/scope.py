"""Scope: what is in scope at a call, as it would be written there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from isolint.checks.context.signatures import NONE, Signatures
from isolint.facts import FUNCTION, KWARG, VARARG, Body, Value
from isolint.program import Program
from isolint.program.flow.regions import call_of, chain
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Obj, Origin, Origins, Site, known

PLAIN: Final = frozenset({"classmethod", "staticmethod"})


class Thing(NamedTuple):
    """Something with a name: `value` is seen from a scope of a file; it is `sure` that it is there and what it is."""

    text: str
    file: int
    scope: int
    value: Value
    sure: bool


class At(NamedTuple):
    """A place in a function: its position, the regions that it stands in, and the calls done before; -1 is all."""

    position: int
    regions: frozenset[int]
    calls: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Answers for one program; `signatures` know what a context is."""

    program: Program
    signatures: Signatures

    def things(self, site: Site) -> Iterator[Thing]:
        """All that has a name: parameters, locals, attributes of the method's object, also of functions around."""
        unit = self.program.units[site.file]
        body = unit.body(site.scope)
        call = body.calls[site.call]
        scope, at = site.scope, At(call[3], frozenset((0, *chain(body, call[5]))), site.call)
        taken: set[str] = set()
        while scope > 0:
            header = unit.header(scope)
            if header.kind == FUNCTION:
                own = {str(row[0]) for row in header.params} | set(unit.body(scope).names)
                for thing in self._of(site.file, scope, at):
                    if thing.text.partition(".")[0] not in taken:
                        yield thing
                taken |= own
            at = At(header.position, frozenset({0}), -1)
            scope = header.parent

    def contexts(self, site: Site) -> list[Thing]:
        """What is a context, or may be one by its name."""
        return [thing for thing in self.things(site) if self.is_context(thing)]

    def is_context(self, thing: Thing) -> bool:
        """Whether a thing is a context, by what it is known to be, or else by its name."""
        origins = known(self.origins(thing))
        if origins:
            meaning = self.program.evaluator.meaning
            return any(meaning.has_kind(o, self.signatures.context) for o in origins)
        return self.signatures.speaks(last_name(thing.text))

    def origins(self, thing: Thing) -> Origins:
        """What a thing is."""
        return self.program.evaluator.origins(thing.file, thing.scope, thing.value)

    def _of(self, file: int, scope: int, at: At) -> Iterator[Thing]:
        """What a function itself gives names to."""
        unit = self.program.units[file]
        header, body = unit.header(scope), unit.body(scope)
        own = unit.own(scope)
        names, bound = set(body.names), _bound(body)
        for name, _, _, kind in header.params:
            if name != own and kind not in {VARARG, KWARG}:
                yield Thing(name, file, scope, f"${name}", name not in names)
        params = {row[0] for row in header.params}
        for name in body.names:
            if name not in params:
                rows = bound.get(name, [])
                value = rows[0][1] if len(rows) == 1 else None
                yield Thing(name, file, scope, value, len(rows) == 1 and _before(*rows[0][1:], at))
        if own and own not in names and PLAIN.isdisjoint(header.decorators):
            for name in self._attributes(file, scope, at):
                yield Thing(f"{own}.{name}", file, scope, f"${own}.{name}", sure=True)

    def _attributes(self, file: int, scope: int, at: At) -> dict[str, None]:
        """The attributes that the object of a method has once it is made, and set up where it is a test's."""
        owner = Cls(file, self.program.units[file].owner(scope))
        makers = self._makers(owner)
        if (file, scope) in makers:
            return dict.fromkeys(self._set_before(file, scope, at))
        found = dict.fromkeys(name for maker in makers for name in self._set(*maker))
        if not makers:
            found |= dict.fromkeys(slot.name for slot in self.signatures.of(owner))
        return found | dict.fromkeys(self._properties(owner))

    def _makers(self, owner: Cls) -> list[tuple[int, int]]:
        """The constructors that run for an object of a class, and the set-up of a test class."""
        found = []
        for base in self._line(owner):
            unit = self.program.units[base.file]
            value = unit.header(base.scope).bindings.get("__init__")
            if type(value) is tuple and value[0] == "def":
                found.append((base.file, value[1]))
                if all(last_name(call[0]) != "__init__" for call in unit.body(value[1]).calls):
                    break
        tests = [s for s, part in self.program.suites.parts(owner.file).items() if part == "test"]
        own = [s for s in tests if self.program.units[owner.file].owner(s) == owner.scope]
        return found + [at for test in own[:1] for at in self.program.suites.hooks(owner.file, test)]

    def _set(self, file: int, scope: int) -> Iterator[str]:
        """The attributes that a constructor sets, whatever happens."""
        own = self.program.units[file].own(scope)
        for kind, base, key, value, _, region in self.program.units[file].body(scope).stores:
            if kind == "attr" and own and base == f"${own}" and not region and type(key) is str and value != NONE:
                yield key

    def _set_before(self, file: int, scope: int, at: At) -> Iterator[str]:
        """The attributes that a constructor has set when it comes to a place, but for what else has a name there."""
        own = self.program.units[file].own(scope)
        for kind, base, key, value, position, region in self.program.units[file].body(scope).stores:
            told = kind == "attr" and base == f"${own}" and type(value) is not str and value != NONE
            if told and type(key) is str and _before(value, position, region, at):
                yield key

    def _properties(self, owner: Cls) -> Iterator[str]:
        """The methods that are read as attributes and that, by their names, give a context."""
        members = self.program.evaluator.members
        for base in self._line(owner):
            for method in members.methods(base):
                header = self.program.units[base.file].header(method)
                if self.signatures.speaks(header.name) and members.is_property(base.file, header):
                    yield header.name

    def _line(self, owner: Cls) -> list[Cls]:
        return [base for base in self.program.evaluator.members.mro(owner) if isinstance(base, Cls)]

    def instances(self, site: Site, cls: Cls) -> list[Thing]:
        """The things that surely are objects of a class."""
        found = []
        for thing in self.things(site):
            made = [o for o in known(self.origins(thing)) if not self._is_marker(o)] if thing.sure else []
            lines = [self.program.evaluator.members.mro(o.cls) for o in made if isinstance(o, Obj)]
            if lines and len(lines) == len(made) and all(cls in line for line in lines):
                found.append(thing)
        return found

    def _is_marker(self, origin: Origin) -> bool:
        """Whether it is what stands as a default and tells a framework about a parameter."""
        if not isinstance(origin, Ext):
            return False
        meaning = self.program.evaluator.meaning
        maker = Ext(origin.path.removesuffix("()"))
        return meaning.has_kind(maker, "injector") or meaning.has_kind(origin, "parameter-marker")


def _bound(body: Body) -> dict[str, list[tuple[str, Value, int, int]]]:
    found: dict[str, list[tuple[str, Value, int, int]]] = {}
    for row in body.bound:
        found.setdefault(row[0], []).append(row)
    return found


def _before(value: Value, position: int, region: int, at: At) -> bool:
    """Whether what is bound here is so wherever the other place is reached."""
    return position < at.position and region in at.regions and (at.calls < 0 or call_of(value) < at.calls)
