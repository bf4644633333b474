"""Writes: every change that a function makes to something, spelt alike, be it a store or a container's method."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from isolint.facts import Body
from isolint.program.unit import receiver
from isolint.program.values.evaluate import Evaluator

How = Literal["name", "attr", "item", "call"]


class Write(NamedTuple):
    """One change.

    `base` is what is changed: the object whose attribute or element is set, the container that is added to, or None
    where a global or nonlocal name is rebound. `key` is the attribute's or global's name, the element's key, None for
    what is added without one. `values` are what is put there; `grown` says that it is put behind what was there.
    `method` is the container's.
    """

    how: How
    file: int
    scope: int
    base: Any
    key: Any
    values: tuple[Any, ...]
    position: int
    region: int
    grown: bool = False
    method: str = ""


class Writes:
    """The writes of a function, by the vocabulary's containers."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._units = evaluator.units
        self._keys: dict[str, int] = {}
        for row in evaluator.vocabulary.kinds.get("container", ()):
            for method in row.methods:
                self._keys[method] = max(row.argument, self._keys.get(method, -1))
        self.methods = frozenset(self._keys)

    def of(self, file: int, scope: int) -> Iterator[Write]:
        """All writes of a function, stores first."""
        unit = self._units[file]
        body = unit.body(scope)
        for kind, base, key, value, position, region in body.stores:
            if not kind.startswith("del-"):
                grown = type(value) is tuple and value[0] == "<-" and value[1] == _own(kind, base, key)
                values = value[2:] if grown else (value,)
                how, holder, name = _named(body, base, key) if kind == "item" else (kind, base, key)
                yield Write(how, file, scope, holder, name, values, position, region, grown)
        if not body.calls:
            return
        names = unit.callees(scope)
        if self.methods.isdisjoint(names):
            return
        for name, (callee, arguments, keywords, position, _, region) in zip(names, body.calls, strict=True):
            if name not in self._keys or callee in (name, f"${name}"):  # a function of that name, or a parameter
                continue
            base = callee.rpartition(".")[0] if type(callee) is str else receiver(callee)
            if base is None:
                continue
            number = self._keys[name]
            values = (*arguments, *[v for _, v in keywords])
            if number < 0 or len(arguments) <= number:
                yield Write("call", file, scope, base, None, values, position, region, method=name)
            else:
                rest = tuple(v for n, v in enumerate(values) if n != number)
                yield Write("call", file, scope, base, arguments[number], rest, position, region, method=name)


def _named(body: Body, base: Any, key: Any) -> tuple[How, Any, Any]:
    """A store in an element; `globals()["x"]`, `vars(o)["x"]`, `o.__dict__["x"]` as what they are otherwise called."""
    if type(key) is not tuple or key[0] != "=" or type(key[1]) is not str:
        return "item", base, key
    if type(base) is str and base.endswith(".__dict__"):
        return "attr", base.removesuffix(".__dict__"), key[1]
    if type(base) is int:
        callee, arguments, *_ = body.calls[base]
        if callee == "globals":
            return "name", None, key[1]
        if callee == "vars" and arguments:
            return "attr", arguments[0], key[1]
    return "item", base, key


def _own(kind: str, base: Any, key: Any) -> Any:
    """The value that a store's target has when it is read."""
    if kind == "name":
        return key
    if kind == "item":
        return None if base is None else ("[]", base, key)
    if type(base) is str:
        return f"{base}.{key}"
    return (".", base[1], f"{base[2]}.{key}") if type(base) is tuple and base[0] == "." else (".", base, key)
