"""Requested: the fixtures that a test asks for, by itself, by markers, by settings and through other fixtures."""

from collections.abc import Iterable
from typing import Any

from isolint.facts import ASYNC, CLASS, KEYWORD, MODULE, POSITIONAL
from isolint.program.testing.fixtures import Fixture
from isolint.program.testing.marks import Mark, Marks
from isolint.program.testing.visible import Visible
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext
from isolint.source.options import Runner
from isolint.vocabulary import Row


class Requested:
    """Names first: what a name stands for is seen from the test, as pytest does, and so is what a fixture asks for."""

    def __init__(self, evaluator: Evaluator, visible: Visible, marks: Marks, runner: Runner) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._visible = visible
        self._marks = marks
        self._runner = runner
        kinds = evaluator.vocabulary.kinds
        self.given: dict[str, Row] = {name: r for r in kinds.get("given-fixture", ()) for name in r.keywords}
        self._using = {r.path.rpartition(".")[2]: r.keywords for r in kinds.get("uses-fixtures", ())}
        self._by_setting = [r for r in kinds.get("uses-fixtures", ()) if r.by == "setting"]
        self._filling = {r.path.rpartition(".")[2]: r for r in kinds.get("fills-parameters", ())}
        self._automatic: dict[tuple[int, int], tuple[str, ...]] = {}
        self._parametric: dict[tuple[int, int], list[str]] = {}
        self._everywhere: dict[str, tuple[str, ...]] = {}
        self._asked: dict[tuple[int, int, tuple[int, int]], dict[str, Fixture | Row]] = {}

    def directly(self, file: int, scope: int, *, test: bool) -> list[str]:
        """The names that a test or fixture asks for itself."""
        marks = self._marks.of(file, scope) if test else ()
        found = self._parameters(file, scope, marks) if test else [*self._needed(file, scope)]
        names = self._units[file].callees(scope)
        if not self._using.keys().isdisjoint(names):
            calls = self._units[file].body(scope).calls
            found += [text for n, name in enumerate(names) if name in self._using for text in _texts(calls[n][1])]
        return found + (self._around(file, self._units[file].owner(scope), marks) if test else [])

    def all(self, file: int, scope: int, at: tuple[int, int] | None = None) -> dict[str, Fixture | Row]:
        """What runs for a test, by name: fixtures of the program, and what libraries give.

        `at` is the file and class, or -1, that the test is collected in, where that inherits or imports it.
        """
        key = (file, scope, at or (file, self._units[file].owner(scope)))
        if key not in self._asked:
            self._asked[key] = self._followed(file, scope, at)
        return self._asked[key]

    def _followed(self, file: int, scope: int, at: tuple[int, int] | None) -> dict[str, Fixture | Row]:
        file_at, owner = at or (file, self._units[file].owner(scope))
        marks = self._marks.of(file, scope, at)
        own = [] if self._is_plain_case(file_at, owner) else self._parameters(file, scope, marks)
        pending = [*self._around(file_at, owner, marks), *self._set(file_at, file, scope), *own]
        found: dict[str, Fixture | Row] = {}
        taken, layers = self._filled(marks), self._visible.layers(file_at, owner)
        for name in pending:  # which grows by what those ask for
            if name in found or name in taken:
                continue
            asked = [name]
            for fixture in [layer[name] for layer in layers if name in layer]:
                found.setdefault(name, fixture)
                asked = self._needed(fixture.file, fixture.scope)
                pending += asked
                if name not in asked:
                    break
            if name not in asked:
                continue
            if row := self.given.get(name):  # a library has it; those found ask for the one that they stand before
                found.setdefault(name, row)
                pending += row.methods
            elif other := self._visible.elsewhere(name):
                found.setdefault(name, other)
                pending += self._needed(other.file, other.scope)
        return found

    def automatic(self, file: int, owner: int) -> tuple[str, ...]:
        """The names of the fixtures that every test of a class, or -1, of a file gets."""
        key = (file, owner)
        found = self._automatic.get(key)
        if found is None:
            layers = self._visible.layers(file, owner)
            names = [name for layer in layers for name, fixture in layer.items() if fixture.automatic]
            names += [name for name, row in self.given.items() if row.runs == "always"]
            found = self._automatic[key] = tuple(dict.fromkeys(names))
        return found

    def _is_plain_case(self, file: int, owner: int) -> bool:
        """Whether a class is one of a framework that gives its tests no parameters."""
        line = self._evaluator.members.mro(Cls(file, owner)) if owner >= 0 else ()
        return any(type(o) is Ext and self._evaluator.meaning.has_kind(o, "test-base") for o in line)

    def _set(self, held: int, file: int, scope: int) -> list[str]:
        """The names that a coroutine gets by a setting of the file that it is collected in."""
        if not self._units[file].header(scope).flags & ASYNC:
            return []
        values = self._runner.of(self._units[held].path).values
        return [name for row in self._by_setting if values.get(row.path) in row.methods for name in row.keywords]

    def everywhere(self, file: int) -> tuple[str, ...]:
        """The fixtures that settings give to all tests of a file."""
        folder = self._units[file].folder
        if folder not in self._everywhere:
            self._everywhere[folder] = self._runner.of(self._units[file].path).words("usefixtures")
        return self._everywhere[folder]

    def _around(self, file: int, owner: int, marks: Iterable[Mark]) -> list[str]:
        """The names that a test gets without asking for them: by markers, settings, or always."""
        names = [*self.everywhere(file)]
        for mark in marks:
            if mark.name in self._using:
                names += self._using[mark.name]
                if mark.call >= 0:
                    names += _texts(self._units[mark.file].body(mark.scope).calls[mark.call][1])
        return [*names, *self.automatic(file, owner)]

    def _needed(self, file: int, scope: int) -> list[str]:
        """The parameters of a fixture, which decorators give nothing to."""
        found = self._parametric.get((file, scope))
        if found is None:
            found = self._parametric[file, scope] = self._open(file, scope)
        return found

    def _open(self, file: int, scope: int) -> list[str]:
        """The parameters of a function that fixtures may be given to."""
        unit = self._units[file]
        header = unit.header(scope)
        bound = unit.owner(scope) >= 0 and "staticmethod" not in header.decorators
        return [str(r[0]) for r in header.params[bound:] if r[3] in {POSITIONAL, KEYWORD} and r[2] == ()]

    def _parameters(self, file: int, scope: int, marks: Iterable[Mark]) -> list[str]:
        """The parameters of a test that fixtures are given to."""
        unit = self._units[file]
        header = unit.header(scope)
        names = self._open(file, scope)
        if not names:
            return names
        filled = self._filled(marks)
        names = names[self._given_first(file, scope) :]
        for decorator in header.decorators:
            if type(decorator) is int and unit.header(header.parent).kind in {MODULE, CLASS}:
                callee, arguments, keywords, *_ = unit.body(header.parent).calls[decorator]
                row = self._filling.get(last_name(callee))
                if row and row.by == "keywords":
                    filled |= {k for k, _ in keywords if k}
                    left = [n for n in names if n not in filled]
                    filled |= set(left[len(left) - len(arguments) :]) if arguments else set()
        return [n for n in names if n not in filled]

    def _given_first(self, file: int, scope: int) -> int:
        """How many parameters, the first ones, decorators give values to that are not told what to put."""
        unit = self._units[file]
        header = unit.header(scope)
        found = 0
        for decorator in header.decorators:
            if type(decorator) is int and unit.header(header.parent).kind in {MODULE, CLASS}:
                callee, arguments, keywords, *_ = unit.body(header.parent).calls[decorator]
                row = self._filling.get(last_name(callee))
                if row and row.by == "first":
                    found += len(arguments) <= row.argument and not any(k in row.keywords for k, _ in keywords)
        return found

    def _filled(self, marks: Iterable[Mark]) -> set[str]:
        """The parameters that markers give values to."""
        found: set[str] = set()
        for mark in marks:
            row = self._filling.get(mark.name)
            if not row or row.by != "names" or mark.call < 0:
                continue
            _, arguments, keywords, *_ = self._units[mark.file].body(mark.scope).calls[mark.call]
            given = dict(keywords)
            first = arguments[:1] or [given[k] for k in ("argnames",) if k in given]
            names = {n.strip() for text in _texts(first) for n in text.split(",")} - {""}
            left = [given[k] for k in row.keywords if k in given]
            if ("=", True) in left:
                continue
            found |= names - set(_texts(left))
        return found


def _texts(values: Iterable[Any]) -> list[str]:
    """The strings among values, and in displays among them."""
    found: list[str] = []
    for value in values:
        match value:
            case ("=", str(text)):
                found.append(text)
            case ("list" | "tuple" | "set" | "*" | ":", *items):
                found += _texts(items)
    return found
