"""Reaching: what a scope is, and how requests get there."""

from collections.abc import Iterator

from isolint.facts import CLASS, MODULE
from isolint.program import Program


def reaching(program: Program, file: int, scope: int) -> Iterator[str]:
    """Lines for people: the scope, whether it is an entry point, or the shortest way to it from one."""
    header = program.units[file].header(scope)
    if header.kind == MODULE and (run := program.entries.row(file, scope)):
        yield f"the body of the module `{program.symbol(file, scope)}`, which runs for each user"
        yield f"an entry point, by `{run.path}` of {run.pack}"
        return
    if header.kind in {MODULE, CLASS}:
        what = "module" if header.kind == MODULE else "class"
        yield f"the body of the {what} `{program.symbol(file, scope)}`, which runs at import"
        return
    name = program.symbol(file, scope)
    yield f"function `{name}`"
    if program.roles[file] == "test":
        if scope in program.suites.tests(file):
            yield "a test"
        if program.suites.is_fixture(file, scope):
            yield "a fixture"
        return
    row = program.entries.row(file, scope)
    if row is not None:
        yield f"an entry point, by `{row.path}` of {row.pack}"
        return
    way = program.way(file, scope)
    if way is None:
        yield "no entry point is known to reach it"
        return
    if way.assumed:
        yield "no entry point is known in the whole program: this one is assumed to be one"
        return
    yield f"reached from {way.entries} entry point{'' if way.entries == 1 else 's'}; the shortest way:"
    for number, step in enumerate(program.trace(way), start=1):
        yield f"  {number}. {step.path}:{step.line}:{step.column} {step.message}"
