"""Wrapping: what the decorators of an object put on it in each call of what they decorate."""

from isolint.facts import FUNCTION
from isolint.program.flow.requests import Requests
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls


class Wrapping:
    """Answers whether a function that stands for another one sets an attribute of the object whose method made it."""

    def __init__(self, evaluator: Evaluator, requests: Requests) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._requests = requests

    def of(self, write: Write) -> Lasting | None:
        """Why the object is there for every call: it decorates, and was there before."""
        if write.how != "attr" or type(write.base) is not str or "." in write.base:
            return None
        unit = self._units[write.file]
        given: set[str] = set()
        at = unit.header(write.scope).parent
        while at > 0 and unit.header(at).kind == FUNCTION and unit.own(at) != write.base:
            given.update(row[0] for row in unit.header(at).params)
            at = unit.header(at).parent
        if at <= 0 or unit.header(at).kind != FUNCTION or unit.owner(at) < 0:
            return None
        given.update(row[0] for row in unit.header(at).params[1:])
        wrapped = given & self._stands_for(write)
        put = self._requests.of(write.file, write.scope, *write.values)
        if not wrapped or put.empty or any(p.name in wrapped for p in put.params):
            return None
        cls = Cls(write.file, unit.owner(at))
        position = unit.header(at).position
        return Lasting("decorating", write.file, at, position, self._e.meaning.canonical(cls))

    def _stands_for(self, write: Write) -> set[str]:
        """The names of what a function calls after a write, and looks like by a decorator that is given it."""
        unit = self._units[write.file]
        header = unit.header(write.scope)
        around = unit.body(header.parent).calls
        like = [around[each][1] for each in header.decorators if type(each) is int]
        calls = unit.body(write.scope).calls
        called = {c[0] for c in calls if type(c[0]) is str and c[3] > write.position}
        return {str(value).lstrip("$") for values in like for value in values if type(value) is str} & called
