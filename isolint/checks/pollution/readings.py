"""Readings: what a setting that is changed was asked before: set only where nothing was, or to what was read."""

from typing import Any, Final

from isolint.program import Program
from isolint.program.flow.regions import chain
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Const, Ext

LEAVING: Final = frozenset({"return", "continue", "raise"})
ASKING: Final = frozenset({"get", "__getitem__", "copy"})
NOTHING: Final = (("=", None), ("=", ""))


class Readings:
    """Answers about conditions and values; `reading` are paths of calls that tell what a setting is."""

    def __init__(self, program: Program, reading: frozenset[str]) -> None:
        self._e = program.evaluator
        self._units = program.units
        self._reading = reading
        self._lasts = frozenset(path.rpartition(".")[2] for path in reading)

    def fills(self, file: int, scope: int, region: int, position: int, key: Any) -> bool:
        """Whether a part of a setting is set under the condition that nothing is there: `setdefault`, spelled out.

        Whether a comparison says `in` or `not in` the facts do not tell: its branch is believed to.
        """
        body = self._units[file].body(scope)
        around = chain(body, region)
        for number in around:
            kind, _, value = body.regions[number]
            if kind in ("if", "else") and self._misses(file, scope, value, key, negated=kind == "if"):
                return True
        for kind, _, place, where in body.turns:
            if kind in LEAVING and place < position and where and where not in around:
                branch, outer, value = body.regions[where]
                left = branch == "if" and (not outer or outer in around)
                if left and self._misses(file, scope, value, key, negated=False):
                    return True
        return False

    def _misses(self, file: int, scope: int, test: Any, key: Any, *, negated: bool) -> bool:
        """Whether a condition tells that a part is not there: `negated` is that of the branch where it holds."""
        match test:
            case ("|", *members):
                return any(self._misses(file, scope, m, key, negated=negated) for m in members)
            case ("<-", inner):
                return negated and self.reads(file, scope, inner, key)
            case ("<-", one, other) if self._is_same(file, scope, one, key):
                return not _is_text(other)
            case ("<-", one, other):
                return negated and other in NOTHING and self.reads(file, scope, one, key)
        return not negated and self.reads(file, scope, test, key)

    def reads(self, file: int, scope: int, value: Any, key: Any) -> bool:
        """Whether a value is what something tells of a part: an element by its key, or a call that is given the key."""
        match value:
            case int():
                arguments = self._units[file].body(scope).calls[value][1]
                return bool(arguments) and self._is_same(file, scope, arguments[0], key)
            case ("[]", _, part):
                return self._is_same(file, scope, part, key)
        return False

    def keeps(self, file: int, scope: int, value: Any, held: Any, key: Any) -> bool:
        """Whether a value is what the setting `held` was, or that with something for where nothing was."""
        match value:
            case int():
                callee, arguments, *_ = self._units[file].body(scope).calls[value]
                asks = held is not None and last_name(callee) in ASKING and receiver(callee) == held
                told = asks or self._tells(file, scope, callee)
                return told and (key is None or (bool(arguments) and self._is_same(file, scope, arguments[0], key)))
            case ("[]", base, part):
                return held is not None and base == held and key is not None and self._is_same(file, scope, part, key)
            case ("|", first, *_):
                return self.keeps(file, scope, first, held, key)
        return False

    def _tells(self, file: int, scope: int, callee: Any) -> bool:
        if last_name(callee) not in self._lasts:
            return False
        return any(type(o) is Ext and o.path in self._reading for o in self._e.origins(file, scope, callee))

    def _is_same(self, file: int, scope: int, value: Any, key: Any) -> bool:
        """Whether two values are one, or the same text."""
        if value is None or type(value) is int:
            return False
        if value == key:
            return True
        told = text(self._e, file, scope, value)
        return told is not None and told == text(self._e, file, scope, key)


def text(evaluator: Evaluator, file: int, scope: int, value: Any) -> str | None:
    """The one string that a value is, or None."""
    if _is_text(value):
        return str(value[1])
    if type(value) is not str or value.startswith("$"):
        return None
    texts = {o.value for o in evaluator.origins(file, scope, value) if type(o) is Const and type(o.value) is str}
    return texts.pop() if len(texts) == 1 else None


def _is_text(value: Any) -> bool:
    return type(value) is tuple and value[:1] == ("=",) and type(value[1]) is str
