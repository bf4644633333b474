"""Declared: what defaults, annotations, decorators and registering calls name, behind aliases too."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Fn, Site

FAR: Final = 4
PARTS: Final = frozenset({"|", ":", "[]", "list", "tuple", "set", "<-", "*", "iter", "with"})


class Declared:
    """Answers about values that stand in signatures and in calls that make routes."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._e = evaluator
        self._units = evaluator.units

    def secures(self, file: int, scope: int, value: Any) -> bool:
        """Whether a default, an annotation or a decorator is of kind `security`, or made by such a thing."""
        if type(value) is int:
            callee, arguments, keywords, *_ = self._units[file].body(scope).calls[value]
            return any(self.secures(file, scope, v) for v in (callee, *arguments, *[v for _, v in keywords]))
        if type(value) is tuple and value and value[0] in PARTS:
            return any(self.secures(file, scope, v) for v in value[1:])
        origins = self._e.origins(file, scope, value) if type(value) is str else ()
        return any(self._e.meaning.has_kind(o, "security") for o in origins)

    def injects(self, file: int, scope: int, value: Any, depth: int = 0) -> bool:
        """Whether a framework is told in a value to call something and to hand over what it gives."""
        match value:
            case int():
                callees = self._e.calls.callees(Site(file, scope, value))
                return any(self._e.meaning.has_kind(o, "injector") for o in callees)
            case str():
                behind = self._e.names.definition(file, value) if value[0] != "$" and "." not in value else None
                return bool(
                    behind
                    and depth < FAR
                    and _is_expression(behind[1])
                    and self.injects(behind[0], 0, behind[1], depth + 1)
                )
            case (tag, *_) if tag in PARTS:
                return any(self.injects(file, scope, part, depth) for part in value[1:])
        return False

    def texts(self, file: int, scope: int, value: Any, depth: int = 0) -> set[str]:
        """The names in a value, and in what stands behind an alias such as `CurrentUser = Annotated[..]`."""
        found: set[str] = set()
        if depth > FAR:
            return found
        match value:
            case int():
                callee, arguments, keywords, *_ = self._units[file].body(scope).calls[value]
                for part in (callee, *arguments, *[v for _, v in keywords]):
                    found |= self.texts(file, scope, part, depth + 1)
            case str():
                found.add(value.lstrip("$"))
                behind = self._e.names.definition(file, value) if value[0] != "$" and "." not in value else None
                if behind and _is_expression(behind[1]):
                    found |= self.texts(behind[0], 0, behind[1], depth + 1)
            case (".", base, path):
                found |= {path} | self.texts(file, scope, base, depth + 1)
            case ("dict", *_):
                for _, v in value[1:]:
                    found |= self.texts(file, scope, v, depth + 1)
            case (tag, *_) if tag in PARTS:
                for part in value[1:]:
                    found |= self.texts(file, scope, part, depth + 1)
        return found

    def injected(self, file: int, scope: int, value: Any) -> Iterator[tuple[int, int]]:
        """The functions that a default, an annotation or a decorator has the framework call."""
        match value:
            case int():
                call = self._units[file].body(scope).calls[value]
                for part in (call[0], *call[1], *[v for _, v in call[2]]):
                    yield from self.injected(file, scope, part)
            case str():
                behind = self._e.names.definition(file, value) if value[0] != "$" and "." not in value else None
                if behind and _is_expression(behind[1]):
                    yield from self.injected(behind[0], 0, behind[1])
                for origin in self._e.origins(file, scope, value):
                    if type(origin) is Fn:
                        yield origin.file, origin.scope
            case (tag, *_) if tag in PARTS:
                for part in value[1:]:
                    yield from self.injected(file, scope, part)


def _is_expression(value: Any) -> bool:
    """Whether a name stands for something that has names in it: no function, class or constant."""
    return type(value) is int or (type(value) is tuple and value[0] in PARTS)
