"""Importers: how many files of a tree import each of them."""
# ruff: noqa: INP001

import ast
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath


def importers(folder: Path, files: Sequence[str]) -> Counter[str]:
    """For each file that others import, how many do."""
    known = frozenset(files)
    names = _names(known)
    counted: Counter[str] = Counter()
    for path in files:
        counted.update({target for target in _imported(folder / path, path, names, known) if target != path})
    return counted


def _names(files: frozenset[str]) -> dict[str, str]:
    """The file behind each module name; a folder without `__init__.py` may be where names begin."""
    named: dict[str, str] = {}
    for path in sorted(files, key=lambda each: (-each.count("/"), each)):  # on a clash the outermost file holds
        parts = _module(path)
        for start in range(len(parts)):
            outer = "/".join(parts[:start])
            if not start or f"{outer}/__init__.py" not in files:
                named[".".join(parts[start:])] = path
    return named


def _module(path: str) -> tuple[str, ...]:
    parts = PurePosixPath(path).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def _imported(file: Path, path: str, names: dict[str, str], known: frozenset[str]) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(file.read_bytes())
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (names[each.name] for each in node.names if each.name in names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            outer = (*PurePosixPath(path).parts[: -node.level], *(node.module or "").split("."))
            base = "/".join(filter(None, outer))
            yield from filter(None, (_relative(base, each.name, known) for each in node.names))
        elif isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                target = names.get(f"{node.module}.{each.name}") or names.get(node.module)
                yield from (target,) if target else ()


def _relative(base: str, name: str, known: frozenset[str]) -> str:
    """The file of a module in a package, else that of the package or module which has the name, if there is one."""
    ends = (f"/{name}.py", f"/{name}/__init__.py", ".py", "/__init__.py")
    return next((file for file in (f"{base}{end}".lstrip("/") for end in ends) if file in known), "")
