"""Passed: the context that is in scope, passed to a call that takes one."""

from dataclasses import dataclass

from isolint.checks import Match
from isolint.checks.context.signatures import Signatures
from isolint.program import Program
from isolint.program.values.origins import Cls, Fn
from isolint.repairs.offer import Offer
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
        supplied = supply.context(site, slot) if slot else None
        change = supply.given(site, slot, supplied.text) if slot and supplied else None
        if supplied is None or change is None:
            return None
        return Offer((*supplied.changes, (program.units[match.file].path, change)), {"context": supplied.text})
