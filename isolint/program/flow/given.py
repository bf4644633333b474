"""Given: what a call gives for a parameter, as a value of the caller's scope."""

from typing import Any

from isolint.program.entry.callers import Caller
from isolint.program.entry.tables import element, items
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Fn, Site


def given(evaluator: Evaluator, site: Site, file: int, scope: int, name: str) -> Any:
    """What a call gives for a parameter of the function of a scope, the receiver for `self`; None where unknown."""
    unit = evaluator.units[file]
    header = unit.header(scope)
    names = [row[0] for row in header.params]
    if name not in names:
        return None
    number = names.index(name)
    callee = evaluator.units[site.file].body(site.scope).calls[site.call][0]
    method = unit.owner(scope) >= 0 and "staticmethod" not in header.decorators
    if method and number == 0:
        if header.name == "__init__":
            return None if last_name(callee) == "__init__" else site.call
        if header.name == "__call__" and last_name(callee) != "__call__":
            return callee
        if not last_name(callee):
            return _kept_with(evaluator, site, callee, header.name)
        return _receiver(evaluator, site, callee)
    value = evaluator.calls.argument(site, number - method, name)
    return None if value == () else value


def _receiver(evaluator: Evaluator, site: Site, callee: Any) -> Any:
    """What a method is called on; `super()` is the caller's own first parameter."""
    if type(callee) is str:
        return callee.rpartition(".")[0] or None
    held = receiver(callee)
    unit = evaluator.units[site.file]
    if type(held) is int and unit.body(site.scope).calls[held][0] == "super":
        params = unit.header(site.scope).params
        return f"${params[0][0]}" if params else None
    return held


def _kept_with(evaluator: Evaluator, site: Site, callee: Any, name: str) -> Any:
    """What a method is called on that a table gives: the object that the table belongs to, or that stands in it."""
    base, _ = element(evaluator.units[site.file].body(site.scope), callee)
    if type(base) is str:
        own = f"${evaluator.units[site.file].own(site.scope)}"
        return own if base.rpartition(".")[0] == own else None
    return next((receiver(held) for _, held in items(base) if last_name(held) == name), None)


def filling(evaluator: Evaluator, caller: Caller, file: int, scope: int, name: str) -> Any:
    """What a caller gives for a parameter; where it hands the function on, what it hands on behind that."""
    site = caller.site
    if caller.calls:
        return given(evaluator, site, file, scope, name)
    unit = evaluator.units[file]
    names = [row[0] for row in unit.header(scope).params]
    _, arguments, keywords, *_ = evaluator.units[site.file].body(site.scope).calls[site.call]
    method = bool(unit.own(scope))
    every = [*arguments, *[v for _, v in keywords]]
    at = next((n for n, a in enumerate(every) if _is(evaluator, site, a, file, scope)), -1)
    if at < 0 or name not in names:
        return None
    if method and names[0] == name:
        held = every[at]
        return held.rpartition(".")[0] if type(held) is str and "." in held else None
    named = dict(keywords)
    if name in named:
        return named[name]
    number = names.index(name) - method
    match named.get("args"):  # of a thread
        case ("tuple" | "list", *items):
            return items[number] if number < len(items) else None
    number += at + 1
    return arguments[number] if number < len(arguments) else None


def _is(evaluator: Evaluator, site: Site, value: Any, file: int, scope: int) -> bool:
    """Whether a value is the function of a scope."""
    return any(type(o) is Fn and o[:2] == (file, scope) for o in evaluator.origins(site.file, site.scope, value))
