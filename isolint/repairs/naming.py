"""Naming: how a file can say a class or function of the program."""

from dataclasses import dataclass
from typing import Final

from isolint.change import Change, Import
from isolint.facts import FUNCTION, MODULE, unpack
from isolint.program import Program
from isolint.program.unit import Unit
from isolint.program.values.origins import Cls, Fn, Mod

UNLIKELY: Final = frozenset({"conftest", "__main__"})


@dataclass(frozen=True, slots=True)
class Named:
    """What to write, and the changes that it takes for the name to be there."""

    text: str
    changes: tuple[tuple[str, Change], ...] = ()


def named(program: Program, file: int, scope: int, target: Cls | Fn) -> Named | None:
    """How a scope of a file can say a class or function that stands at the top of a module.

    None where it stands elsewhere, where its name means something else at that place, or where importing it would make
    a cycle.
    """
    header = program.units[target.file].header(target.scope)
    home = program.units[target.file].header(MODULE).bindings
    if header.parent != MODULE or home.get(header.name) != ("def", target.scope):
        return None
    if target.file == file:
        return None if hidden(program.units[file], scope, header.name) else Named(header.name)
    text = _imported(program, file, scope, target, header.name)
    if text is not None:
        return Named(text) if text else None
    if hidden(program.units[file], scope, header.name) or program.evaluator.names.exported(file, header.name):
        return None
    module = _module(program, file, target.file)
    if module is None or file in program.evaluator.imports.runs(target.file):
        return None
    return Named(header.name, ((program.units[file].path, Import(module, header.name, own=True)),))


def hidden(unit: Unit, scope: int, name: str) -> bool:
    """Whether a name of the module is one of a function at this place."""
    while scope > 0:
        header = unit.header(scope)
        if header.kind == FUNCTION and (name in unit.body(scope).names or any(r[0] == name for r in header.params)):
            return True
        scope = header.parent
    return False


def _imported(program: Program, file: int, scope: int, target: Cls | Fn, name: str) -> str | None:
    """What the file calls it already; empty where its name is bound to something else, None where it is not bound.

    What is imported under a condition may be there for type checkers alone.
    """
    unit = program.units[file]
    header = unit.header(MODULE)
    module = program.modules.dotted(target.file).rpartition(".")[2]
    by_module = ""
    for alias, value in header.bindings.items():
        if type(value) is not tuple or value[0] != "import" or hidden(unit, scope, alias):
            continue
        if unpack(header.places[alias]).column != 1:
            continue
        last = (value[3] or value[2]).rpartition(".")[2]
        if last not in {name, module}:
            continue
        origins = program.evaluator.origins(file, MODULE, value)
        if origins == (target,):
            return alias
        if origins == (Mod(target.file),):
            by_module = by_module or f"{alias}.{name}"
    return by_module or ("" if name in header.bindings else None)


def _module(program: Program, file: int, target: int) -> str | None:
    """The module of a file as another one would import it, relative where that is how it imports its own."""
    modules, unit = program.modules, program.units[file]
    if program.roles[target] != "application" and program.roles[file] == "application":
        return None
    dotted = modules.dotted(target)
    parts = dotted.split(".")
    if not all(part.isidentifier() for part in parts) or parts[-1] in UNLIKELY:
        return None
    relative = _relative(program, file, target)
    if relative:
        return relative
    return dotted if modules.find(unit.folder, dotted) == target else None


def _relative(program: Program, file: int, target: int) -> str:
    """The module as `..name`, in a file that says others so, or nothing."""
    unit = program.units[file]
    values = unit.header(MODULE).bindings.values()
    levels = [v[1] for v in values if type(v) is tuple and v[0] == "import"]
    stem = program.units[target].path.removesuffix(".py").removesuffix("/__init__")
    folder = unit.folder
    for level in range(1, max(levels, default=0) + 1):
        if folder and stem.startswith(f"{folder}/") and program.modules.at(stem) == target:
            return "." * level + stem[len(folder) + 1 :].replace("/", ".")
        folder = folder.rpartition("/")[0]
    return ""
