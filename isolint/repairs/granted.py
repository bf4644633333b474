"""Granted: can a function of a suite ask for a fixture that the test framework gives, and what does that change?"""

from typing import Any

from isolint.change import Change, Parameter
from isolint.facts import POSITIONAL_ONLY, VARARG
from isolint.program import Program
from isolint.program.values.origins import Cls
from isolint.repairs.referred import referred
from isolint.repairs.spot import spot


def granted(program: Program, file: int, scope: int, name: str) -> tuple[Change, ...] | None:
    """What lets a test or fixture use a fixture of this name: nothing where it does; None where it never could."""
    suites, unit = program.suites, program.units[file]
    header = unit.header(scope)
    if not _is_asked(program, file, scope) or not _is_plain(program, file, scope):
        return None
    if suites.find(file, scope, name) is not None or not suites.given(file, scope, name):
        return None
    if name in {row[0] for row in header.params if row[2] == ()}:
        return ()
    taken = {*unit.body(scope).names, *header.bindings, *(row[0] for row in header.params)}
    if name in taken or any(row[3] in (VARARG, POSITIONAL_ONLY) for row in header.params):
        return None
    if suites.is_test(file, scope) and (program.callers.of(file, scope) or referred(unit, scope)):
        return None
    return (Parameter(spot(header.position), name),)


def _is_asked(program: Program, file: int, scope: int) -> bool:
    """Whether pytest alone calls a function, with fixtures that live no longer than a test."""
    suites, unit = program.suites, program.units[file]
    part = suites.parts(file).get(scope)
    if part == "fixture":
        fixture = suites.fixture(file, scope)
        if fixture is None or fixture.width != "function":
            return False
    elif part != "test":
        return False
    owner = unit.owner(scope)
    if owner < 0:
        return unit.header(scope).parent == 0
    cls = Cls(file, owner)
    family = (cls, *suites.classes.below(cls))
    return not any(suites.classes.rows(c) or suites.classes.has_unknown_base(c) for c in family)


def _is_plain(program: Program, file: int, scope: int) -> bool:
    """Whether no decorator, of the function or its class, may hide the parameters that it has."""
    unit, lifecycle = program.units[file], program.suites.lifecycle
    header, owner = unit.header(scope), unit.owner(scope)
    if "staticmethod" in header.decorators or "classmethod" in header.decorators:
        return False
    if owner >= 0 and not lifecycle.is_bare(file, owner):
        return False
    rest: list[Any] = [d for d in header.decorators if not lifecycle.keeps(file, header.parent, d)]
    return len(rest) == program.suites.is_fixture(file, scope) or not rest
