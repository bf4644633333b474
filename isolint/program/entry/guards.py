"""Guards: whether an entry point finds out who calls, as far as anybody can tell."""

import re
from collections.abc import Iterator
from typing import Any, Final

from isolint.facts import CLASS, FUNCTION
from isolint.program.entry.declared import PARTS, Declared
from isolint.program.entry.entries import Entries
from isolint.program.entry.routes import Route
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site
from isolint.program.words import matcher, snake

DEEP: Final = 4
WIDE: Final = 80  # functions; who calls more may find out there
ASGI: Final = 3  # scope, receive and send
REFUSALS: Final = frozenset({401, 403})
OPTIONAL: Final = re.compile("_(optional|optionally|maybe|or_none|or_anonymous|if_any)_")


class Guards:
    """Answers about entry points; a word that speaks of authentication is enough to be thought guarded."""

    def __init__(self, evaluator: Evaluator, entries: Entries) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._entries = entries
        self._declared = Declared(evaluator)
        names = evaluator.vocabulary.names
        rows = evaluator.vocabulary.kinds.get("security", ())
        deep = names("verifier-name") | {snake(r.path.rpartition(".")[2]) for r in rows if r.path.startswith("*.")}
        self._deep = matcher(deep)
        self._near = matcher(deep | names("credential-name") | names("authentication-name"))
        self._asked: dict[tuple[int, int, frozenset[str]], bool] = {}

    def stand_before(self, route: Route) -> bool:
        """Whether a route, or a router that it hangs on, has something that finds out who calls."""
        return any(self._says(site) for site in route.asks) or self.asks(route.file, route.scope)

    def refuse(self, route: Route) -> bool:
        """Whether a route may turn away who says nothing: what is told as optional to find out does not."""
        optional = self._optional(route.file, route.scope)
        return any(self._says(site) for site in route.asks) or self.asks(route.file, route.scope, optional)

    def asks(self, file: int, scope: int, but: frozenset[str] = frozenset()) -> bool:
        """Whether an entry point finds out who calls: in its signature, `but` for some parameters, or when it runs."""
        found = self._asked.get((file, scope, but))
        if found is None:
            words = self._deep if but else self._near
            found = self._asked[file, scope, but] = self._finds_out(file, scope, but, words)
        return found

    def signed(self, file: int, scope: int) -> bool:
        """Whether a function is given by its signature what only somebody known has, such as a bearer token."""
        header = self._units[file].header(scope)
        given = [v for row in header.params for v in row[1:3] if v not in ((), None)]
        texts = {t for v in given for t in self._declared.texts(file, header.parent, v)}
        return any(self._declared.secures(file, header.parent, v) for v in given) or any(
            self._deep.search(snake(t)) for t in texts
        )

    def _optional(self, file: int, scope: int) -> frozenset[str]:
        """The parameters of an entry point that may be nobody, by the name of what gives them."""
        header = self._units[file].header(scope)
        values = {row[0]: [v for v in row[1:3] if v != ()] for row in header.params}
        told = {n: {t for v in vs for t in self._declared.texts(file, header.parent, v)} for n, vs in values.items()}
        return frozenset(n for n, texts in told.items() if any(OPTIONAL.search(snake(t)) for t in texts - {"Optional"}))

    def passed(self, *, sockets: bool) -> list[tuple[int, int]]:
        """The entry points without an address of their own that find out who calls, such as middleware.

        `sockets`: only those that see connections too, and not requests alone.
        """
        before = matcher(self._e.vocabulary.names("middleware-name"))
        rows = self._entries.all().items()
        named = [at for at, row in rows if before.search(snake(f"{row.path} {' '.join(row.keywords)}"))]
        made = [at for at, row in rows if row.by == "signature"]
        return [
            at for at in dict.fromkeys([*named, *made])
            if self._finds_out(*at, frozenset(), self._deep) and not (sockets and self._for_requests(*at))
        ]  # fmt: skip

    def _for_requests(self, file: int, scope: int) -> bool:
        """Whether a middleware is handed a request and what comes next: connections give it three things."""
        params = [row for row in self._units[file].header(scope).params if row[0] not in ("self", "cls")]
        return len(params) < ASGI

    def _finds_out(self, file: int, scope: int, but: frozenset[str], words: re.Pattern[str]) -> bool:
        seen = {(file, scope)}
        level = [(file, scope)]
        for depth in range(DEEP + 1):
            left = but if depth == 0 else frozenset[str]()
            for at in level:
                if self._speaks(*at, self._deep if depth else words, left):
                    return True
            following = [n for at in level for n in self._next(*at, left)]
            level = [n for n in dict.fromkeys(following) if n not in seen]
            seen.update(level)
            if len(seen) > WIDE:
                return True
        return False

    def _speaks(self, file: int, scope: int, words: re.Pattern[str], but: frozenset[str]) -> bool:
        unit = self._units[file]
        header, body = unit.header(scope), unit.body(scope)
        owner = unit.owner(scope)
        if owner >= 0 and self._class_speaks(file, owner, words):
            return True
        left_out = {"self", "cls", *but}
        params = [row for row in header.params if row[0] not in left_out]
        signs = [*header.decorators, *[v for row in params for v in row[1:3] if v != ()]]
        if any(words.search(snake(t)) for v in signs for t in self._declared.texts(file, header.parent, v)):
            return True
        if any(words.search(snake(row[0])) for row in params):
            return True
        if any(self._declared.secures(file, header.parent, v) for v in signs):
            return True
        for number, (callee, arguments, keywords, *_) in enumerate(body.calls):
            values = [v for v in (callee, *arguments, *[v for _, v in keywords]) if _root(v) not in but]
            if any(self._e.meaning.has_kind(o, "security") for o in self._e.calls.callees(Site(file, scope, number))):
                return True
            if any(words.search(snake(v.replace("$", ""))) for v in values if type(v) is str):
                return True
            if type(callee) is tuple and words.search(snake(last_name(callee))):
                return True
            if any(v == ("=", code) for v in values for code in REFUSALS):
                return True
            if words is self._near and any(words.search(snake(v[1])) for v in values if _is_word(v)):
                return True
        read = [base for base, *_ in body.loads] + [v for v, _ in body.returns] + [store[3] for store in body.stores]
        read += [region[2] for region in body.regions if region[0] == "if"]
        return any(words.search(snake(n.replace("$", ""))) for v in read for n in _paths(v) if _root(n) not in but)

    def _class_speaks(self, file: int, owner: int, words: re.Pattern[str]) -> bool:
        """Whether a class of views says by its bases, its attributes or its decorators that it asks."""
        for base in self._e.members.mro(Cls(file, owner)):
            if isinstance(base, Ext):
                told = {base.path}
            else:
                header = self._units[base.file].header(base.scope)
                values = [*header.decorators, *header.bases]
                told = {header.name, *header.bindings}
                told |= {t for v in values for t in self._declared.texts(base.file, header.parent, v)}
            if any(words.search(snake(t)) for t in told):
                return True
        return False

    def _says(self, site: Site) -> bool:
        """Whether a call that makes or puts up a router says that it asks: what it injects, nobody uses otherwise."""
        _, arguments, keywords, *_ = self._units[site.file].body(site.scope).calls[site.call]
        values = [v for v in arguments if type(v) is not tuple or v[0] != "="]
        values += [v for k, v in keywords if k not in ("prefix", "tags", "summary", "description", "name")]
        texts = {t for v in values for t in self._declared.texts(site.file, site.scope, v)}
        return any(self._near.search(snake(t)) for t in texts) or any(
            self._declared.injects(site.file, site.scope, v) for v in values
        )

    def _next(self, file: int, scope: int, but: frozenset[str]) -> Iterator[tuple[int, int]]:
        """What a function runs next: what it calls, what is injected, and the functions in it."""
        unit = self._units[file]
        header = unit.header(scope)
        given = [v for row in header.params if row[0] not in but for v in row[1:3] if v not in ((), None)]
        for value in (*given, *header.decorators):
            yield from self._declared.injected(file, header.parent, value)
        for number in range(len(unit.body(scope).calls)):
            for origin in self._e.calls.callees(Site(file, scope, number)):
                yield from self._functions(origin)
            for value in unit.body(scope).calls[number][1]:
                if type(value) is str:
                    yield from (f for o in self._e.origins(file, scope, value) for f in self._functions(o, made=False))
        for inner, plain in enumerate(unit.interface.scopes):
            if plain[2] == scope and plain[0] == FUNCTION:
                yield file, inner

    def _functions(self, origin: Any, *, made: bool = True) -> Iterator[tuple[int, int]]:
        match origin:
            case Fn(file, scope, _) if self._entries.roles[file] == "application":
                yield file, scope
            case Cls(file, scope) if made and self._units[file].header(scope).kind == CLASS:
                for member in self._e.attribute((Obj(origin, None),), "__init__"):
                    if isinstance(member, Fn):
                        yield member.file, member.scope


def _paths(value: Any) -> Iterator[str]:
    """The paths in a value."""
    if type(value) is str:
        yield value
    elif type(value) is tuple and value and value[0] in PARTS:
        for part in value[1:]:
            yield from _paths(part)


def _root(value: Any) -> str:
    """The parameter that a path begins with, or an empty string."""
    return value[1:].partition(".")[0] if type(value) is str and value[0] == "$" else ""


def _is_word(value: Any) -> bool:
    """Whether a value is a short text, such as the name of a header."""
    return type(value) is tuple and value[0] == "=" and isinstance(value[1], str) and " " not in value[1]
