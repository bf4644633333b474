"""Unclaimed: does a test that makes users and gets results look whose they are?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import handed
from isolint.program.values.origins import Ext, Obj, Site
from isolint.program.words import collect, matcher, snake

PLAIN: Final = frozenset({("=",), ("<-",), ("list",), ("tuple",), ("set",), ("dict",), ()})


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
        if not program.evaluator.surface.mentioned(heads):
            return
        claiming = program.once(_Speaking, self.names)
        asserting = matcher(program.vocabulary.names(self.asserts))
        for file in program.asked:
            for scope in program.suites.tests(file) if program.roles[file] == "test" else ():
                unit = program.units[file]
                inside = [s for s in program.reach.inside(file, scope) if unit.header(s).kind == FUNCTION]
                if not any(unit.body(s).asserts for s in inside) or any(claiming.of(file, s) for s in inside):
                    continue
                if self._given(program, file, inside, asserting):
                    title = unit.qualname(scope)
                    position = unit.header(scope).position
                    yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})

    def _given(self, program: Program, file: int, scopes: list[int], asserting: re.Pattern[str]) -> bool:
        """Whether a context goes to a call whose result is kept, and to none that asserts or expects an error."""
        unit = program.units[file]
        expecting = program.vocabulary.lasts("expects-error")
        found = False
        for scope in scopes:
            for number, name in enumerate(unit.callees(scope)):
                if name in expecting and program.expects_error(Site(file, scope, number)):
                    return False
        for scope in scopes:
            for call, name in zip(unit.body(scope).calls, unit.callees(scope), strict=True):
                asserts = bool(asserting.search(program.words.spelt(name)))
                if found and not asserts:
                    continue
                if any(self._is_context(program, file, scope, v) for v in handed(call)):
                    if asserts:
                        return False
                    found = True
        return found

    def _is_context(self, program: Program, file: int, scope: int, value: Any) -> bool:
        if value is None or (type(value) is tuple and value[:1] in PLAIN):
            return False
        meaning = program.evaluator.meaning
        origins = program.evaluator.origins(file, scope, value)
        return any(type(o) in (Obj, Ext) and meaning.has_kind(o, self.context) for o in origins)


class _Speaking:
    """Which functions assert something that speaks of a user, by names of these kinds."""

    def __init__(self, program: Program, kinds: tuple[str, ...]) -> None:
        self._program = program
        self._names = matcher(frozenset(n for kind in kinds for n in program.vocabulary.names(kind)))
        self._known: dict[str, bool] = {}

    def of(self, file: int, scope: int) -> bool:
        """Whether an assertion of a function, or a call by which one is made, speaks of a user."""
        unit = self._program.units[file]
        body = unit.body(scope)
        told: set[str] = set()
        for test, _ in body.asserts:
            collect(test, told)
        for (callee, arguments, keywords, *_), name in zip(body.calls, unit.callees(scope), strict=True):
            if "assert" in name.lower():
                for value in (callee, *arguments, *[v for _, v in keywords]):
                    told |= self._program.words.texts(file, scope, value)
        return any(map(self._speaks, told))

    def _speaks(self, text: str) -> bool:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = bool(self._names.search(snake(text)))
        return found
