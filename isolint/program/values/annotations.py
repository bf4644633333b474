"""Annotations: what a thing annotated so is."""

from typing import TYPE_CHECKING

from isolint.facts import Value
from isolint.program.values.origins import Cls, Ext, Obj, Origin, Origins, Sub, join

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator


class Annotations:
    """Answers about annotations, wrappers such as `Optional` and `Annotated` looked through."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._known: dict[tuple[int, int, Value], Origins] = {}

    def instances(self, file: int, scope: int, note: Value) -> Origins:
        """What a thing annotated with `note` is."""
        key = (file, scope, note)
        found = self._known.get(key)
        if found is None:
            self._known[key] = ()
            found = self._known[key] = self._instances(file, scope, note)
        return found

    def _instances(self, file: int, scope: int, note: Value) -> Origins:
        match note:
            case ("|", *_):
                return join(*[self.instances(file, scope, m) for m in note[1:]])
            case ("[]", base, inner):
                return join(*[self._wrapped(o, file, scope, inner) for o in self._e.origins(file, scope, base)])
            case str() | (".", _, _):
                return join(*[self._instance(o) for o in self._e.origins(file, scope, note)])
        return ()

    def extras(self, file: int, scope: int, note: Value) -> Origins:
        """What else an annotation says of a thing: `Depends(..)` in `Annotated[list, Depends(..)]`, or in its alias."""
        if type(note) is str:
            subs = [o for o in self._e.origins(file, scope, note) if type(o) is Sub]
            return join(*[self.extras(o.file, o.scope, o.value) for o in subs])
        if type(note) is not tuple or note[0] != "[]" or type(note[2]) is not tuple or note[2][0] != "tuple":
            return ()
        return join(*[self._e.origins(file, scope, m) for m in note[2][2:] if type(m) is int])

    def _instance(self, origin: Origin) -> Origins:
        match origin:
            case Cls():
                return (Obj(origin, None),)
            case Ext(path, None):
                return self._e.outside(f"{path}()")
            case Sub(file, scope, value):
                return self.instances(file, scope, value)
        return ()

    def _wrapped(self, origin: Origin, file: int, scope: int, inner: Value) -> Origins:
        if type(origin) is not Ext:
            return self._instance(origin)
        members = inner[1:] if type(inner) is tuple and inner[0] == "tuple" else (inner,)
        for row in self._e.vocabulary.of(origin.path):
            if row.kind == "type-wrapper":
                if row.argument < 0:
                    return join(*[self.instances(file, scope, m) for m in members])
                injected = [self._e.calls.injected(self._e.origins(file, scope, m)) for m in members if type(m) is int]
                held = self.instances(file, scope, members[row.argument]) if row.argument < len(members) else ()
                return join(*injected, held)
        return self._e.outside(f"{origin.path}()")
