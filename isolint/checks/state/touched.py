"""Touched: does other code change what an object keeps in an attribute, or what a function hands out?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.facts import Body
from isolint.program import Program
from isolint.program.values.origins import Cls, Obj


@dataclass(frozen=True, slots=True)
class Touched:
    """Answers for one program; a change is a store at an index or a key, or a call of one of `changers`."""

    program: Program
    changers: frozenset[str]

    def on(self, keeper: Cls, attribute: str) -> bool:
        """Whether the application changes what `attribute` holds, on an object that is known to be of that class."""
        related = {keeper, *self.program.evaluator.members.below(keeper)}
        for file, unit in self.program.speaking(attribute, role="application"):
            for scope in range(len(unit.interface.scopes)):
                for place in self._changed(unit.body(scope)):
                    holder = _holder(place, attribute)
                    origins = self.program.evaluator.origins(file, scope, holder) if holder is not None else ()
                    if any(isinstance(o, Obj) and o.cls in related for o in origins):
                        return True
        return False

    def by_callers(self, file: int, scope: int) -> bool:
        """Whether a caller changes what the function has returned to it."""
        for site, _, calls in self.program.callers.of(file, scope):
            body = self.program.units[site.file].body(site.scope)
            if calls and any(place == site.call for place in self._changed(body)):
                return True
        return False

    def _changed(self, body: Body) -> Iterator[Any]:
        """The places that a scope changes, as values of it."""
        for kind, base, *_ in body.stores:
            if kind.endswith("item"):
                yield base
        for callee, *_ in body.calls:
            place, method = _split(callee)
            if method in self.changers:
                yield place


def _holder(place: Any, attribute: str) -> Any:
    """The value of which a place is that attribute, or None."""
    holder, name = _split(place)
    return holder if name == attribute else None


def _split(value: Any) -> tuple[Any, str]:
    """A value that is an attribute, as what it is one of and its name."""
    match value:
        case str(path):
            base, _, name = path.rpartition(".")
            return base or None, name
        case (".", inner, str(path)):
            base, _, name = path.rpartition(".")
            return (".", inner, base) if base else inner, name
    return None, ""
