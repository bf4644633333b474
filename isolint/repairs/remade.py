"""Remade: a call that calls a maker instead, with the context that this takes."""

from dataclasses import dataclass

from isolint.change import Await, Change, Pass, Recall, Unawait
from isolint.checks.context.signatures import Signatures, Slot
from isolint.facts import ASYNC, AWAITED, KEYWORD, POSITIONAL_ONLY
from isolint.program import Program
from isolint.program.values.origins import Obj, Site
from isolint.repairs.makers import Maker, Makers
from isolint.repairs.offer import Offer
from isolint.repairs.onward import onward
from isolint.repairs.scope import Scope
from isolint.repairs.spot import spot
from isolint.repairs.supply import Supplied, Supply


@dataclass(frozen=True, slots=True)
class Remade:
    """Answers for one program."""

    program: Program
    signatures: Signatures

    def offer(self, site: Site, maker: Maker) -> Offer | None:
        """The changes by which a call becomes one of a maker; its own arguments stay."""
        call = self.program.units[site.file].body(site.scope).calls[site.call]
        at = spot(call[3])
        slots = self.signatures.of(maker.function)
        supply = Supply(self.program, self.signatures)
        slot = supply.slot(slots)
        awaiting = self._awaiting(site, maker)
        if slot is None or awaiting is None:
            return None
        told = self._told(site, slots, slot)
        if told is None:
            return None
        supplied = Supplied("") if told else supply.context(site, slot)
        callee = Makers(self.program).callee(Scope(self.program, self.signatures), site, maker)
        if supplied is None or callee is None:
            return None
        argument = () if told else (self._argument(site, slot, supplied.text),)
        path = self.program.units[site.file].path
        here = [(path, change) for change in (Recall(at, callee.text), *argument, *awaiting)]
        made = [o.cls for o in self.program.evaluator.calls.returned(maker.function, None) if isinstance(o, Obj)]
        passed = onward(self.program, supply, site, made, supplied.text) if supplied.text else ()
        return Offer((*callee.changes, *supplied.changes, *here, *passed), {"factory": callee.text})

    def _told(self, site: Site, slots: tuple[Slot, ...], slot: Slot) -> bool | None:
        """Whether the call's own arguments tell the context; None where the maker does not take them, or lacks some."""
        _, arguments, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        if any(type(a) is tuple and a[:1] == ("*",) for a in arguments):
            return None
        values = [*arguments, *[value for _, value in keywords]]
        contexts = [value for value in values if self.signatures.is_context(site.file, site.scope, value)]
        plain = [s for s in slots if s.kind != KEYWORD and (s != slot or contexts)]
        names = {s.name for s in slots if s.kind != POSITIONAL_ONLY and (s != slot or contexts)}
        given = [s.name for s in plain[: len(arguments)]] + [str(key) for key, _ in keywords]
        if len(arguments) > len(plain) or any(key not in names for key, _ in keywords) or len(set(given)) < len(given):
            return None
        needed = {s.name for s in slots if s.default == () and s != slot}
        if not needed <= set(given) or len(contexts) > 1:
            return None
        if not contexts:
            return False
        return True if dict(zip(given, values, strict=True)).get(slot.name) == contexts[0] else None

    def _argument(self, site: Site, slot: Slot, text: str) -> Pass:
        """The argument for a context, among those that are there."""
        _, arguments, keywords, position, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        if slot.kind == KEYWORD or slot.number > len(arguments) or (keywords and slot.number == len(arguments)):
            return Pass(spot(position), text, slot.name)
        return Pass(spot(position), text, "", slot.number)

    def _awaiting(self, site: Site, maker: Maker) -> tuple[Change, ...] | None:
        """What becomes of an `await`; None where one is needed and cannot be."""
        unit = self.program.units[site.file]
        call = unit.body(site.scope).calls[site.call]
        function = maker.function
        needs = bool(self.program.units[function.file].header(function.scope).flags & ASYNC)
        awaited = bool(call[4] & AWAITED)
        if needs == awaited:
            return ()
        if awaited:
            return (Unawait(spot(call[3])),)
        return (Await(spot(call[3])),) if unit.header(site.scope).flags & ASYNC else None
