"""Emptied: does whoever calls a setter call it again, with nothing, when the work is done?"""

from typing import Any, Final

from isolint.facts import LAMBDA, Body, Value
from isolint.program.entry.callers import Callers
from isolint.program.entry.ways import Way
from isolint.program.flow.regions import inside
from isolint.program.flow.restoring import How
from isolint.program.unit import Unit
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Site

EMPTY: Final = ("dict", "list", "tuple", "set")


class Emptied:
    """Answers about the setters on a way from an entry to what is set."""

    def __init__(self, evaluator: Evaluator, callers: Callers) -> None:
        self._units = evaluator.units
        self._callers = callers

    def of(self, way: Way, file: int, scope: int) -> How:
        """How a way's functions set back what a function at its end sets, by calling the same one again."""
        how: How = ""
        for site in way.calls[::-1]:
            again = self._again(site, file, scope)
            if again == "always":
                return again
            how = again or how
            file, scope = site.file, site.scope
        return how

    def by(self, way: Way) -> bool:
        """Whether a way is one on which a setter is given nothing."""
        return any(self._gives_nothing(site) for site in way.calls[-1:])

    def _again(self, site: Site, file: int, scope: int) -> How:
        how: How = ""
        here = self._units[site.file].body(site.scope).calls[site.call][3]
        takes = len(self._units[file].header(scope).params) > (self._units[file].owner(scope) >= 0)
        for other, _, calls in self._callers.of(file, scope):
            if other == site or not calls or not takes:
                continue
            body = self._units[other.file].body(other.scope)
            _, arguments, keywords, position, _, region = body.calls[other.call]
            near = (other.file, other.scope) == (site.file, site.scope)
            if near and position > here and inside(body, region, "finally"):
                return "always"
            if not (arguments or keywords) or self._gives_nothing(other):
                if not near:
                    return "always"
                how = "later" if position > here else how
        return how

    def _gives_nothing(self, site: Site) -> bool:
        """Whether all that a call gives says nothing."""
        unit = self._units[site.file]
        body = unit.body(site.scope)
        _, arguments, keywords, *_ = body.calls[site.call]
        given = (*arguments, *[value for _, value in keywords])
        return bool(given) and all(nothing(value, body) or _says_nothing(value, unit) for value in given)


def nothing(value: Any, body: Body) -> bool:
    """Whether a value is an empty constant or container."""
    if type(value) is int:
        callee, arguments, keywords, *_ = body.calls[value]
        return callee in EMPTY and not arguments and not keywords
    return type(value) is tuple and ((value[0] == "=" and not value[1]) or value in [(name,) for name in EMPTY])


def _says_nothing(value: Value, unit: Unit) -> bool:
    """Whether a value is a lambda that gives a constant."""
    if type(value) is not tuple or len(value) != 2 or value[0] != "def":  # noqa: PLR2004  # the kind and the scope
        return False
    body = unit.body(value[1])
    return bool(unit.header(value[1]).flags & LAMBDA) and all(nothing(v, body) for v, _ in body.returns)
