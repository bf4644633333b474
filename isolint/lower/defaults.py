"""Defaults: where those stand in a signature that make a list, a dict or a set."""

import ast
from typing import Final

from isolint.lower.state import Scope

MUTABLE: Final = frozenset({ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp})


def displays(scope: Scope, node: ast.arguments) -> dict[str, int]:
    """Where the defaults stand that are a list, dict or set, by their parameters."""
    plain = [*node.posonlyargs, *node.args]
    pairs = [*zip(plain[len(plain) - len(node.defaults) :], node.defaults, strict=True)]
    pairs += [(a, d) for a, d in zip(node.kwonlyargs, node.kw_defaults, strict=True) if d is not None]
    return {arg.arg: scope.file.position(default) for arg, default in pairs if type(default) in MUTABLE}
