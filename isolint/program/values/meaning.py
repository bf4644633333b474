"""Meaning: the access path of an origin, and the rows of the vocabulary that hold for it."""

from typing import TYPE_CHECKING

from isolint.program.values.origins import Cls, Ext, Fn, Mod, Obj, Origin, Origins
from isolint.vocabulary import Row

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator


class Meaning:
    """Answers about what origins mean, through the bases of their classes."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._known: dict[tuple[int, int], str] | None = None
        self._rows: dict[tuple[Origin, str], tuple[Row, ...]] = {}

    def canonical(self, origin: Origin) -> str:
        """The access path of an origin, or an empty string."""
        match origin:
            case Ext(path, _):
                return path
            case Fn(file, scope, receiver) if (owner := self._e.units[file].owner(scope)) >= 0:
                step = "()" if isinstance(receiver, Obj) else ""
                return f"{self.canonical(Cls(file, owner))}{step}.{self._e.units[file].header(scope).name}"
            case Cls(file, scope) | Fn(file, scope, _):
                public = self._public().get((file, scope))
                return public or f"{self._e.modules.dotted(file)}.{self._e.units[file].qualname(scope)}"
            case Obj(cls, _):
                return f"{self.canonical(cls)}()"
            case Mod(file):
                return self._e.modules.dotted(file)
        return ""

    def _public(self) -> dict[tuple[int, int], str]:
        """The paths under which the vocabulary knows classes and functions whose source is in the program."""
        if self._known is None:
            self._known = {}
            for path in self._e.vocabulary.exact:
                first, *names = path.partition("(")[0].split(".")
                file = self._e.modules.find("", first)
                found: Origins = () if file is None else (Mod(file),)
                for number, name in enumerate(names, 1):
                    found = self._e.attribute(found, name)
                    for origin in found:
                        if isinstance(origin, Cls | Fn):
                            self._known.setdefault(origin[:2], ".".join((first, *names[:number])))
        return self._known

    def rows(self, origin: Origin, kind: str) -> tuple[Row, ...]:
        """The rows of a kind that hold for an origin, through the bases of its class."""
        if kind not in self._e.vocabulary.kinds:
            return ()
        key = (origin, kind)
        found = self._rows.get(key)
        if found is None:
            paths = dict.fromkeys(self._paths(origin))
            found = tuple(row for path in paths for row in self._e.vocabulary.of(path) if row.kind == kind)
            self._rows[key] = found
        return found

    def _paths(self, origin: Origin) -> list[str]:
        """The access paths of an origin: of its class and all bases, or of a method through its receiver's."""
        mro = self._e.members.mro
        match origin:
            case Cls():
                return [self.canonical(o) for o in mro(origin)]
            case Obj(cls, _):
                return [f"{self.canonical(o)}()" for o in mro(cls)]
            case Fn(file, scope, Obj(cls, _)):
                name = self._e.units[file].header(scope).name
                return [f"{self.canonical(o)}().{name}" for o in mro(cls)]
        return [self.canonical(origin)]

    def has_kind(self, origin: Origin, kind: str) -> bool:
        """Whether an origin is of a kind."""
        return bool(self.rows(origin, kind))
