"""Credentials: is one in reach of a test that calls a service, or may one be where nobody can tell?"""

import re
from dataclasses import dataclass
from typing import Any

from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.lifetimes import direct
from isolint.program.unit import handed, last_name, receiver
from isolint.program.values.origins import Ext, Site
from isolint.program.words import snake


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a program's tests carry; `words` finds the names that speak of a credential."""

    program: Program
    words: re.Pattern[str]

    def reach(self, file: int, scope: int) -> bool:
        """Whether a word in reach of the test speaks of a credential, a client is given one, or nobody can tell."""
        for at in self.program.reach.of(file, scope):
            if any(self.words.search(word) for word in self.program.words.of(*at)) or self._assigned(*at):
                return True
            calls = range(len(self.program.units[at[0]].body(at[1]).calls))
            if any(self._carries(Site(*at, n)) or self._prepared(Site(*at, n)) for n in calls):
                return True
            if any(self._signs(site) for site in self._makers(*at)):
                return True
        return False

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

    def _signs(self, site: Site) -> bool:
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
            or any(self.words.search(snake(text)) for text in told)
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
            return snake(str(key[1])).strip("_") not in self.program.vocabulary.names("plain-header-name")
        origins = self.program.evaluator.origins(file, scope, base) if kind == "attr" else ()
        return any(key in row.keywords for o in origins for row in self.program.evaluator.meaning.rows(o, "client"))

    def _carries(self, site: Site) -> bool:
        """Whether a call gives a client what may be a credential: more than headers that say nothing about a user."""
        callee, _, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        given = {k: v for k, v in keywords if k and v != ("=", None)}
        if not given:
            return False
        evaluator = self.program.evaluator
        rows = [r for o in evaluator.calls.result(*site, None) for r in evaluator.meaning.rows(o, "client")]
        rows += [r for o in evaluator.calls.callees(site) for r in evaluator.meaning.rows(o, "client-call")]
        base = receiver(callee)
        if base is not None:
            held = evaluator.origins(site.file, site.scope, base)
            rows += [r for o in held for r in evaluator.meaning.rows(o, "client")]
        carrying = {k for r in rows for k in r.keywords} & given.keys()
        return any(not self._plain(site, given[k]) for k in carrying)

    def _plain(self, site: Site, value: Any) -> bool:
        """Whether a value is a display of headers that say nothing about a user."""
        if type(value) is str and (found := self.program.evaluator.names.definition(site.file, value)):
            value = found[1]
        if type(value) is not tuple or value[0] != "dict":
            return False
        plain = self.program.vocabulary.names("plain-header-name")
        keys = [k[1] if type(k) is tuple and k[0] == "=" else None for k, _ in value[1:]]
        return all(isinstance(k, str) and snake(k).strip("_") in plain for k in keys)


def _root(value: Any) -> str:
    return value.partition(".")[0] if type(value) is str else ""
