"""Sessions: the functions that hand out database sessions where nothing else says that they do."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.facts import FUNCTION, GENERATOR, Body
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Fn, known
from isolint.vocabulary import Row

KIND: Final = "database-session"
ENDS: Final = frozenset({"commit", "rollback"})


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """A row for each generator that commits or rolls back what it yields, of which nobody knows what it is."""
    for file, unit in enumerate(program.units):
        if program.roles[file] != "application" or not unit.interface.mentions >= ENDS:
            continue
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] != FUNCTION or header[2] != 0 or not header[4] & GENERATOR or header[1][:1] == "_":
                continue
            body = unit.body(scope)
            fn = Fn(file, scope, None)
            given = [value for value, _ in body.yields if _ends(body, value)]
            if given and not known(program.evaluator.calls.returned(fn, None)):
                path = program.evaluator.meaning.canonical(fn)
                path = f"{path}()" if header[5] else f"{path}()[]"
                yield about(program, (Row(KIND, path),), (file, scope), "ends the transaction of what it yields", ())


def _ends(body: Body, value: Any) -> bool:
    """Whether a function both commits and rolls back a value."""
    ended = {last_name(call[0]) for call in body.calls if receiver(call[0]) == value}
    return value is not None and ended >= ENDS
