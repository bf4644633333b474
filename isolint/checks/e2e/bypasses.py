"""Bypasses: the ways in which code of a suite gets around authentication."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, Literal, NamedTuple

from isolint.checks.e2e.forged import BEGINNING, PARTS, Forged, may_show
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.guards import Guards
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Mod, Site
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row

TRUE: Final = frozenset({"1", "true", "yes", "y", "on", "t", "enabled", "enable"})
STARTING: Final = frozenset({
    "start", "stop", "restart", "launch", "kill", "init", "initialize", "initialise", "setup", "close", "shutdown",
    "wait",
})  # fmt: skip
FAILING: Final = matcher(frozenset({
    "error", "errors", "exception", "fail", "fails", "failing", "failure", "failures", "timeout", "down", "unavailable",
    "raise", "raises", "reject", "rejects", "refuse", "deny", "denied", "slow",
}))  # fmt: skip
TOKENS: Final = frozenset({
    "token", "access_token", "auth_token", "jwt", "jwt_token", "bearer_token", "session_token", "id_token",
    "user_token",
})  # fmt: skip


class Bypass(NamedTuple):
    """One way around; `how` says it of the test.

    `sign`: it is only a sign of one: a credential that is written out and may be real, or one that a name gives away.
    """

    position: int
    place: str
    how: str
    sign: Literal["", "written", "named"] = ""


class Bypasses:
    """Answers about single functions, modules and classes of a suite."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._e = program.evaluator
        words = program.vocabulary
        rows = words.kinds.get("security", ())
        self._secure = frozenset(r.path for r in rows if not r.path.startswith("*."))
        self._verifiers = matcher(
            words.names("verifier-name") | {snake(r.path.rpartition(".")[2]) for r in rows if r.path.startswith("*.")}
        )
        self._spoken: dict[str, tuple[Row, ...]] = {}
        self._believed: dict[str, bool] = {}
        self._switches = [(matcher(frozenset({r.path})), r) for r in words.kinds.get("bypass-name", ())]
        self._replacing = words.lasts("mock")
        self._overrides = words.lasts("replaces-dependency")
        self._mocks = {r.path.partition(".mock.")[2] or r.path.rpartition(".")[2] for r in words.kinds.get("mock", ())}
        self._forged = Forged(program)
        self._guards = Guards(program.evaluator, program.entries)
        self._found: dict[int, dict[int, list[Bypass]]] = {}

    def all(self, file: int) -> dict[int, list[Bypass]]:
        """The bypasses of a file by function, class and module, of those that have some."""
        found = self._found.get(file)
        if found is None:
            scopes = range(len(self._program.units[file].interface.scopes))
            found = self._found[file] = {s: bypasses for s in scopes if (bypasses := self._of(file, s))}
        return found

    def _of(self, file: int, scope: int) -> list[Bypass]:
        """The bypasses of a function, or of what is bound and done in a module or class, one for each place."""
        found: dict[str, Bypass] = {}
        for bypass in (*self._called(file, scope), *self._stored(file, scope), *self._told(file, scope)):
            found.setdefault(bypass.place, bypass)
        return sorted(found.values())

    def decorating(self, file: int, scope: int) -> Iterator[Bypass]:
        """The bypasses by decorators of a test or of its class."""
        unit = self._program.units[file]
        for at in (scope, unit.owner(scope)):
            for decorator in unit.header(at).decorators if at >= 0 else ():
                if type(decorator) is int:
                    yield from self._by_call(Site(file, unit.header(at).parent, decorator))

    def _called(self, file: int, scope: int) -> Iterator[Bypass]:
        unit, names = self._program.units[file], self._replacing
        for number, (call, name) in enumerate(zip(unit.body(scope).calls, unit.callees(scope), strict=True)):
            if (
                name in names
                or (call[1] and _some_may_say(call[1]))
                or (call[2] and _some_may_say_under(call[2]))
                or (name == "update" and last_name(_base(call[0])) in self._overrides)
            ):
                yield from self._by_call(Site(file, scope, number))

    def _by_call(self, site: Site) -> Iterator[Bypass]:
        callee, arguments, keywords, position, *_ = self._program.units[site.file].body(site.scope).calls[site.call]
        values = [v for v in (*arguments, *[v for _, v in keywords]) if type(v) is tuple]
        if not values and not keywords and not arguments:
            return
        if self._program.expected_to_fail(site):
            return
        if self._mocks_something(site, callee):
            yield from self._patched(site, arguments, keywords, position)
        if len(arguments) > 1:
            yield from self._set(arguments, position)
        for value in values:
            yield from self._in_display(value, position)
            yield from self._named(site, value, position)
            for forgery in self._forged.inside(site.file, site.scope, value):
                yield _sent(forgery.text, position, "" if forgery.plain else "written")
        for name, value in keywords:
            for forgery in self._forged.given(site.file, site.scope, value) if name in TOKENS else ():
                yield _sent(forgery.text, position, "named")
        if last_name(callee) == "update" and last_name(_base(callee)) in self._overrides:
            yield from self._overridden(site.file, site.scope, arguments[:1], position)

    def _mocks_something(self, site: Site, callee: Any) -> bool:
        """Whether a call puts a mock somewhere; a name that nothing defines is believed to be what it says."""
        if last_name(callee) not in self._replacing:
            return False
        origins = self._e.calls.callees(site)
        undefined = [o.path.removeprefix("builtins.") for o in origins if isinstance(o, Ext) and "builtins." in o.path]
        return any(self._e.meaning.has_kind(o, "mock") for o in origins) or any(p in self._mocks for p in undefined)

    def _patched(self, site: Site, arguments: Any, keywords: Any, position: int) -> Iterator[Bypass]:
        """What finds out who calls, replaced by something that does not fail."""
        given = dict(keywords)
        texts = [a[1] for a in arguments[:2] if type(a) is tuple and a[0] == "=" and isinstance(a[1], str)]
        effect = given.get("side_effect", arguments[2] if len(arguments) > 2 else None)  # noqa: PLR2004  # object, name, new
        if given.get("return_value") in (("=", None), ("=", False)) or FAILING.search(snake(self._spelt(site, effect))):
            return
        for text in texts:
            last = text.rpartition(".")[2]
            if text in self._secure or self._verifies(last):
                yield Bypass(position, last, f"replaces `{last}`")

    def _verifies(self, name: str) -> bool:
        """Whether a name is that of something that finds out who calls, and not of what brings it up."""
        found = self._believed.get(name)
        if found is None:
            spelt = snake(name)
            found = bool(self._verifiers.search(spelt)) and spelt.split("_")[1] not in STARTING
            self._believed[name] = found
        return found

    def _set(self, arguments: Any, position: int) -> Iterator[Bypass]:
        """A switch set by name: `setenv("DISABLE_AUTH", "1")`, `setattr(settings, "DISABLE_AUTH", True)`."""
        for key, value in pairwise(arguments):
            name = key[1].rpartition(".")[2] if _is_text(key) else ""
            if name and name == name.upper() and self._switched(name, value):
                yield Bypass(position, name, f"sets `{name}`")

    def _in_display(self, value: Any, position: int) -> Iterator[Bypass]:
        """Switches in a display of settings, as environments are told."""
        for key, held in value[1:] if type(value) is tuple and value[:1] == ("dict",) else ():
            if _is_text(key) and key[1] == key[1].upper() and self._switched(key[1], held):
                yield Bypass(position, key[1], f"sets `{key[1]}`")

    def _named(self, site: Site, value: Any, position: int) -> Iterator[Bypass]:
        """Forged credentials in a display, under names that say what they are."""
        for key, held in value[1:] if type(value) is tuple and value[:1] == ("dict",) else ():
            if _is_text(key) and key[1] in TOKENS:
                for forgery in self._forged.given(site.file, site.scope, held):
                    yield _sent(forgery.text, position, "named")

    def _switched(self, name: str, value: Any) -> bool:
        """Whether a setting of this name and value switches authentication off."""
        if type(value) is not tuple or value[:1] != ("=",):
            return False
        said = str(value[1]).lower()
        return any(_does(row, said) for row in self._switching(name))

    def _switching(self, name: str) -> tuple[Row, ...]:
        """The rows of switches that a name speaks of."""
        found = self._spoken.get(name)
        if found is None:
            spelt = snake(name)
            found = self._spoken[name] = tuple(row for words, row in self._switches if words.search(spelt))
        return found

    def _stored(self, file: int, scope: int) -> Iterator[Bypass]:
        for kind, base, key, value, position, _ in self._program.units[file].body(scope).stores:
            if kind == "item" and last_name(base) in self._overrides:
                yield from self._overridden(file, scope, (("dict", (key, value)),), position)
            elif kind == "attr" and key in self._overrides:
                yield from self._overridden(file, scope, (value,), position)
            elif kind == "item" and _is_text(key) and key[1] == key[1].upper() and self._switched(key[1], value):
                yield Bypass(position, key[1], f"sets `{key[1]}`")
            elif kind == "attr" and type(key) is str and self._switched(key, value):
                yield Bypass(position, key, f"sets `{key}`")
            elif kind == "attr" and type(key) is str and self._verifies(key):
                if any(isinstance(o, Mod | Cls) and self._is_product(o) for o in self._e.origins(file, scope, base)):
                    yield Bypass(position, key, f"replaces `{key}`")
            elif kind != "name" and may_show(value):
                for forgery in self._forged.inside(file, scope, value):
                    yield _sent(forgery.text, position, "" if forgery.plain else "written")

    def _overridden(self, file: int, scope: int, displays: Any, position: int) -> Iterator[Bypass]:
        """Dependencies that find out who calls, replaced in an application."""
        for key in (k for d in displays if type(d) is tuple and d[:1] == ("dict",) for k, _ in d[1:]):
            origins = self._e.origins(file, scope, key)
            known = any(self._e.meaning.has_kind(o, "security") for o in origins)
            asks = any(isinstance(o, Fn) and self._guards.signed(o.file, o.scope) for o in origins)
            if known or asks or self._verifies(last_name(key)):
                yield Bypass(position, last_name(key), f"replaces `{last_name(key)}`")

    def _told(self, file: int, scope: int) -> Iterator[Bypass]:
        """What a function gives to others, or a module or class binds."""
        unit = self._program.units[file]
        header, body = unit.header(scope), unit.body(scope)
        told = [*body.returns, *body.yields]
        if header.kind != FUNCTION:
            told += [(v, header.places[n]) for n, v in header.bindings.items() if n in header.places]
        for value, position in told if _some_may_say([value for value, _ in told]) else ():
            yield from self._named(Site(file, scope, -1), value, position)
            for forgery in self._forged.inside(file, scope, value):
                yield _sent(forgery.text, position, "" if forgery.plain else "written")

    def _spelt(self, site: Site, value: Any) -> str:
        """What a value is called, where it is a name, a function, made by one, or a constant."""
        unit = self._program.units[site.file]
        match value:
            case ("=", constant):
                return str(constant)
            case ("def", scope):
                return unit.header(scope).name
            case int():
                return last_name(unit.body(site.scope).calls[value][0])
        return last_name(value)

    def _is_product(self, origin: Mod | Cls) -> bool:
        return self._program.roles[origin.file] == "application"


def _some_may_say(values: Sequence[Any]) -> bool:
    """Whether one of some values may show a credential or name a setting: most texts and names do not."""
    for value in values:
        if type(value) is not tuple or not value:
            continue
        if value[0] == "=":
            text = value[1]
            if type(text) is str and (text.isupper() or "." in text or "=" in text or text[:1] in BEGINNING):
                return True
        elif value[0] == "dict":
            if any(_is_text(k) and (k[1] in TOKENS or k[1] == k[1].upper()) for k, _ in value[1:]) or may_show(value):
                return True
        elif value[0] in PARTS and may_show(value):
            return True
    return False


def _some_may_say_under(keywords: Sequence[tuple[Any, Any]]) -> bool:
    return not TOKENS.isdisjoint([key for key, _ in keywords]) or _some_may_say([value for _, value in keywords])


def _sent(text: str, position: int, sign: Literal["", "written", "named"]) -> Bypass:
    return Bypass(position, text, f"shows `{text}`, which nobody issued", sign)


def _does(row: Row, said: str) -> bool:
    return said in (row.keywords or TRUE)


def _is_text(value: Any) -> bool:
    return type(value) is tuple and value[:1] == ("=",) and isinstance(value[1], str)


def _base(callee: Any) -> Any:
    return callee.rpartition(".")[0] if type(callee) is str else callee[1] if type(callee) is tuple else None
