"""Credentials: is one in reach of a test that calls a service, or may one be where nobody can tell?"""

from typing import Any

from isolint.checks.e2e.headers import Headers
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.callers import direct
from isolint.program.unit import handed, last_name, receiver
from isolint.program.values.origins import Arg, Ext, Site
from isolint.program.words import collect, matcher, snake


class Credentials:
    """What a program's tests carry, by names that speak of a credential and by what clients are given."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.headers = Headers(program)
        names = program.vocabulary.names
        self._words = matcher(names("credential-name") - names("secret-name"))
        self._secrets = matcher(names("secret-name"))
        self._signing = matcher(names("authentication-name"))
        self._others = matcher(names("no-credential-name"))
        self._senders = frozenset(m for r in program.vocabulary.kinds.get("client", ()) for m in r.methods)
        self._helpers = program.vocabulary.lasts("auth-helper")
        self._spoken: dict[str, bool] = {}
        self._known: dict[tuple[int, int], bool] = {}

    def reach(self, file: int, scope: int) -> bool:
        """Whether something in reach of a test speaks of a credential, gives one to a client, or may do so."""
        return any(self.has(*at) for at in self.program.reach.of(file, scope))

    def has(self, file: int, scope: int) -> bool:
        """Whether a function speaks of a credential, gives one to a client, or may do so."""
        found = self._known.get((file, scope))
        if found is None:
            found = self._known[file, scope] = self._speaks(file, scope) or self._gives(file, scope)
        return found

    def _speaks(self, file: int, scope: int) -> bool:
        unit = self.program.units[file]
        words = self.program.words.of(file, scope)
        spoken = {word for word in words if self.speaks(word)}
        if spoken and spoken - self._put_down(file, scope):
            return True
        if self._tells(words) and self._signs_in(file, scope, words):
            return True
        return not self._helpers.isdisjoint(unit.interface.mentions) and any(
            self.program.evaluator.meaning.has_kind(o, "auth-helper")
            for number in range(len(unit.body(scope).calls))
            for o in self.program.evaluator.calls.callees(Site(file, scope, number))
        )

    def _tells(self, words: frozenset[str]) -> bool:
        return any(self._secrets.search(self._others.sub("_", word)) for word in words if self._secrets.search(word))

    def _signs_in(self, file: int, scope: int, words: frozenset[str]) -> bool:
        """Whether a function that knows a password sends something, or speaks of signing in."""
        if any(self._signing.search(word) for word in words) or self._signing.search(
            snake(self.program.units[file].header(scope).name)
        ):
            return True
        evaluator = self.program.evaluator
        for callee, arguments, keywords, *_ in self.program.units[file].body(scope).calls:
            if last_name(callee) in self._senders and receiver(callee) is not None:
                told: set[str] = set()
                for value in (*arguments, *[v for _, v in keywords]):
                    told |= self.program.words.texts(file, scope, value)
                held = evaluator.origins(file, scope, receiver(callee))
                sends = not held or any(evaluator.meaning.has_kind(o, "client") or type(o) is Arg for o in held)
                if sends and any(self._secrets.search(snake(text)) for text in told):
                    return True
        return False

    def _put_down(self, file: int, scope: int) -> set[str]:
        """The words of attributes that a function only sets to a constant: whoever uses them speaks of them again."""
        body = self.program.units[file].body(scope)
        constant = {key for kind, _, key, value, *_ in body.stores if kind == "attr" and _is_constant(value)}
        used: set[str] = set()
        for call in body.calls:
            for value in (call[0], *call[1], *[("=", k) for k, _ in call[2]], *[v for _, v in call[2]]):
                collect(value, used)
        return {snake(key) for key in constant - used}

    def speaks(self, word: str) -> bool:
        """Whether a word, as `snake` spells it, speaks of a credential that a caller shows."""
        found = self._spoken.get(word)
        if found is None:
            found = bool(self._words.search(word)) and bool(self._words.search(self._others.sub("_", word)))
            self._spoken[word] = found
        return found

    def _gives(self, file: int, scope: int) -> bool:
        calls = range(len(self.program.units[file].body(scope).calls))
        return (
            self._assigned(file, scope)
            or any(self._carries(Site(file, scope, n)) or self._prepared(Site(file, scope, n)) for n in calls)
            or any(self.signs(site) for site in self._makers(file, scope))
        )

    def _makers(self, file: int, scope: int) -> list[Site]:
        """The calls at module or class level that make the clients a function sends with."""
        found: list[Site] = []
        for call in self.program.units[file].body(scope).calls:
            base = receiver(call[0])
            origins = self.program.evaluator.origins(file, scope, base) if base is not None else ()
            clients = [o for o in origins if self.program.evaluator.meaning.has_kind(o, "client")]
            sites = [o.site for o in clients if isinstance(o, Ext) and o.site]
            found += [s for s in sites if self.program.units[s.file].header(s.scope).kind != FUNCTION]
        return found

    def signs(self, site: Site) -> bool:
        """Whether a client is given a credential where it is made, or later on under its name."""
        unit = self.program.units[site.file]
        body = unit.body(site.scope)
        names = {n for n, v in unit.header(site.scope).bindings.items() if site.call in direct(v)}
        told: set[str] = set()
        for call in (body.calls[site.call], *[c for c in body.calls if _root(c[0]) in names]):
            for value in (call[0], *handed(call)):
                told |= self.program.words.texts(site.file, site.scope, value)
        stores = [s for s in body.stores if _root(s[1]) in names]
        return (
            self._carries(site)
            or any(self.speaks(snake(text)) for text in told)
            or any(self._is_credential(site.file, site.scope, store) for store in stores)
        )

    def _prepared(self, site: Site) -> bool:
        """Whether a client is handed to something unknown, which may sign it in."""
        callee, arguments, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        known = self.program.evaluator.calls.callees(site)
        if any(not isinstance(o, Ext) or o.path.startswith("builtins.") for o in known):
            return False
        if last_name(receiver(callee)) or not arguments:
            return False
        values = (*arguments, *[v for _, v in keywords])
        origins = [o for v in values for o in self.program.evaluator.origins(site.file, site.scope, v)]
        return any(self.program.evaluator.meaning.has_kind(o, "client") for o in origins)

    def _assigned(self, file: int, scope: int) -> bool:
        """Whether a client is given a credential by assignment."""
        return any(self._is_credential(file, scope, s) for s in self.program.units[file].body(scope).stores)

    def _is_credential(self, file: int, scope: int, store: tuple[Any, ...]) -> bool:
        """Whether a store is `session.auth = ..`, or sets a header that may say who it is."""
        kind, base, key, *_ = store
        if kind == "item" and last_name(base) == "headers" and type(key) is tuple and key[0] == "=":
            return not self.headers.is_plain(str(key[1]))
        origins = self.program.evaluator.origins(file, scope, base) if kind == "attr" else ()
        return any(key in row.keywords for o in origins for row in self.program.evaluator.meaning.rows(o, "client"))

    def _carries(self, site: Site) -> bool:
        """Whether a call gives a client what may be a credential: more than headers that say nothing about a user."""
        callee, arguments, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        if last_name(callee) == "update" and last_name(receiver(callee)) == "headers":
            return not all(self.headers.plain(site.file, site.scope, v) for v in arguments)
        given = {k: v for k, v in keywords if k and v != ("=", None)}
        spread = [v for k, v in keywords if not k]
        if not given and not spread:
            return False
        evaluator = self.program.evaluator
        rows = [r for o in evaluator.calls.result(*site, None) for r in evaluator.meaning.rows(o, "client")]
        rows += [r for o in evaluator.calls.callees(site) for r in evaluator.meaning.rows(o, "client-call")]
        base = receiver(callee)
        if base is not None:
            held = evaluator.origins(site.file, site.scope, base)
            rows += [r for o in held for r in evaluator.meaning.rows(o, "client")]
        carrying = {k for r in rows for k in r.keywords} & given.keys()
        return bool(rows and spread) or any(not self.headers.plain(site.file, site.scope, given[k]) for k in carrying)


def _is_constant(value: Any) -> bool:
    return type(value) is tuple and value[:1] == ("=",)


def _root(value: Any) -> str:
    return value.partition(".")[0] if type(value) is str else ""
