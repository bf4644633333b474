"""Functions: a function as somebody calls it."""

from isolint.program import Program
from isolint.program.values.origins import Cls, Fn, Obj


def bound(program: Program, file: int, scope: int) -> Fn:
    """A function; of a method, with the object or class that it is called on."""
    unit = program.units[file]
    owner = unit.owner(scope)
    if owner < 0:
        return Fn(file, scope, None)
    cls = Cls(file, owner)
    return Fn(file, scope, program.evaluator.members.receiver(unit.header(scope), cls, Obj(cls, None)))
