"""Absence: is a test about what happens when something is missing, so that it leaves it out on purpose?"""

import re
from typing import Final

from isolint.program import Program
from isolint.program.words import matcher, snake

ABSENT: Final = re.compile(
    "_(without|missing|no|not|none|null|invalid|requires?|required|rejects?|rejected|empty|bad|forbids?|refuses?|deprecat"
    "(?:ed|ion|ions|es))_"
)


def words_for(program: Program, kind: str, named: str) -> "re.Pattern[str]":
    """What finds words for things of a kind, those of the kind `named` and the names of its classes."""
    classes = {snake(name).strip("_") for name in program.vocabulary.owners(kind)}
    return matcher(program.vocabulary.names(named) | classes)


def leaves_out(program: Program, file: int, scope: int, names: "re.Pattern[str]") -> bool:
    """Whether the name of a test, or of the function that it stands in, speaks of absence and of what is absent."""
    unit = program.units[file]
    while scope > 0:
        name = snake(unit.header(scope).name)
        if ABSENT.search(name) and (names.search(name) or "_context_" in name):
            return True
        scope = unit.header(scope).parent
    return False
