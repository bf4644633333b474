"""Holds: which values of a kind a coroutine or a function works with when it is run."""

from typing import Any, Final, NamedTuple

from isolint.facts import ASYNC, AWAITED, CLASS
from isolint.program.flow.regions import contains, under
from isolint.program.flow.worked import DEEP, Worked
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site
from isolint.program.words import snake

MAKERS: Final = frozenset({"factory", "make", "build", "create", "maker", "builder"})


class Held(NamedTuple):
    """A value of a scope that is worked with; not `sure` where a name tells that what a call gives keeps it."""

    file: int
    scope: int
    value: Any
    sure: bool = True


class Holds:
    """Answers for one kind of the vocabulary; what a lock is held around does not count."""

    def __init__(self, evaluator: Evaluator, kind: str) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._kind = kind
        self._worked = Worked(evaluator, kind)

    def is_one(self, file: int, scope: int, value: Any, me: Obj | Cls | None = None) -> bool:
        """Whether a value is of the kind."""
        if value is None or type(value) not in (str, int, tuple):
            return False
        origins = self._e.origins(file, scope, value, me)
        return any(self._e.meaning.has_kind(o, self._kind) for o in origins)

    def of(self, file: int, scope: int, value: Any, depth: int = 0) -> frozenset[Held]:
        """What is worked with when `value` runs: a coroutine, or a function."""
        if depth > DEEP:
            return frozenset()
        if type(value) is int:
            return self._call(file, scope, value, depth)
        match value:
            case ("def", inner):
                return self._free(file, inner, depth)
            case ("|" | ":" | "*", *parts):
                return frozenset(h for p in parts for h in self.of(file, scope, p, depth))
            case str() | (".", _, _) | ("import", *_):
                return self._function(file, scope, value, depth)
        return frozenset()

    def given(self, file: int, scope: int, value: Any) -> frozenset[Held]:
        """What an argument hands over: such a value, an object that was made with one, or a display of these."""
        match value:
            case ("list" | "tuple" | "set" | "*" | ":" | "|", *parts):
                return frozenset(h for p in parts for h in self.given(file, scope, p))
            case ("dict", *pairs):
                return frozenset(h for _, v in pairs for h in self.given(file, scope, v))
        if not contains_loop(value) and self.is_one(file, scope, value):
            return frozenset({Held(file, scope, value)})
        if self._makes(file, scope, value):
            return frozenset(Held(file, scope, v) for v in self._handed(file, scope, value)[0])
        return frozenset()

    def functions(self, file: int, scope: int, value: Any) -> list[Fn]:
        """The functions of the program that a value is."""
        return [o for o in self._e.origins(file, scope, value) if isinstance(o, Fn)]

    def carried(
        self, file: int, scope: int, value: Any, functions: list[Fn], param: tuple[int, str]
    ) -> frozenset[Held]:
        """What hangs on an object that functions are given and work with; `param` is its place or its name."""
        if type(value) not in (str, int) or contains_loop(value) or self._makes(file, scope, value):
            return frozenset()
        objects = [o for o in self._e.origins(file, scope, value) if isinstance(o, Obj)] if functions else []
        paths = {p for o in objects for f in functions for p in self._worked.by(f, *param, o)}
        return frozenset(Held(file, scope, under(value, p)) for p in paths)

    def _call(self, file: int, scope: int, number: int, depth: int) -> frozenset[Held]:
        callee, arguments, keywords, _, flags, _ = self._units[file].body(scope).calls[number]
        if flags & AWAITED:
            return frozenset()
        found: set[Held] = set()
        callees = self._e.calls.callees(Site(file, scope, number))
        functions = [o for o in callees if isinstance(o, Fn)]
        if functions and not any(self._units[f.file].header(f.scope).flags & ASYNC for f in functions):
            return frozenset()  # what it gives is no coroutine: it has run
        if any(isinstance(o, Cls) for o in callees):
            return frozenset()
        runs = functions or (self.functions(file, scope, arguments[0]) if arguments else [])
        first = 0 if functions else 1  # a library's function hands on what comes behind the function that it is given
        for at, (name, value) in enumerate([*[("", a) for a in arguments], *keywords]):
            if not functions or any(self._touches(f, at, name) for f in functions):
                found |= self.given(file, scope, value)
            if at >= first:
                found |= self.carried(file, scope, value, runs, (at - first, name))
            if not functions and (at == 0 or name or self._runs(file, scope, value)):
                found |= self.of(file, scope, value, depth + 1)  # a library's function runs what it is given
        base = receiver(callee)
        if base is not None:
            found |= self._on(file, scope, base, last_name(callee), depth)
        for fn in functions:
            if self._nested(fn):
                found |= self._free(fn.file, fn.scope, depth + 1)
        return frozenset(found)

    def _makes(self, file: int, scope: int, value: Any) -> bool:
        if type(value) is not int:
            return False
        return any(isinstance(o, Cls) for o in self._e.calls.callees(Site(file, scope, value)))

    def _runs(self, file: int, scope: int, value: Any) -> bool:
        """Whether an argument is known to be a coroutine or a function."""
        if type(value) is not int:
            return True
        return any(isinstance(o, Fn | Ext) for o in self._e.calls.callees(Site(file, scope, value)))

    def _nested(self, fn: Fn) -> bool:
        parent = self._units[fn.file].header(fn.scope).parent
        return parent > 0 and self._units[fn.file].header(parent).kind != CLASS

    def _function(self, file: int, scope: int, value: Any, depth: int) -> frozenset[Held]:
        found: set[Held] = set()
        base = receiver(value)
        for origin in self._e.origins(file, scope, value):
            if isinstance(origin, Fn) and self._nested(origin):
                found |= self._free(origin.file, origin.scope, depth + 1)
            elif isinstance(origin, Fn) and base is not None:
                found |= self._on(file, scope, base, last_name(value), depth)
        return frozenset(found)

    def _touches(self, fn: Fn, number: int, name: str) -> bool:
        """Whether a function works with a parameter outside of a lock; one without calls is a stub of another."""
        unit = self._units[fn.file]
        params = unit.header(fn.scope).params
        at = number + (fn.receiver is not None)
        if not name:
            if at >= len(params):
                return True
            name = params[at][0]
        body = unit.body(fn.scope)
        if not body.calls:
            return True
        free = [c for c in body.calls if not self._worked.locked(fn.file, fn.scope, body, c[5])]
        if any(_mentions(c, f"${name}", self._worked.waits(fn.file, fn.scope)) for c in free):
            return True
        inner = [n for n, h in enumerate(unit.interface.scopes) if h[2] == fn.scope]
        return any(_mentions(c, name, self._worked.waits(fn.file, n)) for n in inner for c in unit.body(n).calls)

    def _on(self, file: int, scope: int, base: Any, method: str, depth: int) -> frozenset[Held]:
        """What a method works with, by what it is called on."""
        if contains_loop(base):
            return frozenset()
        if self.is_one(file, scope, base):
            return frozenset({Held(file, scope, base)})
        origins = self._e.origins(file, scope, base)
        given, named = self._handed(file, scope, base)
        objects = [o for o in origins if isinstance(o, Obj)]
        if not objects:
            return frozenset(Held(file, scope, v, sure=False) for v in given) if named else frozenset()
        paths = {p for o in objects for p in self._worked.by_method(o, method, depth)}
        if paths and given:
            return frozenset(Held(file, scope, v) for v in given)
        return frozenset(Held(file, scope, under(base, p)) for p in paths)

    def _handed(self, file: int, scope: int, base: Any) -> tuple[list[Any], bool]:
        """The values of the kind that an object was made with, and whether the callee's name says that it makes."""
        while type(base) is tuple and base[0] in ("with", ":"):
            base = base[1]
        if type(base) is not int:
            return [], False
        callee, arguments, keywords, _, flags, _ = self._units[file].body(scope).calls[base]
        if flags & AWAITED:
            return [], False
        given = [v for v in (*arguments, *[v for _, v in keywords]) if self.is_one(file, scope, v)]
        return given, bool(MAKERS & set(snake(last_name(callee)).split("_")))

    def _free(self, file: int, inner: int, depth: int) -> frozenset[Held]:
        """What a nested function takes from the functions around it."""
        if depth > DEEP:
            return frozenset()
        unit = self._units[file]
        body = unit.body(inner)
        pauses = self._worked.waits(file, inner)
        found: set[Held] = set()
        for callee, arguments, keywords, _, flags, region in body.calls:
            if self._worked.locked(file, inner, body, region):
                continue
            for at, (name, value) in enumerate([*[("", a) for a in arguments], *keywords]):
                outer = self._outer(file, inner, value)
                if outer and self.is_one(file, *outer):
                    found.add(Held(file, *outer))
                elif outer:
                    found |= self.carried(file, *outer, self.functions(file, inner, callee), (at, name))
            outer = self._outer(file, inner, receiver(callee))
            if outer and (not pauses or flags & pauses):
                found |= self._on(file, *outer, last_name(callee), depth + 1)
            if type(callee) is str and "." not in callee:
                called = self._e.origins(file, inner, callee)
                for fn in called:
                    if isinstance(fn, Fn) and fn.file == file and self._nested(fn) and fn.scope != inner:
                        found |= self._free(file, fn.scope, depth + 1)
        return frozenset(found)

    def _outer(self, file: int, inner: int, path: Any) -> tuple[int, Any] | None:
        """The scope around a nested function that binds a path's first name, and the value there."""
        if type(path) is not str or path.startswith("$"):
            return None
        root, _, rest = path.partition(".")
        unit = self._units[file]
        at = unit.header(inner).parent
        while at > 0:
            header = unit.header(at)
            if header.kind != CLASS:
                value: Any = None
                if root in header.bindings:
                    value = header.bindings[root]
                elif any(row[0] == root for row in header.params):
                    value = f"${root}"
                if value is not None:
                    return at, under(value, rest)
            at = header.parent
        return None


def contains_loop(value: Any) -> bool:
    """Whether a value is another one in each round of a loop."""
    if type(value) is not tuple or not value or value[0] in ("=", "def", "import"):
        return False
    return value[0] == "iter" or any(contains_loop(v) for v in value[1:])


def _mentions(call: tuple[Any, ...], path: str, pauses: int) -> bool:
    """Whether a call is given a value, or is a method of it that lets others run meanwhile."""
    callee, arguments, keywords, _, flags, _ = call
    base = receiver(callee)
    while type(base) is tuple and base and base[0] in (".", "with", ":"):
        base = base[1]
    if type(base) is str and (base == path or base.startswith(f"{path}.")):
        return not pauses or bool(flags & pauses)
    return any(contains(v, path) for v in (*arguments, *[v for _, v in keywords]))
