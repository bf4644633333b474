"""Recreated: does a test make a registry of its own, where the application has one for the whole process?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.checks.state.registries import Registries
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Obj, Site


@dataclass(frozen=True, slots=True)
class Recreated:
    """Stores of kind `source` made in a suite; `empty` are bases outside of the program that bring no attributes."""

    source: str
    empty: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each construction."""
        names = program.named_classes(self.source)
        registries = Registries(program, self.source, self.empty)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, names) if program.roles[file] == "test" else frozenset()
            for scope in range(len(unit.interface.scopes)) if spelled else ():
                for number, name in enumerate(unit.callees(scope)):
                    if name in spelled:
                        yield from self._made(program, registries, Site(file, scope, number))

    def _made(self, program: Program, registries: Registries, site: Site) -> Iterator[Match]:
        file, scope = site.file, site.scope
        unit = program.units[file]
        for callee in program.evaluator.calls.callees(site):
            if not isinstance(callee, Cls | Ext) or (isinstance(callee, Cls) and program.roles[callee.file] == "test"):
                continue  # a fake of the suite's
            store = Obj(callee, site) if isinstance(callee, Cls) else Ext(f"{callee.path}()", site)
            rows = program.evaluator.meaning.rows(store, self.source)
            if not rows or (isinstance(callee, Ext) and not last_name(callee.path)[:1].isupper()):
                continue
            accessors = frozenset(m for row in rows for m in row.methods)
            if registries.own(file, scope, callee) or registries.tested(file, scope, site.call, accessors):
                continue
            if any(registries.hands_out_classes(store, name) for name in accessors) or registries.hands_out_bare(store):
                continue
            name = last_name(unit.body(scope).calls[site.call][0])
            yield Match(
                file=file, scope=scope, position=unit.body(scope).calls[site.call][3], place=name, confidence="medium",
                words={"place": name, "entry": program.title(file, scope)}, related=registries.everywhere(store),
            )  # fmt: skip
            return
