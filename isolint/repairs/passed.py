"""Passed: the context that is in scope, passed to a call that takes one."""

from dataclasses import dataclass

from isolint.checks import Match
from isolint.checks.context.signatures import Signatures
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Fn, Obj, Site
from isolint.repairs.offer import Offer
from isolint.repairs.onward import onward
from isolint.repairs.sites import site_of
from isolint.repairs.supply import Supply


@dataclass(frozen=True, slots=True)
class Passed:
    """Gives a call the one context in scope; a test takes the one fixture that gives one, where there is none yet.

    `needs` is the kind of contexts, `named` that of the names that speak of one.
    """

    needs: str
    named: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The argument and, for a fixture, the parameter."""
        site = site_of(program, match)
        callees = program.evaluator.calls.callees(site) if site else ()
        if site is None or len(callees) != 1 or not isinstance(callees[0], Cls | Fn):
            return None
        signatures = Signatures(program, self.needs, self.named)
        supply = Supply(program, signatures)
        slot = supply.slot(signatures.of(callees[0]))
        if slot and _lacks(program, site, slot.name):
            return None
        supplied = supply.context(site, slot) if slot else None
        change = supply.given(site, slot, supplied.text) if slot and supplied else None
        if supplied is None or change is None:
            return None
        made = [o.cls for o in program.evaluator.calls.result(*site, None) if isinstance(o, Obj)]
        passed = onward(program, supply, site, made, supplied.text)
        return Offer((*supplied.changes, (program.units[match.file].path, change), *passed), {"context": supplied.text})


def _lacks(program: Program, site: Site, name: str) -> bool:
    """Whether a test looks whether what is made lacks a context: what is told nothing is what it is about."""
    body = program.units[site.file].body(site.scope)
    held = [(".", site.call, f"{hidden}{name}") for hidden in ("", "_")]
    told = [value for value, _ in body.asserts if contains(value, ("=", None))]
    told += [call[1] for call in body.calls if last_name(call[0]) == "assertIsNone"]
    return any(contains(value, each) for value in told for each in held)
