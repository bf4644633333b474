"""Fixtures: the one context that a test or fixture could ask for."""

from collections.abc import Callable
from typing import Final

from isolint.change import Change, Parameter
from isolint.checks.context.signatures import Signatures
from isolint.facts import ASYNC, POSITIONAL_ONLY, VARARG
from isolint.program import Program
from isolint.program.testing.fixtures import WIDTHS, Fixture
from isolint.program.values.origins import Cls, Ext, Fn, Origins, Site, known
from isolint.repairs.naming import hidden
from isolint.repairs.referred import referred
from isolint.repairs.spot import spot

FILLING: Final = frozenset({"first", "names"})


def context_fixture(
    program: Program, signatures: Signatures, site: Site, fits: Callable[[Origins], bool]
) -> tuple[Fixture, tuple[str, Change]] | None:
    """The context fixture that the test or fixture around a call sees, and the parameter that it takes for it.

    None where there are several, where what it gives does not fit, or where the framework would not give it.
    """
    scope = _around(program, site)
    if scope < 0:
        return None
    found = [f for f in program.suites.visible(site.file, scope).values() if is_context(program, signatures, f)]
    unit = program.units[site.file]
    if len(found) != 1 or not fits(gives(program, found[0])) or hidden(unit, site.scope, found[0].name):
        return None
    if not _fits(program, site.file, scope, found[0]) or not _may_ask(program, site.file, scope):
        return None
    return found[0], (unit.path, Parameter(spot(unit.header(scope).position), found[0].name))


def gives(program: Program, fixture: Fixture) -> Origins:
    """What a fixture gives, as far as it is known."""
    return known(program.evaluator.calls.returned(Fn(fixture.file, fixture.scope, None), None))


def _around(program: Program, site: Site) -> int:
    """The test or fixture that a call stands in, or -1."""
    parts, scope = program.suites.parts(site.file), site.scope
    while scope > 0 and scope not in parts:
        scope = program.units[site.file].header(scope).parent
    return scope if parts.get(scope) in {"test", "fixture"} else -1


def _may_ask(program: Program, file: int, scope: int) -> bool:
    """Whether a test or fixture gets what it has parameters for, and no decorator counts them."""
    unit, suites = program.units[file], program.suites
    header, owner = unit.header(scope), unit.owner(scope)
    if any(row[3] in {VARARG, POSITIONAL_ONLY} for row in header.params):
        return False
    if owner >= 0 and not _is_pytest(program, Cls(file, owner)):
        return False
    if suites.is_fixture(file, scope):
        return len(header.decorators) <= 1
    if program.callers.of(file, scope) or referred(unit, scope):
        return False  # somebody calls it, and has nothing to give
    return all(_is_plain(program, file, header.parent, each) for each in header.decorators)


def _is_pytest(program: Program, cls: Cls) -> bool:
    """Whether pytest alone runs the tests of a class and of those that inherit from it."""
    suites = program.suites
    family = (cls, *suites.classes.below(cls))
    if any(suites.is_test_class(each) or suites.has_unknown_base(each) for each in family):
        return False
    return suites.lifecycle.is_bare(cls.file, cls.scope)


def _is_plain(program: Program, file: int, scope: int, decorator: object) -> bool:
    """Whether a decorator marks a test, or gives values to parameters by their names or to the first ones."""
    if program.suites.lifecycle.keeps(file, scope, decorator):
        return True
    value = program.units[file].body(scope).calls[decorator][0] if type(decorator) is int else decorator
    origins = program.evaluator.origins(file, scope, value)
    rows = [row for o in origins for row in program.evaluator.meaning.rows(o, "fills-parameters")]
    return bool(rows) and all(row.by in FILLING for row in rows)


def is_context(program: Program, signatures: Signatures, fixture: Fixture) -> bool:
    """Whether a fixture gives a context, by what it gives or, where that is not known or a mock, by its name."""
    meaning = program.evaluator.meaning
    origins = gives(program, fixture)
    if any(meaning.has_kind(o, signatures.context) for o in origins):
        return True
    mocks = [o for o in origins if isinstance(o, Ext) and meaning.has_kind(Ext(o.path.removesuffix("()")), "mock")]
    return len(mocks) == len(origins) and signatures.speaks(fixture.name)


def _fits(program: Program, file: int, scope: int, fixture: Fixture) -> bool:
    """Whether the framework gives a fixture to this test or fixture, once, and as what it is."""
    asking = program.suites.fixture(file, scope)
    narrow = asking is not None and (
        not asking.width or not fixture.width or WIDTHS.index(fixture.width) < WIDTHS.index(asking.width)
    )
    if narrow or fixture.parametrised:
        return False
    if not program.units[fixture.file].header(fixture.scope).flags & ASYNC:
        return True
    awaited = program.suites.awaits_fixture(fixture.file, fixture.scope)
    return awaited and bool(program.units[file].header(scope).flags & ASYNC)
