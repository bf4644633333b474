"""Importing: what import statements bind."""

import ast

from isolint.lower.state import Scope


def import_modules(scope: Scope, node: ast.Import) -> None:
    """`import a.b, c as d`."""
    for alias in node.names:
        name, local = alias.name, alias.asname
        parts = name.split(".")
        if local:
            scope.bind(local, ("import", 0, name, None), node)
        else:
            scope.bind(parts[0], ("import", 0, parts[0], None), node)
        scope.mentions.update(parts)


def import_names(scope: Scope, node: ast.ImportFrom) -> None:
    """`from a import b as c, *`."""
    level, module = node.level, node.module or ""
    mentions = scope.mentions
    for alias in node.names:
        name = alias.name
        if name == "*":
            scope.file.stars.append((level, module))
        else:
            scope.bind(alias.asname or name, ("import", level, module, name), node)
            mentions.add(name)
    mentions.update(module.split("."))
