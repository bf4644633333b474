"""Anew: the body of a module that is run for each user, told as that of a function is."""

from typing import Any

from isolint.facts import MODULE, Body
from isolint.program.flow.regions import call_of, under
from isolint.program.unit import Unit


def anew(unit: Unit) -> Body:
    """The body with names read as what the calls give that they are bound to; a name bound otherwise stays one."""
    body = unit.body(MODULE)
    bound = {name: value for name, value in unit.top().items() if _is_result(value)}
    if not bound:
        return body
    return body._replace(
        calls=tuple([
            (_read(callee, bound), _all(arguments, bound), tuple([(k, _read(v, bound)) for k, v in keywords]), *rest)
            for callee, arguments, keywords, *rest in body.calls
        ]),
        stores=tuple([
            (kind, _read(base, bound), key, _read(value, bound), *rest) for kind, base, key, value, *rest in body.stores
        ]),
        regions=tuple([(kind, parent, _read(value, bound)) for kind, parent, value in body.regions]),
    )  # fmt: skip


def _is_result(value: Any) -> bool:
    """Whether a value is, or may be, what a call gives."""
    if type(value) is tuple and value and value[0] == "|":
        return any(_is_result(member) for member in value[1:])
    return call_of(value) >= 0


def _all(values: tuple[Any, ...], bound: dict[str, Any]) -> tuple[Any, ...]:
    return tuple([_read(value, bound) for value in values])


def _read(value: Any, bound: dict[str, Any]) -> Any:
    """A value with its names read."""
    if type(value) is str:
        root, _, rest = value.partition(".")
        return under(bound[root], rest) if root in bound else value
    if type(value) is not tuple or not value:
        return value
    match value:
        case ("=" | "import" | "def", *_):
            return value
        case (".", inner, path):
            return under(_read(inner, bound), path)
        case ("dict", *pairs):
            return ("dict", *[(_read(k, bound), _read(v, bound)) for k, v in pairs])
    return (value[0], *[_read(part, bound) for part in value[1:]])
