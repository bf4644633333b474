"""Environments: the classes through which a project sets variables of its environment."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.facts import CLASS
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Obj
from isolint.vocabulary import Row

KIND: Final = "environment"
VARIABLES: Final = "os.environ"
SETS: Final = frozenset({"setdefault", "putenv"})
READS: Final = frozenset({"get", "getenv"})
DROPS: Final = frozenset({"pop", "unsetenv"})
WHOLE: Final = frozenset({"clear", "update"})


class Use(NamedTuple):
    """What a method does with variables whose names it is given, and with all of them at once."""

    sets: bool
    reads: bool
    restores: bool


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """A row for each class that sets variables under given names, and reads them so or sets them back."""
    name = VARIABLES.rpartition(".")[2]
    for file, unit in enumerate(program.units):
        if program.roles[file] == "script" or name not in unit.interface.mentions:
            continue
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] != CLASS or header[2] != 0:
                continue
            cls = Cls(file, scope)
            uses = dict(_uses(program, cls))
            sets = tuple(sorted(m for m, use in uses.items() if use.sets))
            back = tuple(sorted(m for m, use in uses.items() if use.restores and not use.sets))
            if sets and (back or any(use.reads and not use.sets for use in uses.values())):
                row = Row(KIND, program.evaluator.meaning.canonical(Obj(cls, None)), sets, back)
                reason = f"`{sets[0]}` sets variables of the environment"
                yield about(program, (row,), cls, reason, (Obj(cls, None),))


def _uses(program: Program, cls: Cls) -> Iterator[tuple[str, Use]]:
    """What the public methods of a class do."""
    unit = program.units[cls.file]
    for method in program.evaluator.members.methods(cls):
        header, body = unit.header(method), unit.body(method)
        if header.name[0] == "_":
            continue
        keys = {f"${row[0]}" for row in header.params}
        done: set[str] = set()
        for kind, base, key, *_ in body.stores:
            if kind.endswith("item") and _are_variables(program, cls.file, method, base):
                done.add(("drops" if kind.startswith("del-") else "sets") if key in keys else "some")
        for base, key, *_ in body.loads:
            if key in keys and _are_variables(program, cls.file, method, base):
                done.add("reads")
        for callee, arguments, *_ in body.calls:
            if what := _called(program, cls.file, method, callee):
                done.add(what if what == "whole" or (arguments and arguments[0] in keys) else "some")
        yield header.name, Use("sets" in done, "reads" in done, bool(done & {"drops", "whole"}))


def _called(program: Program, file: int, scope: int, callee: Any) -> str:
    """What a call does with variables, or an empty string."""
    name = last_name(callee)
    table = (("sets", SETS), ("reads", READS), ("drops", DROPS), ("whole", WHOLE))
    what = next((word for word, names in table if name in names), "")
    if not what:
        return ""
    module = VARIABLES.rpartition(".")[0]
    called = program.evaluator.origins(file, scope, callee)
    own = any(isinstance(o, Ext) and o.path == f"{module}.{name}" for o in called)
    return what if own or _are_variables(program, file, scope, receiver(callee)) else ""


def _are_variables(program: Program, file: int, scope: int, base: Any) -> bool:
    """Whether a value is the environment itself; most are told apart by name."""
    if last_name(base) != VARIABLES.rpartition(".")[2]:
        return False
    return any(isinstance(o, Ext) and o.path == VARIABLES for o in program.evaluator.origins(file, scope, base))
