"""ForUser: what is taken from a registry of the process, made for the user by the factory that serves it."""

from dataclasses import dataclass

from isolint.checks import Match
from isolint.checks.context.signatures import Signatures
from isolint.facts import Value
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Obj, Site
from isolint.repairs.leftover import leftover
from isolint.repairs.makers import Makers
from isolint.repairs.offer import Offer
from isolint.repairs.remade import Remade
from isolint.repairs.sites import site_of
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class ForUser:
    """Lets the first method of kind `factories` that resolves make what an accessor of a registry would give.

    `needs` is the kind of contexts, `named` that of the names that speak of one.
    """

    factories: str
    needs: str
    named: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The call of the factory's method, with what the accessor was given and the context in scope."""
        site = site_of(program, match)
        if site is None:
            return None
        callee, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        if len(arguments) + len(keywords) != 1:
            return None
        held = receiver(callee)
        stores = [(last_name(callee), held)]
        if last_name(callee) == "get":
            stores.append((last_name(held), receiver(held)))
        signatures = Signatures(program, self.needs, self.named)
        for row in program.vocabulary.kinds.get(self.factories, ()):
            if not any(self._serves(program, site.file, site.scope, row, *store) for store in stores):
                continue
            makers = Makers(program).of(row)
            if makers:
                offer = Remade(program, signatures).offer(site, makers[0]) if len(makers) == 1 else None
                return self._tidied(program, site, held, offer)
        return None

    def _tidied(self, program: Program, site: Site, store: Value, offer: Offer | None) -> Offer | None:
        """The offer, and the local name of the registry away where nothing else uses it."""
        change = leftover(program, site, store) if offer else None
        if offer is None or change is None:
            return offer
        return Offer((*offer.changes, (program.units[site.file].path, change)), offer.words)

    def _serves(self, program: Program, file: int, scope: int, row: Row, accessor: str, store: Value) -> bool:
        """Whether a factory stands for what this accessor, or attribute, of a store hands out."""
        if accessor not in row.methods or store is None:
            return False
        origins = program.expanded(program.evaluator.origins(file, scope, store))
        names = {last_name(store)}
        for origin in origins:
            cls = origin.cls if isinstance(origin, Obj) else origin
            line = program.evaluator.members.mro(cls) if isinstance(cls, Cls) else (origin,)
            names |= {program.evaluator.meaning.canonical(o).replace("()", "").rpartition(".")[2] for o in line}
        return not names.isdisjoint(row.keywords)
