"""Built: is a thing made directly where the vocabulary names a factory for it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Site
from isolint.program.words import tells_of


@dataclass(frozen=True, slots=True)
class Built:
    """Classes of kind `kind` made in request code or a test, in a program that has something of kind `factory`."""

    kind: str
    factory: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each construction."""
        factories = program.vocabulary.heads(self.factory)
        known = {n for unit in program.units for n in factories & unit.interface.mentions}
        if not known:
            return
        names = program.named_classes(self.kind)
        own = {n for n, unit in enumerate(program.units) if any(h[1] in known for h in unit.interface.scopes)}
        for file in program.asked:
            unit = program.units[file]
            role = program.roles[file]
            spelled = program.spelled(file, names)
            if role == "script" or not spelled or file in own or (role == "test" and tells_of(unit.path, known)):
                continue
            for scope in range(len(unit.interface.scopes)):
                if unit.header(scope).kind != FUNCTION and role != "test":
                    continue
                for number, call in enumerate(unit.body(scope).calls):
                    if last_name(call[0]) in spelled:
                        yield from self._match(program, Site(file, scope, number), known)

    def _match(self, program: Program, site: Site, known: set[str]) -> Iterator[Match]:
        file, scope = site.file, site.scope
        unit = program.units[file]
        callees = program.evaluator.calls.callees(site)
        if any(isinstance(o, Cls) and o.file == file for o in callees):
            return  # a local class of that name
        for origin in callees:
            if type(origin) not in (Cls, Ext) or not program.evaluator.meaning.has_kind(origin, self.kind):
                continue
            name = program.evaluator.meaning.canonical(origin).rpartition(".")[2]
            if name in known or (program.roles[file] == "test" and tells_of(unit.path, (name,))):
                continue
            way = None
            if program.roles[file] == "application":
                way = program.way(file, scope)
                if way is None or program.lifetimes.site(site):
                    continue
            yield Match(
                file=file, scope=scope, position=unit.body(scope).calls[site.call][3], place=name,
                confidence="medium", trace=program.trace(way) if way else (), entries=way.entries if way else 0,
                words={"place": name, "entry": program.title(file, scope), "factory": ", ".join(sorted(known))},
            )  # fmt: skip
            return
