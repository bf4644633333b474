"""Contextual: is the mutable default of a context variable changed by whoever gets it?"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.checks.match import Match
from isolint.checks.state.fates import OPERATORS
from isolint.facts import MODULE, Body
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Site

KIND: Final = "context-variable"
DISPLAYS: Final = frozenset({"dict", "list", "set"})


class Variable(NamedTuple):
    """A context variable of a module with a default that can be changed; `what` is the name of what that is."""

    file: int
    name: str
    position: int
    what: str


def contextual(program: Program, container: str) -> Iterator[Match]:
    """A match for each variable whose default, something of kind `container`, is changed where none is set."""
    heads = program.vocabulary.heads(KIND)
    for file in program.asked:
        unit = program.units[file]
        if program.roles[file] == "application" and not heads.isdisjoint(unit.interface.mentions):
            for name, value in unit.header(MODULE).bindings.items():
                made = value[1] if type(value) is tuple and value[:1] == (":",) else value
                variable = _variable(program, file, name, made, container) if type(made) is int else None
                match = variable and _changed(program, variable)
                if match:
                    yield match


def _variable(program: Program, file: int, name: str, number: int, container: str) -> Variable | None:
    evaluator = program.evaluator
    if not any(evaluator.meaning.has_kind(o, KIND) for o in evaluator.calls.result(file, MODULE, number, None)):
        return None
    default = evaluator.calls.argument(Site(file, MODULE, number), -1, "default")
    position = program.units[file].body(MODULE).calls[number][3]
    if type(default) is tuple and default and default[0] in DISPLAYS:
        return Variable(file, name, position, default[0])
    if type(default) is int:
        for origin in evaluator.calls.callees(Site(file, MODULE, default)):
            if type(origin) is Ext and evaluator.meaning.has_kind(Ext(f"{origin.path}()"), container):
                return Variable(file, name, position, last_name(origin.path))
    return None


def _changed(program: Program, variable: Variable) -> Match | None:
    for file in program.evaluator.surface.mentioning(variable.name):
        if program.roles[file] != "application":
            continue
        unit = program.units[file]
        for scope in range(MODULE + 1, len(unit.interface.scopes)):
            position = _change(program, unit.body(scope), variable.name)
            if position and _same(program, file, scope, variable, position):
                return _match(program, variable, (file, position[0]))
    return None


def _change(program: Program, body: Body, name: str) -> tuple[int, str] | None:
    """Where a function changes what it gets from a variable of this name, which it has not set itself, and its path."""
    got: dict[int, str] = {}
    for number, (callee, arguments, keywords, *_) in enumerate(body.calls):
        held = receiver(callee)
        if last_name(held) == name and type(held) is str:
            if last_name(callee) == "set":
                return None
            if last_name(callee) == "get" and not arguments and not keywords:
                got[number] = held
    for callee, _, _, position, *_ in body.calls if got else ():
        base: Any = receiver(callee)
        if type(base) is int and base in got and last_name(callee) in program.writes.methods | OPERATORS:
            return position, got[base]
    for kind, base, _, _, position, _ in body.stores if got else ():
        if kind == "item" and type(base) is int and base in got:
            return position, got[base]
    return None


def _same(program: Program, file: int, scope: int, variable: Variable, change: tuple[int, str]) -> bool:
    """Whether a path of a function is the variable, and no other one of its name."""
    origins = program.evaluator.origins(file, scope, change[1])
    sites = [o.site for o in origins if type(o) is Ext and o.site and program.evaluator.meaning.has_kind(o, KIND)]
    body = program.units[variable.file].body(MODULE)
    return any(s.file == variable.file and body.calls[s.call][3] == variable.position for s in sites)


def _match(program: Program, variable: Variable, changed: tuple[int, int]) -> Match:
    path, span = program.span(variable.file, variable.position)
    return Match(
        file=variable.file, scope=MODULE, position=variable.position,
        place=f"{program.modules.dotted(variable.file)}.{variable.name}",
        words={"name": variable.name, "how": "changed", "who": "contexts that set none", "what": variable.what},
        related=(program.step(*changed, f"`{variable.name}` is changed here"),), declared=(path, span.line),
    )  # fmt: skip
