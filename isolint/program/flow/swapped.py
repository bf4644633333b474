"""Swapped: attributes that a coroutine replaces while it waits, and sets back to what they were."""

from typing import Any, Final

from isolint.facts import ASYNC, Body
from isolint.program.flow.regions import inside, managers
from isolint.program.flow.restoring import Change, Restoring
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls
from isolint.program.words import snake

MUTEX: Final = frozenset({"lock", "locks", "mutex", "semaphore", "locked"})


class Swapped:
    """Answers whether somebody else who runs meanwhile meets what was put there for one call.

    Who sets it back knows that the object outlives the call.
    """

    def __init__(self, evaluator: Evaluator, restoring: Restoring) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._restoring = restoring

    def of(self, write: Write) -> Lasting | None:
        """Why what a method replaces on its own object, or on what hangs on that, is there for others too."""
        unit = self._units[write.file]
        own = unit.own(write.scope)
        body = unit.body(write.scope)
        if write.how != "attr" or not own or not unit.header(write.scope).flags & ASYNC:
            return None
        if type(write.base) is not str or f"{write.base}.".partition(".")[0] != f"${own}":
            return None
        back = _put_back(body, write)
        if not back or self._locked(write, body):
            return None
        change = Change(write.file, write.scope, write.position, write.region, write.base, write.key)
        restored = self._restoring.of(change)
        if restored.how != "always" or not restored.waits:
            return None
        cls = Cls(write.file, unit.owner(write.scope))
        return Lasting("swapped", write.file, write.scope, back, self._e.meaning.canonical(cls))

    def _locked(self, write: Write, body: Body) -> bool:
        """Whether a lock is held meanwhile."""
        return any(
            MUTEX.intersection(snake(last_name(manager)).split("_"))
            or any(self._e.meaning.has_kind(o, "lock") for o in self._e.origins(write.file, write.scope, manager))
            for manager in managers(body, write.region)
        )


def _put_back(body: Body, write: Write) -> int:
    """Where a `finally` puts the old value there again, 0 for nowhere."""
    held = f"{write.base}.{write.key}"
    places = [
        position for kind, base, key, value, position, region in body.stores
        if kind == "attr" and base == write.base and key == write.key
        and position > write.position and inside(body, region, "finally") and _is_old(value, held)
    ]  # fmt: skip
    return places[0] if places and not any(_is_old(value, held) for value in write.values) else 0


def _is_old(value: Any, held: str) -> bool:
    """Whether a value is what was there before, if there was something."""
    return bool(value == held or (type(value) is tuple and value[:2] == ("|", held)))
