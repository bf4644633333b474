"""Equipped: does a test that makes what belongs to one user say whose it is?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site
from isolint.program.words import matcher, snake

ABSENCE = re.compile("_(without|missing|no|not|none|invalid|requires?|required|rejects?|empty|bad)_")


@dataclass(frozen=True, slots=True)
class Equipped:
    """Tests that make something of kind `makes` with nothing of kind `needs` in reach.

    `named` is the kind of the names that speak of it. Silent in a program that has nothing of kind `needs` at all.
    """

    makes: str
    needs: str
    named: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each making call."""
        heads = program.vocabulary.owners(self.needs)
        if all(heads.isdisjoint(unit.interface.mentions) for unit in program.units):
            return
        wanted = program.named_classes(self.makes)
        names = matcher(program.vocabulary.names(self.named) | {snake(h).strip("_") for h in heads})
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, wanted) if is_test_file(unit.path) else frozenset()
            if not spelled:
                continue
            for scope in program.suites.tests(file):
                made = list(self._made(program, file, scope, spelled))
                if made and not self._about(program, file, scope, names) and not self._has(program, file, scope, names):
                    for site, name in made:
                        yield self._match(program, file, scope, site, name)

    def _made(self, program: Program, file: int, scope: int, spelled: frozenset[str]) -> Iterator[tuple[Site, str]]:
        unit = program.units[file]
        for inner in program.reach.inside(file, scope):
            if unit.header(inner).kind != FUNCTION:
                continue
            body = unit.body(inner)
            for number, call in enumerate(body.calls):
                if last_name(call[0]) not in spelled:
                    continue
                site = Site(file, inner, number)
                for origin in program.evaluator.calls.callees(site):
                    if self._counts(program, origin) and not program.expected_to_fail(site):
                        yield site, last_name(call[0])
                        break

    def _counts(self, program: Program, origin: Any) -> bool:
        if isinstance(origin, Cls) and program.roles[origin.file] == "test":
            return False  # a fake of the suite's
        return type(origin) in (Cls, Ext, Fn) and program.evaluator.meaning.has_kind(origin, self.makes)

    def _about(self, program: Program, file: int, scope: int, names: Any) -> bool:
        """Whether the test is about what is missing: by its name, which speaks of both."""
        name = snake(program.units[file].header(scope).name)
        return bool(ABSENCE.search(name)) and bool(names.search(name) or "_context_" in name)

    def _has(self, program: Program, file: int, scope: int, names: Any) -> bool:
        """Whether something in reach of the test makes or holds what is needed."""
        owner = program.units[file].owner(scope)
        if owner >= 0 and program.suites.has_unknown_base(Cls(file, owner)):
            return True
        for at in program.reach.of(file, scope):
            unit = program.units[at[0]]
            if unit.header(at[1]).kind != FUNCTION:
                continue
            if any(names.search(word) for word in program.words.of(*at)):
                return True
            header, body = unit.header(at[1]), unit.body(at[1])
            given = [v for d in header.decorators if type(d) is int for v in unit.body(header.parent).calls[d][1]]
            if any(self._holds(program, at[0], header.parent, v) for v in given):
                return True
            values = [v for c in body.calls for v in (*c[1], *[v for _, v in c[2]])]
            if any(self._holds(program, *at, v) for v in (*range(len(body.calls)), *values)):
                return True
        return False

    def _holds(self, program: Program, file: int, scope: int, value: Any) -> bool:
        """Whether a value is what is needed, or a display with such a thing in it."""
        if type(value) is tuple and value and value[0] in ("list", "tuple", "set"):
            return any(self._holds(program, file, scope, v) for v in value[1:])
        origins = program.evaluator.origins(file, scope, value)
        return any(type(o) in (Obj, Ext) and program.evaluator.meaning.has_kind(o, self.needs) for o in origins)

    def _match(self, program: Program, file: int, scope: int, site: Site, name: str) -> Match:
        unit = program.units[file]
        return Match(
            file=file, scope=scope, position=unit.body(site.scope).calls[site.call][3], place=name,
            confidence="medium", words={"place": name, "entry": unit.qualname(scope)},
        )  # fmt: skip
