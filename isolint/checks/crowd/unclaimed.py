"""Unclaimed: does a test that makes users and gets results look whose they are?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import handed, last_name
from isolint.program.values.origins import Ext, Obj, Site
from isolint.program.words import collect, matcher, snake


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """Tests that hand something of kind `context` to the product, and assert on nothing that names a user.

    `names` are the kinds of the words that name one. A call that gets the context and goes by a name of kind `asserts`
    may assert it, and so may what nobody knows.
    """

    context: str
    names: tuple[str, ...]
    asserts: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        heads = program.vocabulary.owners(self.context)
        if all(heads.isdisjoint(unit.interface.mentions) for unit in program.units):
            return
        names = matcher(frozenset(n for kind in self.names for n in program.vocabulary.names(kind)))
        asserting = matcher(program.vocabulary.names(self.asserts))
        for file in program.asked:
            for scope in program.suites.tests(file) if program.roles[file] == "test" else ():
                unit = program.units[file]
                inside = [s for s in program.reach.inside(file, scope) if unit.header(s).kind == FUNCTION]
                if not any(unit.body(s).asserts for s in inside):
                    continue
                if self._given(program, file, inside, asserting) and not self._claims(program, file, inside, names):
                    title = unit.qualname(scope)
                    position = unit.header(scope).position
                    yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})

    def _given(self, program: Program, file: int, scopes: list[int], asserting: re.Pattern[str]) -> bool:
        """Whether a context goes to a call whose result is kept, and to none that asserts or expects an error."""
        found = False
        for scope in scopes:
            for number, call in enumerate(program.units[file].body(scope).calls):
                site = Site(file, scope, number)
                if program.expects_error(site):
                    return False
                if not any(self._is_context(program, file, scope, v) for v in handed(call)):
                    continue
                if asserting.search(snake(last_name(call[0]))):
                    return False
                found = True
        return found

    def _is_context(self, program: Program, file: int, scope: int, value: Any) -> bool:
        if type(value) is tuple and value and value[0] == "=":
            return False
        meaning = program.evaluator.meaning
        origins = program.evaluator.origins(file, scope, value)
        return any(type(o) in (Obj, Ext) and meaning.has_kind(o, self.context) for o in origins)

    def _claims(self, program: Program, file: int, scopes: list[int], names: re.Pattern[str]) -> bool:
        """Whether an assertion, or a call by which one is made, speaks of a user."""
        for scope in scopes:
            body = program.units[file].body(scope)
            told: set[str] = set()
            for test, _ in body.asserts:
                collect(test, told)
            for callee, arguments, keywords, *_ in body.calls:
                if "assert" in last_name(callee).lower():
                    for value in (callee, *arguments, *[v for _, v in keywords]):
                        told |= program.words.texts(file, scope, value)
            if any(names.search(snake(t)) for t in told):
                return True
        return False
