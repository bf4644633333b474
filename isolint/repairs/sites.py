"""Sites: which call a match is about."""

from isolint.checks import Match
from isolint.program import Program
from isolint.program.values.origins import Site


def site_of(program: Program, match: Match) -> Site | None:
    """The call at the position of a match, in its scope or in a function that is defined there."""
    unit = program.units[match.file]
    for scope in program.reach.inside(match.file, match.scope) if match.scope else (0,):
        for number, call in enumerate(unit.body(scope).calls):
            if call[3] == match.position:
                return Site(match.file, scope, number)
    return None


def call_at(program: Program, match: Match) -> int:
    """The number of the call at the position of a match in its very scope, or -1."""
    calls = program.units[match.file].body(match.scope).calls
    return next((n for n, call in enumerate(calls) if call[3] == match.position), -1)
