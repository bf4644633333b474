"""Roles: whether a file is application code, a test or a script; tests and scripts never lift application places."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final, Literal

from isolint.facts import CLASS, FUNCTION, Body
from isolint.program.unit import Unit, last_name
from isolint.program.values.surface import libraries

Role = Literal["application", "test", "script"]

TEST_FOLDERS: Final = frozenset({"tests", "test"})
SCRIPT_FOLDERS: Final = frozenset({"scripts", "script", "bin", "benchmarks", "migrations", "alembic", "notebooks"})
TOP_FOLDERS: Final = frozenset({"tools", "docs", "benchmark", "testing"})  # deeper down they are an application's own
SCRIPT_FILES: Final = frozenset({"noxfile.py", "fabfile.py"})
GUARD: Final = ("<-", "__name__", ("=", "__main__"))
BUILDERS: Final = frozenset({"setuptools", "distutils"})  # what a setup.py is, and a module of that name is not


def is_test_file(path: str) -> bool:
    """Whether pytest's default patterns collect the file, or it is a conftest."""
    name = path.rpartition("/")[2]
    named = name.startswith("test_") and name.endswith(".py")
    return named or name.endswith("_test.py") or name in {"conftest.py", "tests.py"}


def roles(
    units: Sequence[Unit], frameworks: AbstractSet[str] = frozenset(), asking: AbstractSet[str] = frozenset(),
    handlers: AbstractSet[str] = frozenset(),
) -> tuple[Role, ...]:  # fmt: skip
    """The role of each file.

    One that imports a module of `frameworks`, of which some are dotted paths, or has a class with a base of one of
    the paths `handlers`, serves, however it is started; `asking` are the names of what reads the arguments that a
    program is started with.
    """
    imported: set[str] = set().union(*[unit.once(_imported) for unit in units])
    placed = [unit.once(_placed) for unit in units]
    pairs = zip(placed, units, strict=True)
    return tuple(role or _started(unit, imported, frameworks, asking, handlers) for role, unit in pairs)


def _placed(unit: Unit) -> Role | None:
    """The role that a file has by its path, if that says one."""
    if is_test_file(unit.path):
        return "test"
    *folders, name = unit.path.lower().split("/")
    if set(folders) & TEST_FOLDERS or any(f.endswith("_tests") or f.startswith(("test_", "tests_")) for f in folders):
        return "test"
    if set(folders) & SCRIPT_FOLDERS or set(folders[:1]) & TOP_FOLDERS or name in SCRIPT_FILES:
        return "script"
    return "script" if name == "setup.py" and not BUILDERS.isdisjoint(unit.interface.mentions) else None


def _started(
    unit: Unit, imported: AbstractSet[str], frameworks: AbstractSet[str], asking: AbstractSet[str],
    handlers: AbstractSet[str],
) -> Role:  # fmt: skip
    """The role that a file has by how it is started, if nobody imports it and it serves nothing."""
    if unit.path.rpartition("/")[2].lower().removesuffix(".py") in imported:
        return "application"
    started = unit.once(_guarded) or _asks(unit, asking)
    return "script" if started and not _serves(unit, frameworks, handlers) else "application"


def _serves(unit: Unit, frameworks: AbstractSet[str], handlers: AbstractSet[str]) -> bool:
    decorated = any(header[0] == FUNCTION and header[5] for header in unit.interface.scopes)
    imported = not (frameworks.isdisjoint(unit.once(libraries)) and frameworks.isdisjoint(unit.once(_paths)))
    return decorated or imported or _handles(unit, handlers)


def _paths(unit: Unit) -> tuple[str, ...]:
    """The dotted paths that a file imports, of modules and of what it takes from them."""
    imports = [v for v in unit.top().values() if type(v) is tuple and v[:2] == ("import", 0)]
    return tuple({path for v in imports for path in (v[2], f"{v[2]}.{v[3]}")})


def _handles(unit: Unit, handlers: AbstractSet[str]) -> bool:
    """Whether a file has a class with a base of one of these paths, as the file imports it."""
    bases = [base for header in unit.interface.scopes if header[0] == CLASS for base in header[8] if type(base) is str]
    return any(_path(unit, base) in handlers for base in bases)


def _path(unit: Unit, base: str) -> str:
    root, _, rest = base.partition(".")
    bound = unit.top().get(root)
    if type(bound) is not tuple or bound[:2] != ("import", 0):
        return ""
    return ".".join(part for part in (bound[2], bound[3], rest) if part)


def _imported(unit: Unit) -> tuple[str, ...]:
    """The last names of the modules that a file imports, and what it imports from them."""
    imports = [v for v in unit.top().values() if type(v) is tuple and v[0] == "import"]
    return tuple({*[v[2].rpartition(".")[2] for v in imports], *[v[3] for v in imports if v[3]]})


def _guarded(unit: Unit) -> bool:
    return "__name__" in unit.interface.mentions and is_guarded([unit.body(0)])


def is_guarded(bodies: Sequence[tuple[Any, ...]]) -> bool:
    """Whether a file, by its bodies, runs something only if it is what was started."""
    return any(kind == "if" and test == GUARD for body in bodies[:1] for kind, _, test in Body._make(body).regions)


def _asks(unit: Unit, asking: AbstractSet[str]) -> bool:
    """Whether a file reads the arguments of the program as soon as it runs."""
    if asking.isdisjoint(unit.interface.mentions):
        return False
    body = unit.body(0)
    read = (*[base for base, *_ in body.loads], *[v for call in body.calls for v in (call[0], *call[1])])
    return any(last_name(value) in asking for value in (*read, *unit.top().values()))
