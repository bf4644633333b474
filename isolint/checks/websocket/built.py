"""Built: is a thing made directly where the vocabulary names a factory for it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.values.origins import Cls, Ext, Site
from isolint.program.words import tells_of


@dataclass(frozen=True, slots=True)
class Built:
    """Classes of kind `kind` made in request code or a test, in a program that has something of kind `factory`."""

    kind: str
    factory: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each construction."""
        known, own = program.once(_factories, self.factory)
        names = program.named_classes(self.kind) if known else frozenset()
        for file in program.asked if known else ():
            unit = program.units[file]
            role = program.roles[file]
            spelled = program.spelled(file, names) if role != "script" else ()
            if not spelled or file in own or (role == "test" and tells_of(unit.path, known)):
                continue
            for scope, header in enumerate(unit.interface.scopes):
                for number, name in enumerate(unit.callees(scope) if header[0] == FUNCTION or role == "test" else ()):
                    if name in spelled:
                        yield from self._match(program, Site(file, scope, number), known)

    def _match(self, program: Program, site: Site, known: frozenset[str]) -> Iterator[Match]:
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


def _factories(program: Program, kind: str) -> tuple[frozenset[str], frozenset[int]]:
    """The names of a kind that the program speaks of, and the files that define one."""
    known = program.evaluator.surface.mentioned(program.vocabulary.heads(kind))
    files = program.evaluator.surface.mentioning(*known)
    return known, frozenset(f for f in files if any(h[1] in known for h in program.units[f].interface.scopes))
