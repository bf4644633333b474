"""Happenings: the calls and the stores of a line, with what is known of them."""

from collections.abc import Iterator

from isolint.engine.debugging.wording import lifetime, thing
from isolint.facts import Value, unpack
from isolint.program import Program
from isolint.program.values.origins import Arg, Const, Ext, Obj, Origin, Site, known


def happenings(program: Program, file: int, line: int) -> Iterator[str]:
    """Lines for each call and each store that begins on a line, in the order of columns."""
    unit = program.units[file]
    found: list[tuple[int, tuple[str, ...]]] = []
    for scope in range(len(unit.interface.scopes)):
        body = unit.body(scope)
        found += [
            (call[3], tuple(_call(program, Site(file, scope, number))))
            for number, call in enumerate(body.calls)
            if unpack(call[3]).line == line
        ]
        found += [
            (store[4], tuple(_store(program, file, scope, store)))
            for store in body.stores
            if unpack(store[4]).line == line
        ]
    for position, rows in sorted(found):
        head, *rest = rows
        yield f"{unpack(position).column}: {head}"
        yield from (f"     {row}" for row in rest)


def _call(program: Program, site: Site) -> Iterator[str]:
    callees = program.evaluator.calls.callees(site)
    if not known(callees):
        yield f"calls {thing(program, callees[0]) if callees else 'something unknown'}"
    for callee in known(callees):
        yield f"calls {thing(program, callee)}"
    for made in known(program.evaluator.calls.result(*site, None)):
        yield f"gives {thing(program, made)}{_elsewhere(program, made, site)}"
        if not isinstance(made, Const):
            yield f"  {lifetime(program, made)}"


def _elsewhere(program: Program, made: Origin, site: Site) -> str:
    if not isinstance(made, (Obj, Ext)) or made.site in {None, site}:
        return ""
    there = made.site
    path, span = program.span(there.file, program.units[there.file].body(there.scope).calls[there.call][3])
    return f", made at {path}:{span.line}:{span.column}"


def _store(program: Program, file: int, scope: int, store: tuple[Value, ...]) -> Iterator[str]:
    kind, base, key, *_ = store
    what = "deletes from" if kind.startswith("del-") else "stores in"
    match kind.removeprefix("del-"):
        case "name":
            yield f"rebinds the name `{key}` of an outer scope"
        case "attr":
            yield f"{what} the attribute `{key}` of"
        case _:
            yield f"{what} an element of"
    if not kind.endswith("name"):
        keepers = program.evaluator.origins(file, scope, base)
        for keeper in keepers:
            yield f"  {thing(program, keeper)}"
            if not isinstance(keeper, (Arg, Const)):
                yield f"    {lifetime(program, keeper)}"
        if not keepers:
            yield "  something unknown"
