"""Attributes: which attributes a test finds on its object, by what has run before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from isolint.facts import CLASS, Value
from isolint.program.testing.classes import Classes
from isolint.program.testing.fixtures import Fixtures
from isolint.program.testing.hooks import Hooks, Place
from isolint.program.testing.selves import Selves
from isolint.program.testing.wrapped import Wrapped
from isolint.program.unit import Unit
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext

MAKERS: Final = ("__new__", "__init__", "__post_init__", "__init_subclass__", "__class_getitem__")
DYNAMIC: Final = frozenset({"__getattr__", "__getattribute__"})
OWNERS: Final = frozenset({"cls", "instance", "obj", "_instance"})
WHOLE: Final = frozenset({"__dict__", "__setattr__"})


@dataclass(frozen=True, slots=True)
class Missing:
    """An attribute that a method reads and that nothing has set; `setters` are methods that would set it."""

    name: str
    reader: Place
    position: int
    setters: tuple[Place, ...]


class Attributes:
    """What a test class lacks; silent where anything unknown may set attributes."""

    def __init__(
        self, evaluator: Evaluator, classes: Classes, hooks: Hooks, fixtures: Fixtures, roles: tuple[str, ...]
    ) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._classes = classes
        self._hooks = hooks
        self._fixtures = fixtures
        self._roles = roles
        self._selves = Selves(evaluator)
        self._wrapped = Wrapped(evaluator, hooks, self._selves)
        self._missing: dict[Cls, tuple[Missing, ...] | None] = {}
        self._named: dict[int, dict[str, set[str]]] = {}
        self._read: dict[int, dict[int, set[str]]] = {}
        self._gifts: dict[str, bool] = {}
        self._others: dict[str, bool] = {}

    def may_lack(self, cls: Cls) -> bool:
        """Whether the methods of a class read an attribute that neither its body nor those of its bases bind."""
        read = self._reads(cls.file).get(cls.scope)
        return read is not None and not read <= self._defined(cls)

    def _reads(self, file: int) -> dict[int, set[str]]:
        """The attributes that the functions of a file read of their own object, by the class around them."""
        found = self._read.get(file)
        if found is None:
            found = self._read[file] = {}
            unit = self._units[file]
            around: list[int] = []  # of each scope, the nearest class that it is or stands in
            for scope, header in enumerate(unit.interface.scopes):
                around.append(scope if header[0] == CLASS else around[header[2]] if header[2] >= 0 else -1)
                if around[scope] >= 0 and header[0] != CLASS:
                    found.setdefault(around[scope], set()).update([read[0] for read in unit.body(scope).reads])
        return found

    def missing(self, cls: Cls) -> tuple[Missing, ...] | None:
        """What the methods of a class read and nothing sets, or None where nobody can know."""
        if cls not in self._missing:
            self._missing[cls] = None
            self._missing[cls] = self._judged(cls)
        return self._missing[cls]

    def _judged(self, cls: Cls) -> tuple[Missing, ...] | None:
        defined = self._defined(cls)
        given = self._given(cls)
        added = self._wrapped.classes(self._classes.known(cls))
        if given is None or added is None or not DYNAMIC.isdisjoint(defined):
            return None
        always = self._running(cls, self._always(cls, given))
        tests = {at: self._running(cls, [at]) for at in self._classes.tests(cls).values()}
        everything = set(always).union(*tests.values())
        doings = [self._selves.of(*at) for at in everything]
        if any(d.is_open or not WHOLE.isdisjoint(d.reads) for d in doings):
            return None
        known = defined | added | self._on_class(cls) | {n for d in doings for n in d.guarded}
        known |= self._set_by(always)
        found: list[Missing] = []
        for at in sorted(everything):
            reads = {n: position for n, position in self._selves.of(*at).reads.items() if n not in known}
            if not reads:
                continue
            by = [running for running in tests.values() if at in running or at in always]
            here = {n for running in by for n in self._set_by(running)}
            around = self._wrapped.methods({*always, *[place for running in by for place in running]})
            if around is None:
                continue
            here |= around
            for name, position in reads.items():
                if name in here or _is_special(name) or any(fnmatchcase(name, p) for p in given):
                    continue
                if not self._is_gift(name):
                    found.append(Missing(name, at, position, self._setters(cls, name)))
        return tuple(found)

    def lacking(self, cls: Cls) -> tuple[Missing, ...]:
        """What the methods of a class that is no test read, and nothing in the suites ever sets on any object."""
        plain = {name for at in self._methods(cls) for name in self._selves.plain(*at)}
        if self._reads(cls.file).get(cls.scope, set()) <= self._defined(cls) | plain:
            return ()
        family = [base for heir in (cls, *self._classes.below(cls)) for base in self._classes.line(heir)]
        known = [base for base in dict.fromkeys(family) if type(base) is Cls]
        if len(known) < len(dict.fromkeys(family)) or any(
            self._wrapped.classes(self._classes.known(base)) is None for base in known
        ):
            return ()
        methods = [(base.file, scope) for base in known for scope in self._evaluator.members.methods(base)]
        doings = [self._selves.of(*at) for at in methods]
        if any(d.is_open or not WHOLE.isdisjoint(d.reads) for d in doings):
            return ()
        found = {n for base in known for n in self._defined(base) | self._on_class(base)} | self._set_by(methods)
        found |= {n for d in doings for n in d.guarded}
        if any(name in found or self._is_set_on_another(name) for name in DYNAMIC):
            return ()
        return tuple(
            Missing(name, (cls.file, scope), position, ())
            for scope in self._evaluator.members.methods(cls)
            for name, position in self._selves.of(cls.file, scope).reads.items()
            if name not in found and name not in self._selves.of(cls.file, scope).called
            and not _is_special(name) and not self._is_set_on_another(name)
        )  # fmt: skip

    def _set_by(self, places: Iterable[Place]) -> set[str]:
        return {name for at in places for name in self._selves.of(*at).sets}

    def _defined(self, cls: Cls) -> set[str]:
        """What the bodies of a class and its bases bind."""
        return {n for base in self._classes.known(cls) for n in self._units[base.file].header(base.scope).bindings}

    def _given(self, cls: Cls) -> frozenset[str] | None:
        """Patterns of what the frameworks of a class give to its objects, or None where that is not known."""
        found: set[str] = set()
        for base in self._classes.line(cls):
            if base is None:
                return None
            if type(base) is Ext:
                rows = self._evaluator.meaning.rows(base, "test-base")
                if not rows or not all(row.gives for row in rows):
                    return None
                found |= {n for row in rows for n in self._spelled(row.gives, 0)}
        return frozenset(found)

    def _spelled(self, names: tuple[str, ...], depth: int) -> set[str]:
        """Names, and those that other rows give, which are named by their paths."""
        found: set[str] = set()
        for name in names:
            if "." not in name:
                found.add(name)
            elif depth < 4:  # noqa: PLR2004  # rows that name each other
                for row in self._evaluator.vocabulary.exact.get(name, ()):
                    found |= self._spelled(row.gives, depth + 1)
        return found

    def _always(self, cls: Cls, given: Iterable[str]) -> list[Place]:
        """What runs around every test of a class: constructors, hooks, fixtures, and what a framework asks for.

        What an unknown decorator does nobody knows: it may make a fixture.
        """
        found: list[Place] = []
        for name in (*MAKERS, *self._hooks.names(cls), *self._hooks.cleaning(cls)):
            found += self._hooks.running(cls, name)
        for base in self._classes.known(cls):
            found += [(base.file, f.scope) for f in self._fixtures.of_class(base.file, base.scope).values()]
            methods = self._evaluator.members.methods(base)
            found += [(base.file, m) for m in methods if not self._hooks.is_bare(base.file, m)]
            for name in self._units[base.file].header(base.scope).bindings:
                if name not in self._hooks.every() and any(fnmatchcase(name, p) for p in given):
                    method = self._classes.method(base, name)
                    found += [method] if method else []
        return found

    def _running(self, cls: Cls, seeds: Iterable[Place]) -> dict[Place, None]:
        """These methods and all of the same object that they use."""
        found: dict[Place, None] = {}
        pending = list(seeds)
        line = self._classes.known(cls)
        while pending:
            at = pending.pop()
            if at in found:
                continue
            found[at] = None
            doing = self._selves.of(*at)
            pending += doing.runs
            for name in doing.reads:
                pending += self._nearest(line, name)
            owner = Cls(at[0], self._units[at[0]].owner(at[1]))
            if owner in line:
                above = line[line.index(owner) + 1 :]
                for name in doing.upward:
                    pending += self._nearest(above, name)
        return found

    def _nearest(self, line: list[Cls], name: str) -> list[Place]:
        for base in line:
            if name in self._units[base.file].header(base.scope).bindings:
                method = self._classes.method(base, name)
                return [method] if method else []
        return []

    def _setters(self, cls: Cls, name: str) -> tuple[Place, ...]:
        """The methods of a class that set an attribute, be they run or not."""
        return tuple(at for at in self._methods(cls) if name in self._selves.of(*at).sets)

    def _methods(self, cls: Cls) -> list[Place]:
        """The methods of a class and its bases."""
        return [(base.file, n) for base in self._classes.known(cls) for n in self._evaluator.members.methods(base)]

    def _on_class(self, cls: Cls) -> set[str]:
        """What the files of a class set on it by its name."""
        found: set[str] = set()
        for base in self._classes.known(cls):
            found |= self._set_on_names(base.file).get(self._units[base.file].header(base.scope).name, set())
        return found

    def _set_on_names(self, file: int) -> dict[str, set[str]]:
        """The attributes that a file sets, by the last name of what it sets them on."""
        found = self._named.get(file)
        if found is None:
            found = self._named[file] = {}
            for on, key in _sets(self._units[file]):
                if type(on) is str:
                    found.setdefault(on.rpartition(".")[2], set()).add(key)
        return found

    def _is_gift(self, name: str) -> bool:
        """Whether suites set a name on the class or object of a test by way of a request: `request.cls.x = ..`."""
        if name not in self._gifts:
            self._gifts[name] = any(
                name in self._set_on_names(file).get(owner, ())
                for file in self._evaluator.surface.mentioning(name)
                if self._roles[file] == "test"
                for owner in OWNERS
            )
        return self._gifts[name]

    def _is_set_on_another(self, name: str) -> bool:
        """Whether a function sets an attribute on something other than its own object."""
        if name not in self._others:
            self._others[name] = any(
                key == name and on != "$self"
                for file in self._evaluator.surface.mentioning(name)
                for on, key in _sets(self._units[file])
            )
        return self._others[name]


def _sets(unit: Unit) -> Iterator[tuple[Value, str]]:
    """The attributes that a file sets, each with what it is set on."""
    for scope in range(len(unit.interface.scopes)):
        for kind, on, key, *_ in unit.body(scope).stores:
            if kind == "attr" and type(key) is str:
                yield on, key


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
