"""Vocabulary: what names mean, read from packs and from the project's own rows."""

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from isolint.errors import UsageError, nearest

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
    pack: str = field(default="", compare=False)


KINDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        # entry points; methods: of a base; argument and keywords: of a registering call; context: whether the call
        # runs in an execution context of its own; instance: how long the framework keeps objects of the base
        "entry": frozenset({"by", "opens", "context", "instance", "methods", "argument", "keywords"}),
        "request": frozenset(),  # the request itself, or a name that stands for the current one: whose data it is
        "request-state": frozenset(),  # a place that belongs to one request, however long the name lives
        "start-up": frozenset(
            {"keywords"}
        ),  # a decorator of, or what is given, functions that run once before any request
        "injector": frozenset({"argument", "keywords"}),  # hands a function's result to a parameter
        "application-state": frozenset(),  # attributes of it live as long as the process
        # a decorator, metaclass or base of classes that have one object; argument: of a call, where the class stands
        "makes-once": frozenset({"argument"}),
        # a decorator that keeps results for the process; keywords: what says the key; by, "name": kept under the
        # function's name, whenever it is defined, without arguments that begin with an underscore
        "cache": frozenset({"keywords", "by"}),
        "type-wrapper": frozenset({"argument"}),  # Optional[X] is X; argument: which of its parameters
        "property": frozenset(),  # a decorator that turns a method into an attribute
        "cache-store": frozenset({"methods", "argument"}),  # methods: that keep a value; argument: which is the key
        # values
        "database-session": frozenset({"methods"}),  # methods: that release it
        "resource": frozenset({"methods"}),  # what must be released; methods: that do it
        "shared-resource": frozenset(),  # meant to be shared: an engine, a factory, a pool, a lock, a logger, settings
        "frozen": frozenset(),  # nobody can change it
        "parameter-marker": frozenset(),  # stands as a default and tells a framework about the parameter
        "container": frozenset({"methods", "argument"}),  # can be changed; methods: that add; argument: which is a key
        "fields": frozenset(),  # a base or decorator of classes whose objects each get their own of what the body binds
        "weak-container": frozenset(),  # holds what it holds only as long as somebody else does
        "channel": frozenset({"methods"}),  # a queue between tasks; methods: that take from it
        "lock": frozenset(),
        "context-variable": frozenset(),
        # what each thread has one of; argument and keywords: what makes it one of something else, where given
        "thread-local": frozenset({"argument", "keywords"}),
        "unique": frozenset(),  # a call whose result is new each time: a fresh identifier
        "conversation": frozenset({"methods"}),  # remembers what it is told; methods: that tell it something
        # keeps conversations by an id that calls give; methods: those calls; argument and keywords: what it is made
        # with, to keep them
        "conversation-store": frozenset({"methods", "argument", "keywords"}),
        "partial": frozenset({"argument", "keywords"}),  # a function with some of its arguments given; which is it
        # runs what it is given; argument: which, -1 is every one; keywords: the names that it can be given by
        # context, "own": in a context that no other call meets
        "spawner": frozenset({"runs", "argument", "keywords", "context"}),
        # the process
        # by attribute or call: a setting of the whole process; context, "reused": only of the execution context, so it
        # reaches another request where that is reused; methods: what sets it back, names beside the path's last one
        "process-state": frozenset({"by", "argument", "context", "methods"}),
        "restoring": frozenset(),  # entered, it sets something and sets it back
        # a call that sets a state of a connection, which it keeps in its pool; methods: what sets it back
        "connection-state": frozenset({"methods"}),
        # calls what is added to it, for everybody; methods: that add; keywords: the methods that take away again;
        # argument: what it is added to, if the call is a function's; instance, "application": there is one of it
        "hook": frozenset({"methods", "keywords", "argument", "instance"}),
        "websocket": frozenset({"methods"}),  # a server's side of a connection; methods: what sends
        "websocket-name": frozenset(),  # names of parameters that hold a connection
        # a library's call that sends to connections: argument and keywords: which ones; without them all
        "broadcast": frozenset({"argument", "keywords"}),
        "reply": frozenset({"keywords"}),  # answers one connection; with one of the keywords it goes to all
        "broadcast-name": frozenset(),  # methods by which connection managers send to all
        "conversation-name": frozenset(),  # names of places that hold what one user said and was told
        "personal-name": frozenset(),  # names that hold what belongs to one user: a job, a notification
        # things that projects share
        "registry": frozenset(
            {"methods", "keywords"}
        ),  # methods: accessors; keywords: attributes whose elements are taken
        "connection-manager": frozenset(),
        "connection-manager-factory": frozenset(),
        # users
        "context": frozenset(),  # a value that says whose request this is
        "needs-context": frozenset(),  # what is made for one user
        "context-name": frozenset(),  # names of parameters, fixtures and attributes that hold a context
        "identity-name": frozenset(),  # names that hold a user, tenant or session
        # tests
        "fixture": frozenset(),
        "test-base": frozenset({"methods"}),  # a class whose subclasses are tests; methods: the hooks that run
        "test-hook": frozenset(),  # methods of plain test classes that run before each test
        "mark": frozenset(),  # a decorator that marks a test: path + name of the marker
        "uses-fixtures": frozenset(),
        "expects-error": frozenset(),
        "mock": frozenset(),
        # the network
        "client": frozenset({"methods", "keywords"}),  # methods: that send; keywords: that carry credentials
        "client-call": frozenset({"keywords"}),  # a function that sends
        "credential-name": frozenset(),  # words in names and headers that speak of a credential
        "authentication-name": frozenset(),  # words in addresses and names that speak of authentication itself
        "plain-header-name": frozenset(),  # names of headers that say nothing about a user
        "public-address": frozenset(),
        "security": frozenset(),  # a program that uses it authenticates its users
    }
)
LISTS: Final = frozenset({"methods", "keywords"})
PLAIN: Final = frozenset({"by", "opens", "context", "instance", "runs"})
CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "by": ("decorator", "call", "base", "signature", "module", "attribute", "name"), "opens": ("request",),
    "context": ("own", "reused"), "instance": ("request", "application"),
    "runs": ("together", "later", "thread", "inline"),
})  # fmt: skip
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
    """All rows that hold for a program."""

    packs: tuple[Pack, ...]
    exact: Mapping[str, tuple[Row, ...]]
    trailing: Mapping[str, tuple[Row, ...]]
    kinds: Mapping[str, tuple[Row, ...]]

    def of(self, path: str) -> tuple[Row, ...]:
        """The rows of a canonical access path, exact ones first."""
        found = self.exact.get(path, ())
        if not self.trailing:
            return found
        start = path.find(".")
        while start >= 0:
            tail = path[start + 1 :]
            if tail in self.trailing:
                found += self.trailing[tail]
            start = path.find(".", start + 1)
        return found + self.trailing.get(path, ())

    def names(self, kind: str) -> frozenset[str]:
        """The paths of a kind, as plain words."""
        return frozenset(row.path for row in self.kinds.get(kind, ()))

    def heads(self, kind: str) -> frozenset[str]:
        """For each row of a kind, the last name before its first step: what a file that makes one mentions."""
        return frozenset(r.path.partition("(")[0].rpartition(".")[2] for r in self.kinds.get(kind, ()))

    def lasts(self, kind: str) -> frozenset[str]:
        """The last name of each row of a kind: what a call of it ends with."""
        return frozenset(r.path.rpartition(".")[2] for r in self.kinds.get(kind, ()))

    def owners(self, kind: str) -> frozenset[str]:
        """For each row of a kind, the class that it speaks of, or the last name where it speaks of none."""
        found = set()
        for row in self.kinds.get(kind, ()):
            names = row.path.partition("(")[0].split(".")
            found.add(next((n for n in reversed(names) if n[:1].isupper()), names[-1]))
        return frozenset(found)


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
    return Vocabulary(active, MappingProxyType(exact), MappingProxyType(trailing), MappingProxyType(kinds))
