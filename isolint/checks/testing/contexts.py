"""Contexts: does something that runs for a test say whose request it is?"""

from typing import Any

from isolint.checks.context.absence import leaves_out, words_for
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.values.origins import Cls, Ext, Obj
from isolint.program.words import Spoken

DISPLAYS = ("list", "tuple", "set")


class Contexts:
    """Answers for the tests of one program, remembered; `needs` is the kind of contexts, `named` of words for them."""

    def __init__(self, program: Program, needs: str, named: str) -> None:
        self._program = program
        self._needs = needs
        self._names = words_for(program, needs, named)
        self._spoken = Spoken(program.words, self._names.search)
        self.known = bool(program.evaluator.surface.mentioned(program.vocabulary.owners(needs)))
        self._tests: dict[tuple[int, int], bool] = {}
        self._functions: dict[tuple[int, int], bool] = {}

    def lacking(self, file: int, scope: int) -> bool:
        """Whether nothing in reach of a test makes or holds a context, and the test is not about that."""
        key = (file, scope)
        if key not in self._tests:
            about = leaves_out(self._program, file, scope, self._names)
            self._tests[key] = not about and not self._has(file, scope)
        return self._tests[key]

    def _has(self, file: int, scope: int) -> bool:
        owner = self._program.units[file].owner(scope)
        if owner >= 0 and self._program.suites.has_unknown_base(Cls(file, owner)):
            return True
        return self.speaks(file, scope) or any(self.speaks(*at) for at in self._program.reach.of(file, scope))

    def speaks(self, file: int, scope: int) -> bool:
        """Whether a function makes, is given or names a context."""
        key = (file, scope)
        if key not in self._functions:
            self._functions[key] = self._program.units[file].header(scope).kind == FUNCTION and self._says(file, scope)
        return self._functions[key]

    def _says(self, file: int, scope: int) -> bool:
        if any(self._spoken.of(self._program.words.told(file, scope))):
            return True
        unit = self._program.units[file]
        header, body = unit.header(scope), unit.body(scope)
        given = [v for d in header.decorators if type(d) is int for v in unit.body(header.parent).calls[d][1]]
        if any(self._holds(file, header.parent, v) for v in given):
            return True
        handed = [v for c in body.calls for v in (*c[1], *[v for _, v in c[2]])]
        values = dict.fromkeys([*range(len(body.calls)), *[v for v in handed if v is not None]])
        return any(self._holds(file, scope, v) for v in values)

    def _holds(self, file: int, scope: int, value: Any) -> bool:
        """Whether a value is a context, or a display with one in it."""
        if type(value) is tuple and value:
            if value[0] in DISPLAYS:
                return any(self._holds(file, scope, v) for v in value[1:])
            if value[0] == "=":
                return False
        meaning = self._program.evaluator.meaning
        for origin in self._program.evaluator.origins(file, scope, value):
            if (type(origin) is Obj or type(origin) is Ext) and meaning.has_kind(origin, self._needs):
                return True
        return False
