"""Concrete: an abstract class that is made, replaced by the one class that implements it."""

from dataclasses import dataclass

from isolint.change import Recall
from isolint.checks import Match
from isolint.checks.context.signatures import Signatures
from isolint.facts import KEYWORD
from isolint.program import Program
from isolint.program.values.origins import Cls, Site
from isolint.repairs.naming import named
from isolint.repairs.offer import Offer
from isolint.repairs.sites import site_of
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Concrete:
    """Makes the only subclass that can be made, or among several the only one that a row of kind `context` names.

    `named` is the kind of the names that speak of a context.
    """

    context: str
    named: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The other class, where its constructor takes the same arguments."""
        site = site_of(program, match)
        callees = program.evaluator.calls.callees(site) if site else ()
        if site is None or len(callees) != 1 or not isinstance(callees[0], Cls):
            return None
        found = self._implementing(program, site.file, match.words.get("implementers", ""))
        if len(found) > 1:
            found = [cls for cls in found if self._is_configured(program, cls)]
        if len(found) != 1 or not self._takes_the_same(program, site, callees[0], found[0]):
            return None
        said = named(program, site.file, site.scope, found[0])
        if said is None or not self._is_there(program, site, match.position, found[0]):
            return None
        path = program.units[site.file].path
        changes = (*said.changes, (path, Recall(spot(match.position), said.text)))
        return Offer(changes, {"class": said.text})

    def _implementing(self, program: Program, file: int, symbols: str) -> list[Cls]:
        """The classes of these symbols; one of a suite counts in its own file alone."""
        found = []
        for symbol in symbols.split():
            for cls in program.evaluator.names.definitions(symbol.rpartition(".")[2]):
                same = isinstance(cls, Cls) and program.symbol(cls.file, cls.scope) == symbol
                if isinstance(cls, Cls) and same and (program.roles[cls.file] == "application" or cls.file == file):
                    found.append(cls)
        return found

    def _is_configured(self, program: Program, cls: Cls) -> bool:
        """Whether a row names the class itself, and not one of its bases."""
        path = f"{program.evaluator.meaning.canonical(cls)}()"
        return any(row.kind == self.context for row in program.vocabulary.of(path))

    def _takes_the_same(self, program: Program, site: Site, abstract: Cls, cls: Cls) -> bool:
        """Whether what the call gives means the same to both constructors, and nothing else is needed."""
        signatures = Signatures(program, self.context, self.named)
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        if any(type(a) is tuple and a[:1] == ("*",) for a in arguments) or any(not key for key, _ in keywords):
            return False
        before, after = signatures.of(abstract), signatures.of(cls)
        plain = [[s.name for s in slots if s.kind != KEYWORD or s.number >= 0] for slots in (before, after)]
        first = plain[1][: len(arguments)]
        if len(first) < len(arguments) or (plain[0] and plain[0][: len(arguments)] != first):
            return False
        given = {*first, *[str(key) for key, _ in keywords]}
        names = {s.name for s in after}
        return given <= names and {s.name for s in after if s.default == ()} <= given

    def _is_there(self, program: Program, site: Site, position: int, cls: Cls) -> bool:
        """Whether a class of the same file is defined by then, where no function stands between."""
        unit = program.units[site.file]
        return site.scope > 0 or cls.file != site.file or unit.header(cls.scope).position < position
