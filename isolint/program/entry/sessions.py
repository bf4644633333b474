"""Sessions: the files whose bodies a framework runs anew for each user, so that their names are one user's."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from isolint.program.unit import Unit
from isolint.program.values.modules import Modules
from isolint.vocabulary import Row, Vocabulary

FOLDER: Final = "pages"  # of pages that such a framework finds by itself


def sessions(units: Sequence[Unit], modules: Modules, vocabulary: Vocabulary) -> Mapping[int, Row]:
    """Files that import a module of an `entry` row by module, and that no other file imports."""
    rows = {row.path: row for row in vocabulary.kinds.get("entry", ()) if row.by == "module"}
    if not rows:
        return MappingProxyType({})
    found: dict[int, Row] = {}
    for file, unit in enumerate(units):
        for value in unit.top().values():
            if type(value) is tuple and value[:2] == ("import", 0) and value[2] in rows:
                found[file] = rows[value[2]]
    imported = _imported(units, modules) if found else frozenset()
    return MappingProxyType({f: r for f, r in found.items() if f not in imported or _is_page(units[f].path)})


def _is_page(path: str) -> bool:
    return FOLDER in path.split("/")[:-1]


def _imported(units: Sequence[Unit], modules: Modules) -> frozenset[int]:
    """The files that others import at their top."""
    found: set[int] = set()
    for unit in units:
        for value in unit.top().values():
            if type(value) is not tuple or value[0] != "import":
                continue
            _, level, module, name = value
            names = [module, f"{module}.{name}"] if name else [module]
            for each in names:
                stem = modules.relative(unit.path, level, each)
                target = modules.at(stem) if level else modules.find(unit.folder, each)
                if target is not None:
                    found.add(target)
    return frozenset(found)
