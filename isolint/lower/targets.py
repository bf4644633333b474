"""Targets: what a loop, `with` or assignment binds or stores."""

import ast
from typing import Any

from isolint.facts import Value
from isolint.lower.expressions import value
from isolint.lower.state import Scope


def bind_target(scope: Scope, target: Any, item: Value) -> None:
    """Bind a target of a loop, `with` or assignment."""
    if type(target) is ast.Name:
        scope.bind(target.id, item, target)
        return
    kind = type(target)
    if kind is ast.Attribute:
        scope.mentions.add(target.attr)
        place = value(scope, target.value)
        scope.stores.append(("attr", place, target.attr, item, scope.file.position(target), scope.region))
    elif kind is ast.Subscript:
        place, key = value(scope, target.value), value(scope, target.slice)
        scope.stores.append(("item", place, key, item, scope.file.position(target), scope.region))
    elif kind is ast.Starred:
        bind_target(scope, target.value, None)
    elif kind is ast.Tuple or kind is ast.List:
        targets = target.elts
        parts: list[Value] = [None] * len(targets)
        if type(item) is tuple and item[0] in ("tuple", "list") and len(item) == len(targets) + 1:
            parts = list(item[1:])
        elif item is not None:
            parts = [("[]", item, ("=", n)) for n in range(len(targets))]
        for inner, part in zip(targets, parts, strict=True):
            bind_target(scope, inner, part)
