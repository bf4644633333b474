"""Leftover: the binding of a local name that nobody uses any more once one call does without it."""

from isolint.change import Remove
from isolint.facts import Value
from isolint.program import Program
from isolint.program.flow.regions import call_of, contains
from isolint.program.values.origins import Site
from isolint.repairs.referred import said
from isolint.repairs.spot import spot


def leftover(program: Program, site: Site, value: Value) -> Remove | None:
    """What takes away `name = call()`, where only the callee of the call at a site uses the name."""
    unit = program.units[site.file]
    body = unit.body(site.scope)
    rows = [row for row in body.bound if type(row[1]) is type(value) and row[1] == value]
    names = [row for row in body.bound if rows and row[0] == rows[0][0]]
    made = call_of(value)
    if len(rows) != 1 or len(names) != 1 or made < 0 or len(program.reach.inside(site.file, site.scope)) > 1:
        return None
    _, arguments, keywords, *_ = body.calls[made]
    call = body.calls[site.call]
    calls = tuple((None, *each[1:]) if each is call else each for each in body.calls)
    rest = body._replace(calls=calls, bound=tuple(row for row in body.bound if row is not rows[0]))
    if arguments or keywords or any(contains(each, value) for each in said(rest)):
        return None
    return Remove(spot(rows[0][2]))
