"""Options: what the settings of a test runner say, by the folder that they hold for."""

import sys
from collections.abc import Iterable, Mapping
from configparser import ConfigParser
from configparser import Error as IniFault
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path
from shlex import split
from types import MappingProxyType
from typing import Any, Final

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

# The files in which pytest looks for its settings, the first of a folder that has some wins, and the tables in them:
# https://docs.pytest.org/en/stable/reference/customize.html
_TABLES: Final = (
    ("pytest.toml", ("pytest",)),
    (".pytest.toml", ("pytest",)),
    ("pytest.ini", ("pytest",)),
    (".pytest.ini", ("pytest",)),
    ("pyproject.toml", ("tool", "pytest", "ini_options")),
    ("pyproject.toml", ("tool", "pytest")),
    ("tox.ini", ("pytest",)),
    ("setup.cfg", ("tool:pytest",)),
)
_ALONE: Final = frozenset({"pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini"})  # count though they be empty
ENTRY_POINTS: Final = "pytest11"  # the group under which a distribution declares plugins
_PLUGINS: Final = (
    ("pyproject.toml", ("project", "entry-points", ENTRY_POINTS)),
    ("pyproject.toml", ("tool", "poetry", "plugins", ENTRY_POINTS)),
    ("setup.cfg", ("options.entry_points", ENTRY_POINTS)),
)
SETTINGS: Final = frozenset({name for name, _ in (*_TABLES, *_PLUGINS)})
_WILD: Final = frozenset("*?[")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Options:
    """The settings of the tests in a folder: `values` as they are written, lists with a line for each item."""

    folder: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: _NONE)

    def words(self, key: str) -> tuple[str, ...]:
        """The words of a setting."""
        return tuple(self.values.get(key, "").split())

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments that are added to each run."""
        text = self.values.get("addopts", "")
        try:
            return tuple(split(text))
        except ValueError:  # a quote that is not closed
            return tuple(text.split())

    @property
    def markers(self) -> frozenset[str]:
        """The markers that are registered."""
        lines = self.values.get("markers", "").splitlines()
        return frozenset(line.partition(":")[0].partition("(")[0].strip() for line in lines if line.strip())

    def sets(self, name: str) -> bool:
        """Whether a setting is there, or an argument of that name, and neither is empty nor zero."""
        told = [self.values.get(name, "")]
        given = self.arguments
        told += [a.partition("=")[2] for a in given if a.startswith(f"--{name}=")]
        told += [after for before, after in pairwise(given) if before == f"--{name}"]
        return any(t.strip() not in {"", "0"} for t in told)

    def collects(self, path: str) -> bool:
        """Whether a setting says that tests are looked for in a file: by its name, or by its path."""
        name = path.rpartition("/")[2]
        told = self.words("python_files")
        return any(fnmatchcase(f"/{path}", f"*/{p}") if "/" in p else fnmatchcase(name, p) for p in told)

    def matches(self, key: str, name: str, default: tuple[str, ...]) -> bool:
        """Whether a name is one of those that a setting collects, by prefix or pattern."""
        patterns = self.words(key) or default
        return name.startswith(patterns) or any(fnmatchcase(name, p) for p in patterns if not _WILD.isdisjoint(p))


@dataclass(frozen=True, slots=True)
class Runner:
    """All settings of a program: the options of folders, and the modules that are loaded as plugins everywhere."""

    options: tuple[Options, ...] = ()
    plugins: tuple[str, ...] = ()

    def of(self, path: str) -> Options:
        """The options of the nearest folder above a file that has some."""
        holding = (o for o in self.options if not o.folder or path.startswith(f"{o.folder}/"))
        return max(holding, key=lambda o: len(o.folder), default=Options())


def read_runner(root: Path, paths: Iterable[str]) -> Runner:
    """What these files, relative to the root, say of tests; those that cannot be read say nothing."""
    folders: dict[str, dict[str, Mapping[str, Any]]] = {}
    for path in sorted(paths):
        folder, _, name = path.rpartition("/")
        if (data := _read(root / path)) is not None:
            folders.setdefault(folder, {})[name] = data
    told = [(folder, _told(files)) for folder, files in folders.items()]
    found = [Options(folder, MappingProxyType(values)) for folder, values in told if values is not None]
    plugins = [m for files in folders.values() for name, keys in _PLUGINS for m in _modules(files.get(name), keys)]
    return Runner(tuple(found), tuple(dict.fromkeys(plugins)))


def _read(file: Path) -> Mapping[str, Any] | None:
    try:
        text = file.read_text(encoding="utf-8-sig")
        if file.suffix == ".toml":
            return tomllib.loads(text)
        parser = ConfigParser(interpolation=None, strict=False)
        parser.read_string(text)
    except (OSError, ValueError, IniFault):
        return None
    return {section: dict(parser.items(section)) for section in parser.sections()}


def _told(files: Mapping[str, Mapping[str, Any]]) -> dict[str, str] | None:
    for name, keys in _TABLES:
        table = _table(files.get(name), keys)
        if table is not None:
            return {key: _text(value) for key, value in table.items()}
        if name in files and name in _ALONE:
            return {}
    return None


def _table(data: Any, keys: tuple[str, ...]) -> Mapping[str, Any] | None:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data if isinstance(data, Mapping) else None


def _text(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _modules(data: Mapping[str, Any] | None, keys: tuple[str, ...]) -> list[str]:
    """The modules of a table of entry points, or of lines `name = module`."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    if isinstance(data, Mapping):
        return [str(v).partition(":")[0].strip() for v in data.values()]
    lines = str(data or "").splitlines()
    return [line.partition("=")[2].partition(":")[0].strip() for line in lines if "=" in line]
