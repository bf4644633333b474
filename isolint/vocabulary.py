"""Vocabulary: what names mean, read from packs and from the project's own rows."""

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from isolint.errors import UsageError, nearest
from isolint.kinds import CHOICES, KINDS, LISTS, PLAIN

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a pack knows: `path` is of kind `kind`; KINDS says which further fields a kind takes."""

    kind: str
    path: str
    methods: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    argument: int = -1
    by: str = ""
    opens: str = ""
    context: str = ""
    instance: str = ""
    runs: str = ""
    awaits: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    fills: int = -1
    serving: str = ""
    pack: str = field(default="", compare=False)


Table = Mapping[str, tuple[Row, ...]]  # by access path
PACK_KEYS: Final = ("name", "summary", "loads-when", "framework", "vocabulary")


@dataclass(frozen=True, slots=True)
class Pack:
    """The rows of one library or platform; `loads_when` are names one of which a program must mention, () is always."""

    name: str
    summary: str
    loads_when: frozenset[str]
    framework: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All rows that hold for a program.

    Which `packs` load hangs on those of the names `loading` that the program mentions. `ends` remembers what `lasts`
    has answered, `tables` the rows of each kind.
    """

    packs: tuple[Pack, ...]
    loading: frozenset[str]
    exact: Mapping[str, tuple[Row, ...]]
    trailing: Mapping[str, tuple[Row, ...]]
    kinds: Mapping[str, tuple[Row, ...]]
    ends: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    tables: dict[str, tuple[Table, Table, frozenset[str]]] = field(default_factory=dict, compare=False, repr=False)

    def rows(self, path: str, kind: str) -> tuple[Row, ...]:
        """The rows of one kind among those of a canonical access path."""
        tables = self.tables.get(kind)
        if tables is None:
            trailing = _of_kind(self.trailing, kind)
            ends = frozenset(tail.rpartition(".")[2] for tail in trailing)
            tables = self.tables[kind] = _of_kind(self.exact, kind), trailing, ends
        found = tables[0].get(path, ())
        if tables[2] and path[path.rfind(".") + 1 :] in tables[2]:
            found += _trailing(tables[1], path)
        return found

    def of(self, path: str) -> tuple[Row, ...]:
        """The rows of a canonical access path, exact ones first."""
        found = self.exact.get(path, ())
        return found + _trailing(self.trailing, path) if self.trailing else found

    def names(self, kind: str) -> frozenset[str]:
        """The paths of a kind, as plain words."""
        return frozenset(row.path for row in self.kinds.get(kind, ()))

    def heads(self, kind: str) -> frozenset[str]:
        """For each row of a kind, the last name before its first step: what a file that makes one mentions."""
        return frozenset(r.path.partition("(")[0].rpartition(".")[2] for r in self.kinds.get(kind, ()))

    def lasts(self, kind: str) -> frozenset[str]:
        """The last name of each row of a kind: what a call of it ends with."""
        if kind not in self.ends:
            self.ends[kind] = frozenset(r.path.rpartition(".")[2] for r in self.kinds.get(kind, ()))
        return self.ends[kind]

    def makers(self, kind: str) -> frozenset[str]:
        """The last name of each row of a kind that stands for what a call gives: what that call ends with."""
        return frozenset(r.path[:-2].rpartition(".")[2] for r in self.kinds.get(kind, ()) if r.path.endswith("()"))

    def owners(self, kind: str) -> frozenset[str]:
        """For each row of a kind, the class that it speaks of, or the last name where it speaks of none."""
        found = set()
        for row in self.kinds.get(kind, ()):
            names = row.path.partition("(")[0].split(".")
            found.add(next((n for n in reversed(names) if n[:1].isupper()), names[-1]))
        return frozenset(found)


def _of_kind(table: Table, kind: str) -> Table:
    rows = {path: tuple([row for row in told if row.kind == kind]) for path, told in table.items()}
    return {path: told for path, told in rows.items() if told}


def _trailing(table: Table, path: str) -> tuple[Row, ...]:
    """The rows of the ends of a path, the longest first, but for those of the whole path, which come last."""
    found: tuple[Row, ...] = ()
    start = path.find(".")
    while start >= 0:
        tail = path[start + 1 :]
        if tail in table:
            found += table[tail]
        start = path.find(".", start + 1)
    return found + table.get(path, ())


def read_pack(text: str, file: str) -> Pack:
    """One pack; raises UsageError that names file, key and the known keys."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{file}: not TOML: {fault}") from None
    for key in data:
        if key not in PACK_KEYS:
            raise UsageError(f"{file}: unknown key {key!r}, {nearest(key, PACK_KEYS)}")
    name = _expect(data.get("name"), str, file, "name")
    loads = _strings(data.get("loads-when", []), file, "loads-when")
    framework = _expect(data.get("framework", False), bool, file, "framework")
    rows = read_rows(_expect(data.get("vocabulary", {}), dict, file, "vocabulary"), file, "vocabulary", name)
    return Pack(name, _expect(data.get("summary", ""), str, file, "summary"), frozenset(loads), framework, rows)


def read_rows(table: Mapping[str, Any], file: str, key: str, pack: str) -> tuple[Row, ...]:
    """The rows of a table `kind = [row, ..]`, a row being an access path or a table with `path` or `paths`."""
    rows: list[Row] = []
    for kind, items in table.items():
        where = f"{key}.{kind}"
        if kind not in KINDS:
            raise UsageError(f"{file}: {where}: unknown kind, {nearest(kind, KINDS)}")
        for item in _expect(items, list, file, where):
            rows += [Row(kind, item, pack=pack)] if isinstance(item, str) else _table(item, file, where, kind, pack)
    return tuple(rows)


def _table(item: Any, file: str, where: str, kind: str, pack: str) -> list[Row]:
    allowed = {"path", "paths", *KINDS[kind]}
    given = dict(_expect(item, dict, file, where))
    for key in given:
        if key not in allowed:
            raise UsageError(f"{file}: {where}.{key}: unknown key, {nearest(key, allowed)}")
    paths = _strings(given.pop("paths", []), file, f"{where}.paths")
    if "path" in given:
        paths = (*paths, _expect(given.pop("path"), str, file, f"{where}.path"))
    if not paths:
        raise UsageError(f"{file}: {where}: a row needs `path` or `paths`")
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key in LISTS:
            values[key] = _strings(value, file, f"{where}.{key}")
        elif key in PLAIN:
            if value not in CHOICES[key]:
                raise UsageError(f"{file}: {where}.{key}: {value!r} is none of {', '.join(CHOICES[key])}")
            values[key] = value
        else:
            values[key] = _expect(value, int, file, f"{where}.{key}")
    return [Row(kind, path, pack=pack, **values) for path in paths]


def _strings(value: Any, file: str, key: str) -> tuple[str, ...]:
    items = _expect(value, list, file, key)
    return tuple(_expect(item, str, file, key) for item in items)


def _expect(value: Any, kind: type, file: str, key: str) -> Any:
    if not isinstance(value, kind):
        names = {str: "a string", list: "a list", dict: "a table", bool: "true or false", int: "a number"}
        raise UsageError(f"{file}: {key}: expected {names[kind]}, got {value!r}")
    return value


def assemble(
    packs: Iterable[Pack], own: Iterable[Row], mentions: Collection[str], named: Collection[str]
) -> Vocabulary:
    """The vocabulary of a program that mentions `mentions`, under a configuration that asks for the packs `named`."""
    packs = tuple(packs)
    for name in named:
        if name not in {p.name for p in packs}:
            raise UsageError(f"packs: unknown pack {name!r}, {nearest(name, {p.name for p in packs})}")
    active = tuple(p for p in packs if not p.loads_when or p.name in named or not p.loads_when.isdisjoint(mentions))
    exact: dict[str, tuple[Row, ...]] = {}
    trailing: dict[str, tuple[Row, ...]] = {}
    kinds: dict[str, tuple[Row, ...]] = {}
    for row in [*own, *(row for pack in active for row in pack.rows)]:
        table, key = (trailing, row.path[2:]) if row.path.startswith("*.") else (exact, row.path)
        table[key] = (*table.get(key, ()), row)
        kinds[row.kind] = (*kinds.get(row.kind, ()), row)
    loading = frozenset(name for pack in packs for name in pack.loads_when)
    return Vocabulary(active, loading, MappingProxyType(exact), MappingProxyType(trailing), MappingProxyType(kinds))
