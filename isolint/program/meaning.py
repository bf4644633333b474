"""Meaning: the access path of an origin, and the rows of the vocabulary that hold for it."""

from typing import TYPE_CHECKING

from isolint.program.origins import Cls, Ext, Fn, Mod, Obj, Origin
from isolint.vocabulary import Row

if TYPE_CHECKING:
    from isolint.program.evaluate import Evaluator


class Meaning:
    """Answers about what origins mean, through the bases of their classes."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._rows: dict[tuple[Origin, str], tuple[Row, ...]] = {}

    def canonical(self, origin: Origin) -> str:
        """The access path of an origin, or an empty string."""
        match origin:
            case Ext(path, _):
                return path
            case Cls(file, scope) | Fn(file, scope, _):
                return f"{self._e.modules.dotted(file)}.{self._e.units[file].qualname(scope)}"
            case Obj(cls, _):
                return f"{self.canonical(cls)}()"
            case Mod(file):
                return self._e.modules.dotted(file)
        return ""

    def rows(self, origin: Origin, kind: str) -> tuple[Row, ...]:
        """The rows of a kind that hold for an origin, through the bases of its class."""
        if kind not in self._e.vocabulary.kinds:
            return ()
        key = (origin, kind)
        found = self._rows.get(key)
        if found is None:
            cls = origin.cls if type(origin) is Obj else origin if type(origin) is Cls else None
            line = self._e.members.mro(cls) if cls else (origin,)
            end = "()" if type(origin) is Obj else ""
            found = tuple(
                row for o in line for row in self._e.vocabulary.of(self.canonical(o) + end) if row.kind == kind
            )
            self._rows[key] = found
        return found

    def has_kind(self, origin: Origin, kind: str) -> bool:
        """Whether an origin is of a kind."""
        return bool(self.rows(origin, kind))
