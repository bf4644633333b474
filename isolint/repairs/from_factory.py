"""FromFactory: what is made directly, asked for where the vocabulary says that it is made for one user."""

from dataclasses import dataclass

from isolint.checks import Match
from isolint.checks.context.signatures import Signatures
from isolint.facts import ENTERED
from isolint.program import Program
from isolint.program.values.origins import Cls, Obj
from isolint.repairs.makers import Maker, Makers
from isolint.repairs.offer import Offer
from isolint.repairs.remade import Remade
from isolint.repairs.sites import site_of


@dataclass(frozen=True, slots=True)
class FromFactory:
    """Lets the one function of the kinds `factories` that gives such an object, and takes a context, make it.

    `needs` is the kind of contexts, `named` that of the names that speak of one.
    """

    factories: tuple[str, ...]
    needs: str
    named: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The call of the factory, with the context in scope."""
        site = site_of(program, match)
        callees = program.evaluator.calls.callees(site) if site else ()
        if site is None or len(callees) != 1 or not isinstance(callees[0], Cls):
            return None
        if program.units[site.file].body(site.scope).calls[site.call][4] & ENTERED:
            return None
        signatures = Signatures(program, self.needs, self.named)
        rows = [row for kind in self.factories for row in program.vocabulary.kinds.get(kind, ())]
        found = dict.fromkeys(m for row in rows for m in Makers(program).of(row) if self._gives(program, m, callees[0]))
        fitting = [m for m in found if any(signatures.takes(slot) for slot in signatures.of(m.function))]
        return Remade(program, signatures).offer(site, fitting[0]) if len(fitting) == 1 else None

    def _gives(self, program: Program, maker: Maker, cls: Cls) -> bool:
        """Whether all that a function gives are objects of a class."""
        made = [o for o in program.evaluator.calls.returned(maker.function, None) if isinstance(o, Obj)]
        return bool(made) and all(cls in program.evaluator.members.mro(o.cls) for o in made)
