"""Holders: which attributes the classes of a suite have one of, for all of their objects."""

from typing import Any, Final

from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.flow.regions import under
from isolint.program.values.origins import Cls, Ext

CLASS_OF: Final = "__class__"


class Holders:
    """Answers about attributes of classes, through bases."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._units = program.units
        self._e = program.evaluator
        self._declared: dict[Cls, dict[str, int]] = {}
        self._set: dict[Cls, dict[str, list[tuple[int, int, Any]]]] = {}
        self._lines: dict[Cls, list[Cls]] = {}

    def home(self, cls: Cls, name: str, *, own: bool) -> Cls | None:
        """The class that has an attribute; `own`: that is asked of an object, which may have got it by itself."""
        for base in self._bases(cls):
            value = self._units[base.file].header(base.scope).bindings.get(name)
            if type(value) is tuple and value[:1] == ("def",):
                return None
            if value is not None or name in self.declared(base):
                return None if own and self._fielded(cls) else base
        return None

    def own(self, cls: Cls, name: str) -> list[tuple[int, int, Any]] | None:
        """What methods set an attribute of an object to, each value with its file and scope; None: they do not."""
        found = self._set.get(cls)
        if found is None:
            found = self._set[cls] = {}
            for base in self._bases(cls):
                unit = self._units[base.file]
                for method in self._e.members.methods(base):
                    stores = unit.body(method).stores
                    if not stores or "classmethod" in unit.header(method).decorators:
                        continue
                    own = f"${unit.own(method)}"
                    for kind, holder, key, value, *_ in stores:
                        if kind == "attr" and holder == own and type(key) is str:
                            told = [] if value == f"{own}.{key}" else [(base.file, method, value)]
                            found.setdefault(key, []).extend(told)
        return found.get(name)

    def declared(self, cls: Cls) -> dict[str, int]:
        """The attributes that tests and hooks set on a class itself: name -> where first."""
        found = self._declared.get(cls)
        if found is None:
            found = self._declared[cls] = {}
            unit, parts = self._units[cls.file], self._program.suites.parts(cls.file)
            for method in (m for m in self._e.members.methods(cls) if m in parts):
                bound = "classmethod" in unit.header(method).decorators
                holders = (unit.header(cls.scope).name, under(f"${unit.own(method)}", "" if bound else CLASS_OF))
                for kind, base, key, _, position, _ in unit.body(method).stores:
                    if kind == "attr" and base in holders and type(key) is str:
                        found.setdefault(key, position)
        return found

    def _bases(self, cls: Cls) -> list[Cls]:
        """A class and its bases, where all are of the suite."""
        found = self._lines.get(cls)
        if found is None:
            bases = [b for b in self._e.members.mro(cls) if type(b) is Cls]
            found = self._lines[cls] = bases if all(self._is_suite(b) for b in bases) else []
        return found

    def _is_suite(self, cls: Cls) -> bool:
        """Whether a class is one of tests, or stands in a file of them."""
        if self._program.roles[cls.file] != "test":
            return False
        return is_test_file(self._units[cls.file].path) or self._program.suites.is_test_class(cls)

    def _fielded(self, cls: Cls) -> bool:
        """Whether what a class's body binds only declares what each object gets."""
        line = self._e.members.mro(cls)
        if any(self._e.meaning.has_kind(b, "fields") for b in line if type(b) is Ext):
            return True
        bases = [b for b in line if type(b) is Cls]
        decorated = any(self._units[b.file].header(b.scope).decorators for b in bases)
        return decorated and not any(
            self._units[b.file].owner(test) == b.scope for b in bases for test in self._program.suites.tests(b.file)
        )
