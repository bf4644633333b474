"""Classes: what a class is for, as far as its bases and decorators tell."""

from typing import Final

from isolint.facts import MODULE
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Origins

FAILURES: Final = ("Exception", "Error", "Warning")


def is_data(program: Program, cls: Cls) -> bool:
    """Whether objects of a class only hold fields."""
    unit = program.units[cls.file]
    header = unit.header(cls.scope)
    calls = unit.body(header.parent).calls
    decorators = [calls[d][0] if type(d) is int else d for d in header.decorators]
    told: list[Origins] = [program.evaluator.origins(cls.file, header.parent, d) for d in decorators]
    bases = tuple(base for base in program.evaluator.members.mro(cls) if isinstance(base, Ext))
    return any(program.evaluator.meaning.has_kind(o, "fields") for group in (*told, bases) for o in group)


def aliases(program: Program, cls: Cls) -> list[str]:
    """The paths under which modules of the application bind a class to another name."""
    called = name(program, cls)
    found = []
    for file, unit in enumerate(program.units):
        if program.roles[file] != "application" or called not in unit.interface.mentions or not unit.interface.scopes:
            continue
        for bound, value in unit.header(MODULE).bindings.items():
            if (
                type(value) is str
                and last_name(value) == called
                and cls in program.evaluator.origins(file, MODULE, value)
            ):
                found.append(f"{program.modules.dotted(file)}.{bound}")
    return found


def is_error(program: Program, cls: Cls) -> bool:
    """Whether objects of a class tell of an error."""
    return any(_title(program, base).endswith(FAILURES) for base in program.evaluator.members.mro(cls))


def _title(program: Program, base: Cls | Ext) -> str:
    return name(program, base) if isinstance(base, Cls) else base.path


def name(program: Program, cls: Cls) -> str:
    """The name that a class is defined by."""
    return program.units[cls.file].header(cls.scope).name
