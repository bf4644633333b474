"""Supply: the context that a call can be given, and how it is given there."""

from dataclasses import dataclass
from typing import Any

from isolint.change import Change, Pass, Reword
from isolint.checks.context.signatures import NONE, Signatures, Slot
from isolint.facts import KEYWORD, POSITIONAL_ONLY
from isolint.program import Program
from isolint.program.values.origins import Obj, Origins, Site, known
from isolint.repairs.doubts import decides
from isolint.repairs.fixtures import context_fixture
from isolint.repairs.scope import Scope, Thing
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Supplied:
    """A context as it is written at a call, and the changes that it takes to be there."""

    text: str
    changes: tuple[tuple[str, Change], ...] = ()


@dataclass(frozen=True, slots=True)
class Supply:
    """Answers for one program."""

    program: Program
    signatures: Signatures

    def context(self, site: Site, slot: Slot) -> Supplied | None:
        """The one context in scope that fits a parameter, or else the one that a fixture would give a test."""
        scope = Scope(self.program, self.signatures)
        found = scope.contexts(site)
        if found:
            thing = found[0]
            alone = len(found) == 1 and thing.sure and not self._is_decided(site, thing)
            return Supplied(thing.text) if alone and self._fits(scope.origins(thing), slot) else None
        asked = context_fixture(self.program, self.signatures, site, lambda origins: self._fits(origins, slot))
        return Supplied(asked[0].name, (asked[1],)) if asked else None

    def slot(self, slots: tuple[Slot, ...]) -> Slot | None:
        """The one parameter for a context."""
        taking = [slot for slot in slots if self.signatures.takes(slot)]
        return taking[0] if len(taking) == 1 else None

    def given(self, site: Site, slot: Slot, text: str) -> Change | None:
        """The change by which a call gives a parameter something, in the place of nothing or of None."""
        _, arguments, keywords, position, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        value = self.signatures.value(site, slot)
        if value == NONE:
            empty = [v for v in (*arguments, *[v for _, v in keywords]) if v == NONE]
            return Reword(spot(position), "None", text) if len(empty) == 1 else None
        if value != ():
            return None
        next_one = slot.kind != KEYWORD and slot.number == len(arguments) and not any(map(_is_unpacked, arguments))
        by_position = next_one and not keywords and (slot.default == () or slot.number == 0)
        if by_position or (next_one and slot.kind == POSITIONAL_ONLY):
            return Pass(spot(position), text)
        return None if slot.kind == POSITIONAL_ONLY else Pass(spot(position), text, slot.name)

    def _is_decided(self, site: Site, thing: Thing) -> bool:
        """Whether the place is one for when there is no context; what functions around decide is not looked at."""
        body = self.program.units[site.file].body(site.scope)
        return thing.scope == site.scope and decides(body, site.call, thing.value)

    def _fits(self, origins: Origins, slot: Slot) -> bool:
        """Whether what is known of a context does not contradict what a parameter is annotated with."""
        told = self.program.evaluator.annotations.instances(slot.file, slot.scope, slot.annotation)
        wanted = {o.cls for o in told if isinstance(o, Obj)}
        made = [o.cls for o in known(origins) if isinstance(o, Obj)]
        lines = [self.program.evaluator.members.mro(cls) for cls in made]
        return not wanted or all(not wanted.isdisjoint(line) for line in lines)


def _is_unpacked(value: Any) -> bool:
    return type(value) is tuple and value[:1] == ("*",)
