"""Bare: is an object known to have nothing in which it could keep what one request tells it?"""

from collections.abc import Collection
from typing import Final

from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Obj, Origin

PLAIN: Final = frozenset({"staticmethod", "classmethod", "abstractmethod", "property", "override"})
SETTERS: Final = frozenset({"setattr", "__setattr__", "vars"})


def is_bare(program: Program, origin: Origin, empty: Collection[str]) -> bool:
    """Whether it is of a class of the program that does something, and that has no attributes, nor have its bases.

    `empty` are the bases outside of the program that bring none.
    """
    if not isinstance(origin, Obj):
        return False
    bases = program.evaluator.members.mro(origin.cls)
    return all(_brings_nothing(program, base, empty) for base in bases) and any(
        _does_something(program, base) for base in bases if isinstance(base, Cls)
    )


def _brings_nothing(program: Program, base: Cls | Ext, empty: Collection[str]) -> bool:
    if isinstance(base, Ext):
        return base.path in empty
    members = program.evaluator.members
    header = program.units[base.file].header(base.scope)
    unknown = len(members.mro(base)) - 1 < len(header.bases)
    declared = any(type(v) is not tuple or v[0] not in ("def", "=") for v in header.bindings.values())
    if unknown or declared or members.attributes(base):
        return False
    return not any(_keeps(program, base, method) for method in members.methods(base))


def _keeps(program: Program, cls: Cls, method: int) -> bool:
    """Whether a method remembers results, or sets attributes by other ways than by their names."""
    unit = program.units[cls.file]
    if any(last_name(d) not in PLAIN for d in unit.header(method).decorators):
        return True
    calls = unit.body(method).calls
    return any(last_name(c[0]) in SETTERS or "__dict__" in str(c) for c in calls)


def _does_something(program: Program, cls: Cls) -> bool:
    """Whether a method is more than a stub."""
    return any(program.units[cls.file].body(m).calls for m in program.evaluator.members.methods(cls))
