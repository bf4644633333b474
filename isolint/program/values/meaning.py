"""Meaning: the access path of an origin, and the rows of the vocabulary that hold for it."""

from typing import TYPE_CHECKING, Any

from isolint.program.values.origins import Cls, Ext, Fn, Mod, Obj, Origin, Origins
from isolint.vocabulary import Row

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator


class Meaning:
    """Answers about what origins mean, through the bases of their classes."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._vocabulary = evaluator.vocabulary
        self._known: dict[tuple[int, int], str] | None = None
        self._canonical: dict[tuple[int, int, bool], str] = {}
        self._rows: dict[str, dict[tuple[Any, ...], tuple[Row, ...]]] = {}

    def canonical(self, origin: Origin) -> str:
        """The access path of an origin, or an empty string."""
        match origin:
            case Ext():
                return origin.path
            case Cls() | Fn():
                key = (origin.file, origin.scope, type(origin) is Fn and type(origin.receiver) is Obj)
                found = self._canonical.get(key)
                if found is None:
                    found = self._canonical[key] = self._defined(origin)
                return found
            case Obj():
                return f"{self.canonical(origin.cls)}()"
            case Mod():
                return self._e.modules.dotted(origin.file)
        return ""

    def _defined(self, origin: Cls | Fn) -> str:
        file, scope, unit = origin.file, origin.scope, self._e.units[origin.file]
        if type(origin) is Fn and (owner := unit.owner(scope)) >= 0:
            step = "()" if isinstance(origin.receiver, Obj) else ""
            return f"{self.canonical(Cls(file, owner))}{step}.{unit.header(scope).name}"
        public = self._public().get((file, scope))
        return public or f"{self._e.modules.dotted(file)}.{unit.qualname(scope)}"

    def _public(self) -> dict[tuple[int, int], str]:
        """The paths under which the vocabulary knows classes and functions whose source is in the program."""
        if self._known is None:
            self._known = {}
            for path in self._vocabulary.exact:
                first, *names = path.partition("(")[0].split(".")
                file = self._e.modules.find("", first)
                found: Origins = () if file is None else (Mod(file),)
                for number, name in enumerate(names, 1):
                    found = self._e.attribute(found, name)
                    for origin in found:
                        if isinstance(origin, Cls | Fn):
                            self._known.setdefault(origin[:2], ".".join((first, *names[:number])))
            self._canonical.clear()  # what was asked for on the way did not know all of them
        return self._known

    def rows(self, origin: Origin, kind: str) -> tuple[Row, ...]:
        """The rows of a kind that hold for an origin, through the bases of its class."""
        vocabulary = self._vocabulary
        if kind not in vocabulary.kinds:
            return ()
        if type(origin) is Ext:
            return vocabulary.rows(origin.path, kind)
        key: tuple[Any, ...]
        if type(origin) is Obj:
            key = (origin.cls, None)  # where it was made does not matter
        elif type(origin) is Fn:
            key = (origin.file, origin.scope, origin.receiver.cls if type(origin.receiver) is Obj else None)
        elif type(origin) is Cls or type(origin) is Mod:
            key = origin
        else:
            return ()
        told = self._rows.get(kind)
        if told is None:
            told = self._rows[kind] = {}
        found = told.get(key)
        if found is None:
            paths = dict.fromkeys(self._paths(origin))
            found = told[key] = tuple([row for path in paths for row in vocabulary.rows(path, kind)])
        return found

    def _paths(self, origin: Origin) -> list[str]:
        """The access paths of an origin: of its class and all bases, or of a method through its receiver's."""
        mro = self._e.members.mro
        if type(origin) is Cls:
            return [self.canonical(o) for o in mro(origin)]
        if type(origin) is Obj:
            return [f"{self.canonical(o)}()" for o in mro(origin.cls)]
        if type(origin) is Fn and type(origin.receiver) is Obj:
            name = self._e.units[origin.file].header(origin.scope).name
            return [f"{self.canonical(o)}().{name}" for o in mro(origin.receiver.cls)]
        return [self.canonical(origin)]

    def has_kind(self, origin: Origin, kind: str) -> bool:
        """Whether an origin is of a kind."""
        if type(origin) is Ext:
            return bool(self._vocabulary.rows(origin.path, kind))
        return bool(self.rows(origin, kind))
