"""Onward: a context handed to the methods of what was made with it, where they take one."""

from collections.abc import Iterable, Iterator

from isolint.change import Change
from isolint.checks.context.signatures import NONE
from isolint.program import Program
from isolint.program.flow.regions import call_of
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Fn, Obj, Site
from isolint.repairs.supply import Supply


def onward(
    program: Program, supply: Supply, site: Site, made: Iterable[Cls], text: str
) -> tuple[tuple[str, Change], ...]:
    """The changes by which calls on what `site` gives, an object of one of these classes, are given the context."""
    classes = tuple(made)
    path = program.units[site.file].path
    body = program.units[site.file].body(site.scope)
    # What may be something else as well may be of another class, whose method takes no context.
    calls = (number for number, call in enumerate(body.calls) if call_of(receiver(call[0])) == site.call)
    sites = [Site(site.file, site.scope, number) for number in calls]
    return tuple((path, change) for each in sites for change in _given(program, supply, each, classes, text))


def _given(program: Program, supply: Supply, site: Site, classes: tuple[Cls, ...], text: str) -> Iterator[Change]:
    """The change of one call, where all classes have one and the same method, and that lacks its context."""
    name = last_name(program.units[site.file].body(site.scope).calls[site.call][0])
    methods = {o for cls in classes for o in program.evaluator.members.member(cls, name, Obj(cls, None))}
    functions = {o._replace(receiver=None) if isinstance(o, Fn) else o for o in methods}
    method = functions.pop() if len(functions) == 1 else None
    slot = supply.slot(supply.signatures.of(method)) if isinstance(method, Fn) else None
    change = supply.given(site, slot, text) if slot and slot.default in ((), NONE) else None
    if change is not None:
        yield change
