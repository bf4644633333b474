"""Mocked: does a test that is meant to be real put something else in the place of the product?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.e2e.placed_in import lies_in, tests_in
from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.values.origins import Ext, Origins, Site
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Mocked:
    """Calls of kind `mock` in tests of the kinds `areas`, but for what `external` names and for libraries' things.

    `external` is the kind of the names of what a project does not own, such as a paid model.
    """

    areas: tuple[str, ...]
    mock: str
    external: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call."""
        areas = frozenset(self.areas)
        names = program.vocabulary.lasts(self.mock)
        marked: dict[int, list[int]] = {}
        for file, scope in tests_in(program, areas):
            marked.setdefault(file, []).append(scope)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, names)
            if program.roles[file] != "test" or not spelled:
                continue
            if lies_in(program, file, areas):
                scopes: list[int] = list(range(len(unit.interface.scopes)))
            else:
                scopes = [inner for scope in marked.get(file, ()) for inner in program.reach.inside(file, scope)]
            for scope in dict.fromkeys(scopes):
                for number, name in enumerate(unit.callees(scope)):
                    if name in spelled and (place := self._replaces(program, Site(file, scope, number))):
                        yield self._match(program, file, scope, unit.body(scope).calls[number][3], place)

    def _replaces(self, program: Program, site: Site) -> str:
        """The mock that a call makes of the product, or an empty string."""
        evaluator = program.evaluator
        rows = [r for o in evaluator.calls.callees(site) for r in evaluator.meaning.rows(o, self.mock)]
        if not rows or self._foreign(program, site):
            return ""
        return rows[0].path.replace("()", "").rpartition(".")[2]

    def _foreign(self, program: Program, site: Site) -> bool:
        """Whether what is replaced is no product code: a library's, or of a service that the project does not own."""
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        given = {k: v for k, v in keywords if k}
        target = next((v for v in (*arguments[:1], *(given.get(k) for k in ("target", "spec", "wraps"))) if v), None)
        external = program.vocabulary.names(self.external)
        if external:
            words = program.words.texts(site.file, site.scope, target) | program.words.texts(
                site.file, site.scope, given.get("name")
            )
            if any(matcher(frozenset(snake(e) for e in external)).search(snake(w)) for w in words):
                return True
        if type(target) is tuple and target[0] == "=":
            folder, names = program.units[site.file].folder, str(target[1]).split(".")
            heads = [".".join(names[:end]) for end in range(1, len(names))]
            return bool(heads) and all(program.modules.find(folder, head) is None for head in heads)
        return _of_library(program.evaluator.origins(site.file, site.scope, target))

    def _match(self, program: Program, file: int, scope: int, position: int, place: str) -> Match:
        unit = program.units[file]
        inside = unit.header(scope).kind == FUNCTION
        title = program.title(file, scope) if inside else unit.path.rpartition("/")[2]
        return Match(file=file, scope=scope, position=position, place=place, words={"place": place, "entry": title})


def _of_library(origins: Origins) -> bool:
    return bool(origins) and all(type(o) is Ext and not o.path.startswith("builtins.") for o in origins)
