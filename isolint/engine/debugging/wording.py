"""Wording: a value's origin and its lifetime in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from isolint.program import Program
from isolint.program.lifetimes import Lasting
from isolint.program.values.origins import Arg, Const, Obj, Origin, Sub

HOW: Final[Mapping[str, str]] = MappingProxyType({
    "module": "it is made when the module is imported",
    "class": "it is made when the class is",
    "global": "it is kept in a global name",
    "class-attribute": "it is kept on a class",
    "singleton": "its class hands out one object for the process",
    "cached": "a cache keeps it for the process",
    "application-state": "it is kept in the state of the application",
    "closure": "a name of a function that runs once holds it",
    "kept": "it is kept on something that outlives the request",
})  # fmt: skip


def thing(program: Program, origin: Origin) -> str:
    """An origin by its canonical path, with the rows of the vocabulary that hold for it."""
    match origin:
        case Arg(_, _, name):
            return f"the parameter `{name}`, of which nothing is known"
        case Const(value):
            return f"the constant {value!r}"
        case Sub():
            return "a type with arguments"
    rows = [row for kind in program.vocabulary.kinds for row in program.evaluator.meaning.rows(origin, kind)]
    held = "; ".join(f"{row.kind}, by `{row.path}` of {row.pack}" for row in dict.fromkeys(rows))
    return f"`{program.evaluator.meaning.canonical(origin)}`" + (f" ({held})" if held else "")


def lifetime(program: Program, origin: Origin) -> str:
    """Whether an origin outlives the request, and why."""
    lasting = program.lifetimes.of(origin)
    if lasting is None and isinstance(origin, Obj) and origin.site is None:
        lasting = program.lifetimes.instance(origin.cls)
    if lasting is None:
        return "not known to outlive the request"
    return f"outlives the request: {_reason(program, lasting)}"


def _reason(program: Program, lasting: Lasting) -> str:
    path, span = program.span(lasting.file, lasting.position)
    return f"{HOW.get(lasting.how, lasting.how)}, `{lasting.name}`, {path}:{span.line}:{span.column}"
