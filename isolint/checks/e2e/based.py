"""Based: does a test class of an area have the base that the project wants there?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.values.origins import Cls
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class Based:
    """Test classes in folders of the kinds of area that rows of kind `base` name, without one of those bases."""

    base: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each class, at its name."""
        rows = program.vocabulary.kinds.get(self.base, ())
        for file in program.asked if rows else ():
            unit = program.units[file]
            areas = program.areas.of(unit.path) if program.roles[file] == "test" else frozenset()
            wanted = [row for row in rows if not areas.isdisjoint(row.keywords)]
            wanted = [row for row in wanted if self._collectable(program, row)]
            if not wanted:
                continue
            owners = dict.fromkeys(unit.owner(scope) for scope in program.suites.tests(file))
            for scope in (o for o in owners if o >= 0):
                if not self._has(program, Cls(file, scope)):
                    title = unit.qualname(scope)
                    place = wanted[0].path.rpartition(".")[2]
                    yield Match(
                        file=file, scope=scope, position=unit.header(scope).position, place=place,
                        words={"place": place, "entry": title},
                    )  # fmt: skip

    def _has(self, program: Program, cls: Cls) -> bool:
        """Whether a class has one of the bases, or one of which nobody knows what it is."""
        if program.suites.has_unknown_base(cls):
            return True
        return any(program.evaluator.meaning.has_kind(base, self.base) for base in program.evaluator.members.mro(cls))

    def _collectable(self, program: Program, row: Row) -> bool:
        """Whether tests below a base would run: no class of the program by that name keeps them from it."""
        name = row.path.rpartition(".")[2]
        classes = [
            Cls(file, scope)
            for file, unit in program.speaking(name)
            for scope, header in enumerate(unit.interface.scopes)
            if header[1] == name and program.evaluator.meaning.has_kind(Cls(file, scope), self.base)
        ]
        return not any(self._is_made(program, cls) for cls in classes)

    def _is_made(self, program: Program, cls: Cls) -> bool:
        """Whether a class of no test framework has a constructor, so that its tests are not collected."""
        made = program.evaluator.members.member(cls, "__init__", cls)
        return bool(made) and not program.suites.is_test_class(cls)
