"""Hooks: which set-up and clean-up functions really run around a test, and in which order."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any, Final

from isolint.facts import ASYNC, CLASS, FUNCTION, GENERATOR
from isolint.program.testing.classes import Classes
from isolint.program.testing.fixtures import Fixtures
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn

Place = tuple[int, int]
"""A function: file and scope."""

AFFIXES: Final = re.compile(r"^_*(?:async_?|aio_?|a(?=[st]))|_?async_*$", re.IGNORECASE)
BINDING: Final = frozenset({"staticmethod", "classmethod"})


class Hooks:
    """Answers about hooks; which names are hooks the vocabulary says."""

    def __init__(self, evaluator: Evaluator, classes: Classes, fixtures: Fixtures) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._classes = classes
        self._fixtures = fixtures
        self._marks = tuple(f"{path}." for path in evaluator.vocabulary.names("mark"))
        kinds = evaluator.vocabulary.kinds
        self._plain = kinds.get("test-hook", ())
        self._telling = {r.path: r.argument for r in kinds.get("cleanup-name", ())}
        rows = (*self._plain, *kinds.get("test-base", ()))
        self._every = frozenset(n for r in rows for n in (*r.methods, *r.keywords)) | {r.path for r in self._plain}
        self._clear = frozenset(n for n in self._every if "_" in n or not n.islower())
        self._alike = {_bare(name): name for name in sorted(self._every)}
        self._ends = tuple(end for name in self._alike for end in (name, f"{name}async"))
        outer = [r for r in self._plain if r.by in {"module", "function"}]
        self._outer = frozenset(n for r in outer for n in (r.path, *r.keywords))

    def every(self) -> frozenset[str]:
        """The names of all hooks of all frameworks."""
        return self._every

    def clear(self) -> frozenset[str]:
        """The names that mean a hook wherever they stand; `setup` may mean anything."""
        return self._clear

    def alike(self, name: str) -> str:
        """The hook whose name a name has, but for its spelling and for saying that it is asynchronous; or nothing."""
        return self._alike.get(_bare(name), "") if _flat(name).endswith(self._ends) else ""

    def names(self, cls: Cls) -> tuple[str, ...]:
        """The hooks that run before a test of a class, in their order, be they defined or not."""
        rows = self._classes.rows(cls)
        if rows:
            return tuple(dict.fromkeys(n for r in rows for n in r.methods))
        return tuple(r.path for by in ("class", "") for r in self._plain if r.by == by)

    def cleaning(self, cls: Cls) -> tuple[str, ...]:
        """The hooks that run after a test of a class."""
        rows = self._classes.rows(cls)
        if rows:
            return tuple(dict.fromkeys(n for r in rows for n in r.keywords))
        return tuple(n for by in ("", "class") for r in self._plain if r.by == by for n in r.keywords)

    def around_module(self) -> frozenset[str]:
        """The names of functions of a module that are hooks."""
        return self._outer

    def awaits(self, cls: Cls, name: str) -> bool:
        """Whether the framework of a class awaits a hook or test of that name."""
        return any(fnmatchcase(name, p) for r in self._classes.rows(cls) for p in r.awaits)

    def is_idle(self, file: int, scope: int) -> bool:
        """Whether calling a function only makes a coroutine or a generator, as its author wrote it."""
        header = self._units[file].header(scope)
        if not header.flags & (ASYNC | GENERATOR):
            return False
        return self.is_bare(file, scope)

    def is_bare(self, file: int, scope: int) -> bool:
        """Whether no decorator makes something else of a function."""
        header = self._units[file].header(scope)
        return all(self.keeps(file, header.parent, d) for d in header.decorators)

    def keeps(self, file: int, scope: int, decorator: Any) -> bool:
        """Whether a decorator leaves what it decorates as it is."""
        if decorator in BINDING:
            return True
        value = self._units[file].body(scope).calls[decorator][0] if type(decorator) is int else decorator
        origins = self._evaluator.origins(file, scope, value)
        return any(type(o) is Ext and (o.path.startswith(self._marks) or self._leaves(o)) for o in origins)

    def _leaves(self, origin: Ext) -> bool:
        return any(self._evaluator.meaning.has_kind(origin, kind) for kind in ("mock", "skip"))

    def running(self, cls: Cls, name: str) -> list[Place]:
        """What runs when the framework calls a hook: the nearest definition, and those that it hands up to."""
        found: list[Place] = []
        for base in self._classes.known(cls):
            if name not in self._units[base.file].header(base.scope).bindings:
                continue
            method = self._classes.method(base, name)
            if method is None or method[1] in self._fixtures.defined(method[0]):
                break
            if not found and self.is_idle(*method) and not self.awaits(cls, name):
                break
            found.append(method)
            if not self.hands_up(*method, name):
                break
        return found

    def hands_up(self, file: int, scope: int, name: str) -> bool:
        """Whether a method calls the one of that name of a base."""
        unit = self._units[file]
        for inner in within(unit, scope):
            calls = unit.body(inner).calls
            for call in calls:
                if last_name(call[0]) != name:
                    continue
                on = receiver(call[0])
                if type(on) is int and last_name(calls[on][0]) == "super":
                    return True
                if type(on) is str and not on.startswith("$") and on not in {"self", "cls"}:
                    return True
        return False

    def before(self, file: int, scope: int, at: Cls | None = None) -> list[Place]:
        """The set-up functions that run before a test, in their order; `at` is the class that it is collected in."""
        cls = at or self._owner(file, scope)
        found = self._of_module(file, [r.path for r in self._plain if self._around(r.by, cls)])
        if cls is not None:
            found += [place for name in self.names(cls) for place in self.running(cls, name)]
        return list(dict.fromkeys(found))

    def after(self, file: int, scope: int, also: Iterable[Place] = (), at: Cls | None = None) -> list[Place]:
        """The functions that clean up after a test: hooks, and what its set-up or one of `also` told to run then."""
        cls = at or self._owner(file, scope)
        found = [place for at in (*self.before(file, scope, cls), *also, (file, scope)) for place in self.told(*at)]
        if cls is not None:
            found += [place for name in self.cleaning(cls) for place in self.running(cls, name)]
        found += self._of_module(file, [n for r in self._plain if self._around(r.by, cls) for n in r.keywords])
        return list(dict.fromkeys(found))

    def told(self, file: int, scope: int) -> Iterator[Place]:
        """The functions that a function says are to run after the test."""
        unit = self._units[file]
        if self._telling.keys().isdisjoint(unit.interface.mentions):
            return
        for inner in within(unit, scope):
            for callee, arguments, *_ in unit.body(inner).calls:
                number = self._telling.get(last_name(callee), len(arguments))
                for value in arguments[number : number + 1]:
                    origins = self._evaluator.origins(file, inner, value)
                    yield from ((o.file, o.scope) for o in origins if type(o) is Fn)

    def standing(self, file: int) -> set[int]:
        """The functions of a file that stand where a hook stands and have the name of one."""
        unit = self._units[file]
        if self._every.isdisjoint(unit.interface.mentions):
            return set()
        module = [v[1] for n in self._outer if type(v := unit.header(0).bindings.get(n)) is tuple and v[0] == "def"]
        found = {n for n in module if unit.header(n).kind == FUNCTION}
        for cls in self._classes.of(file):
            names = {*self.names(cls), *self.cleaning(cls)}
            if not self._classes.rows(cls):
                if not self._classes.in_suite(file):
                    continue
                names |= self._every - self._outer
            methods = [m for n in names if (m := self._classes.method(cls, n))]
            found |= {m[1] for m in methods if m[0] == file}
        return found

    def _owner(self, file: int, scope: int) -> Cls | None:
        owner = self._units[file].owner(scope)
        return Cls(file, owner) if owner >= 0 else None

    def _around(self, by: str, cls: Cls | None) -> bool:
        return by == "module" or (by == "function" and cls is None)

    def _of_module(self, file: int, names: Iterable[str]) -> list[Place]:
        bindings = self._units[file].header(0).bindings
        found: list[Place] = []
        for name in names:
            for origin in self._evaluator.names.exported(file, name) or () if name in bindings else ():
                if type(origin) is Fn and origin.scope not in self._fixtures.defined(origin.file):
                    found += [] if self.is_idle(origin.file, origin.scope) else [(origin.file, origin.scope)]
        return found


def _bare(name: str) -> str:
    return _flat(AFFIXES.sub("", name))


def _flat(name: str) -> str:
    return name.replace("_", "").lower()


def within(unit: Unit, scope: int) -> Iterator[int]:
    """A function and the functions that stand in it, but for the methods of classes there."""
    held = {scope}
    yield scope
    for inner in range(scope + 1, len(unit.interface.scopes)):
        header = unit.interface.scopes[inner]
        if header[2] in held and header[0] != CLASS:
            held.add(inner)
            yield inner
