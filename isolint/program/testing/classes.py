"""Classes: which classes a test framework collects, and in which order their attributes are looked up."""

from typing import Any, Final

from isolint.facts import CLASS, FUNCTION
from isolint.program.entry.roles import is_test_file
from isolint.program.testing.fixtures import Fixtures
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn
from isolint.source.options import Options, Runner
from isolint.vocabulary import Row

Base = Cls | Ext | None
"""A class of the program, one of a library, or one of which nothing is known."""

MAKERS: Final = ("__init__", "__new__")


class Classes:
    """Answers about test classes; each is remembered."""

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...], runner: Runner, fixtures: Fixtures) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._roles = roles
        self._runner = runner
        self._fixtures = fixtures
        self._collected: dict[int, bool] = {}
        self._options: dict[str, Options] = {}
        self._lines: dict[Cls, tuple[Base, ...]] = {}
        self._known: dict[Cls, list[Cls]] = {}
        self._tests: dict[Cls, dict[str, tuple[int, int]]] = {}
        self._rows: dict[Cls, tuple[Row, ...]] = {}

    def of(self, file: int) -> list[Cls]:
        """The classes of a file."""
        return [Cls(file, n) for n, header in enumerate(self._units[file].interface.scopes) if header[0] == CLASS]

    def holds_tests(self, file: int) -> bool:
        """Whether tests are looked for in a file."""
        found = self._collected.get(file)
        if found is None:
            path = self._units[file].path
            options = self.options(file)
            told = options.collects(path) if options.words("python_files") else is_test_file(path)
            found = self._collected[file] = told
        return found

    def options(self, file: int) -> Options:
        """What the settings of the test runner say for a file."""
        folder = self._units[file].folder
        found = self._options.get(folder)
        if found is None:
            found = self._options[folder] = self._runner.of(self._units[file].path)
        return found

    def in_suite(self, file: int) -> bool:
        """Whether a file is one of tests."""
        return self._roles[file] == "test"

    def line(self, cls: Cls) -> tuple[Base, ...]:
        """The class and its bases in the order that Python looks in, as far as they are known."""
        found = self._lines.get(cls)
        if found is None:
            self._lines[cls] = (cls,)
            bases = self._bases(cls)
            above: list[list[Base]] = [list(self.line(b)) if type(b) is Cls else [b] for b in bases]
            found = self._lines[cls] = (cls, *_merge([*above, list(bases)]))
        return found

    def _bases(self, cls: Cls) -> list[Base]:
        header = self._units[cls.file].header(cls.scope)
        found: list[Base] = []
        for value in header.bases:
            is_keyword = type(value) is tuple and value[0] == "="
            if is_keyword and value[1] != "metaclass":
                continue
            plain = value[2] if is_keyword else value[1] if type(value) is tuple and value[0] == "[]" else value
            origins = [o for o in self._evaluator.origins(cls.file, header.parent, plain) if isinstance(o, Cls | Ext)]
            told = [o for o in origins if not self._is_plain(o)]
            if is_keyword:
                found += [None] if told or not origins else []
            else:
                found += told or ([] if origins else [None])
        return list(dict.fromkeys(found))

    def _is_plain(self, origin: Cls | Ext) -> bool:
        if type(origin) is Cls:
            return False
        return origin[0] == "builtins.object" or self._evaluator.meaning.has_kind(origin, "plain-base")

    def known(self, cls: Cls) -> list[Cls]:
        """The class and those of its bases that the program defines, nearest first."""
        found = self._known.get(cls)
        if found is None:
            found = self._known[cls] = [base for base in self.line(cls) if type(base) is Cls]
        return found

    def below(self, cls: Cls) -> tuple[Cls, ...]:
        """The classes that inherit from a class."""
        return self._evaluator.members.below(cls)

    def rows(self, cls: Cls) -> tuple[Row, ...]:
        """What is known of the framework that a class belongs to by its bases, nearest first."""
        found = self._rows.get(cls)
        if found is None:
            rows: list[Row] = []
            for base in self.line(cls):
                if type(base) is Ext:
                    rows += self._evaluator.meaning.rows(base, "test-base")
                elif type(base) is Cls:
                    path = self._evaluator.meaning.canonical(base)
                    rows += [r for r in self._evaluator.vocabulary.exact.get(path, ()) if r.kind == "test-base"]
            found = self._rows[cls] = tuple(rows)
        return found

    def has_unknown_base(self, cls: Cls) -> bool:
        """Whether a class inherits from something of which nobody knows what it sets up."""
        return any(
            base is None or (type(base) is Ext and not self._evaluator.meaning.has_kind(base, "test-base"))
            for base in self.line(cls)
        )

    def lookup(self, cls: Cls, name: str) -> tuple[Cls, Any] | None:
        """The nearest class that binds a name in its body, and the value."""
        for base in self.known(cls):
            bindings = self._units[base.file].header(base.scope).bindings
            if name in bindings:
                return base, bindings[name]
        return None

    def method(self, cls: Cls, name: str) -> tuple[int, int] | None:
        """The function that a class binds to a name in its own body."""
        value = self._units[cls.file].header(cls.scope).bindings.get(name)
        if value is None:
            return None
        if type(value) is tuple and value[0] == "def":
            return None if self._units[cls.file].header(value[1]).kind == CLASS else (cls.file, value[1])
        origins = self._evaluator.origins(cls.file, cls.scope, value)
        return next(((o.file, o.scope) for o in origins if type(o) is Fn), None)

    def tests(self, cls: Cls) -> dict[str, tuple[int, int]]:
        """The tests of a class, inherited ones too, by name."""
        found = self._tests.get(cls)
        if found is None:
            found = self._tests[cls] = self._search(cls)
        return found

    def _search(self, cls: Cls) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        prefix = ("test",)
        options = self.options(cls.file)
        by_base = bool(self.rows(cls))
        for base in self.known(cls):
            for name in self._units[base.file].header(base.scope).bindings:
                wanted = name.startswith(prefix) if by_base else options.matches("python_functions", name, prefix)
                if wanted and name not in found and (method := self.method(base, name)):
                    found[name] = method
        return {n: at for n, at in found.items() if not self._is_other(*at)}

    def _is_other(self, file: int, scope: int) -> bool:
        """Whether a function is a fixture or a property."""
        if scope in self._fixtures.defined(file):
            return True
        return self._evaluator.members.is_property(file, self._units[file].header(scope))

    def refusal(self, cls: Cls) -> tuple[Cls, int] | None:
        """The constructor because of which pytest does not collect a plain class: its class and scope."""
        if self.rows(cls) or self.has_unknown_base(cls):
            return None
        for base in self.known(cls):
            bindings = self._units[base.file].header(base.scope).bindings
            for name in MAKERS:
                value = bindings.get(name)
                if type(value) is tuple and value[0] == "def":
                    return base, value[1]
        return None

    def is_named(self, cls: Cls) -> bool:
        """Whether a class has the name or the base of a test class, and is not told to be none."""
        switched = self.lookup(cls, "__test__")
        if switched and switched[1] in (("=", False), ("=", True)):
            return bool(switched[1][1])
        unit = self._units[cls.file]
        if self.rows(cls):
            return True
        options = self.options(cls.file)
        return options.matches("python_classes", unit.header(cls.scope).name, ("Test",))

    def is_reached(self, cls: Cls) -> bool:
        """Whether a class stands where a framework looks for test classes."""
        unit = self._units[cls.file]
        if not self.holds_tests(cls.file) and not (self.rows(cls) and self._roles[cls.file] == "test"):
            return False
        parent = unit.header(cls.scope).parent
        if parent == 0:
            return True
        if unit.header(parent).kind == FUNCTION:
            return False
        around = Cls(cls.file, parent)
        return not self.rows(around) and self.is_collected(around)

    def is_collected(self, cls: Cls) -> bool:
        """Whether a framework runs the tests of a class."""
        return self.is_named(cls) and self.is_reached(cls) and self.refusal(cls) is None


def _merge(lines: list[list[Base]]) -> list[Base]:
    """Python's own order of bases; where it has none, the order in which they are met."""
    found: list[Base] = []
    while lines := [line for line in lines if line]:
        tails = {base for line in lines for base in line[1:]}
        head = next((line[0] for line in lines if line[0] not in tails), lines[0][0])
        found.append(head)
        lines = [[base for base in line if base != head] for line in lines]
    return found
