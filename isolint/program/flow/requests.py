"""Requests: what of a value comes from the request, seen from one function."""

from typing import Any, Final, NamedTuple

from isolint.facts import FUNCTION, MODULE
from isolint.program.entry.entries import Entries
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Ext, Origin, Site

OWN: Final = frozenset({"self", "cls"})
KINDS: Final = ("request", "websocket", "database-session")
MEASURES: Final = frozenset({"len", "bool", "isinstance", "hasattr", "callable", "type"})
MOST: Final = 400  # parts of a value that are looked at


class Param(NamedTuple):
    """A parameter of a function, or of one around it."""

    scope: int
    name: str


class Sources(NamedTuple):
    """Where a value comes from: parameters, still to be followed to callers, and names of what is the request's.

    `people` are the names in it that speak of an identity; `secret` says that a credential is in it, `fresh` that it is
    new each time, `sockets` that a connection is in it.
    """

    params: frozenset[Param]
    own: frozenset[str]
    people: frozenset[str]
    fresh: bool = False
    sockets: bool = False
    secret: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing in it can be a request's."""
        return not self.params and not self.own


NOTHING: Final = Sources(frozenset(), frozenset(), frozenset())


class Requests:
    """Answers where values come from, remembered."""

    def __init__(self, evaluator: Evaluator, entries: Entries) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._entries = entries
        self.people = evaluator.vocabulary.names("identity-name")
        self.current = evaluator.vocabulary.lasts("request")
        self._secrets = evaluator.vocabulary.names("credential-name")
        self._sockets = evaluator.vocabulary.names("websocket-name")
        self._memory: dict[tuple[int, int, Any], Sources] = {}

    def of(self, file: int, scope: int, *values: Any) -> Sources:
        """Where values of a scope come from, taken together."""
        found = [one for value in values if (one := self._one(file, scope, value)) is not NOTHING]
        if len(found) < 2:  # noqa: PLR2004  # nothing to take together
            return found[0] if found else NOTHING
        return Sources(
            frozenset(p for f in found for p in f.params),
            frozenset(o for f in found for o in f.own),
            frozenset(p for f in found for p in f.people),
            any(f.fresh for f in found),
            any(f.sockets for f in found),
            any(f.secret for f in found),
        )

    def _one(self, file: int, scope: int, value: Any) -> Sources:
        if value is None or (type(value) is tuple and value and value[0] in ("=", "import")):
            return NOTHING
        key = (file, scope, value)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = NOTHING  # of what is bound to something of itself
            found = self._memory[key] = self._search(file, scope, value)
        return found

    def _search(self, file: int, scope: int, value: Any) -> Sources:
        params: set[Param] = set()
        own: set[str] = set()
        people: set[str] = set()
        fresh = False
        seen: set[Any] = set()
        queue = [value]
        body = self._units[file].body(scope)
        for part in queue:
            if len(queue) > MOST:
                break
            if type(part) is str:
                self._path(file, scope, part, params, own, people)
            elif type(part) is int:
                if part in seen or part >= len(body.calls):
                    continue
                seen.add(part)
                callee, arguments, keywords, *_ = body.calls[part]
                if callee in MEASURES:
                    continue  # says how much or whether, and nothing of what
                kinds = self._called(Site(file, scope, part))
                fresh = fresh or "unique" in kinds
                if "request" in kinds:
                    own.add(last_name(callee))
                if type(callee) is str:
                    queue += [callee.rpartition(".")[0]] if "." in callee else []
                else:
                    queue.append(callee)
                queue += [*arguments, *[v for _, v in keywords]]
            elif type(part) is tuple and part and part[0] not in ("=", "import", "def"):
                match part:
                    case (".", base, path):
                        people.update(self.people.intersection(path.split(".")))
                        queue.append(base)
                    case ("dict", *pairs):
                        queue += [v for pair in pairs for v in pair]
                    case (":", inner, _) | ("[]", ("iter", inner), _):  # by what it is filtered says nothing of it
                        queue.append(inner)
                    case _:
                        queue += part[1:]
        return self._sources(file, params, own, people, fresh=fresh)

    def _sources(self, file: int, params: set[Param], own: set[str], people: set[str], *, fresh: bool) -> Sources:
        """What was found, with what the names in it tell; one empty set for all, as most of them are."""
        if not (params or own or people or fresh):
            return NOTHING
        sockets = any(p.name in self._sockets or self._is_socket(file, p) for p in params)
        spoken = {*(p.name for p in params), *(part for path in own for part in path.split("."))}
        secret = not spoken.isdisjoint(self._secrets)
        return Sources(
            frozenset(params) if params else NOTHING.params,
            frozenset(own) if own else NOTHING.own,
            frozenset(people) if people else NOTHING.people,
            fresh,
            sockets,
            secret,
        )

    def _path(self, file: int, scope: int, path: str, params: set[Param], own: set[str], people: set[str]) -> None:
        root, *names = path.split(".")
        unit = self._units[file]
        if root[:1] == "$":
            name = root[1:]
            first = unit.own(scope) == name
            if first and not self._requested(file, scope, names):
                return  # what an object keeps is no request's for that alone
            if names and self._applied(self._e.origins(file, scope, f"{root}.{names[0]}")):
                return  # the application, reached through a request
            people.update(self.people.intersection([name, *names]))
            if first or self._is(self._e.origins(file, scope, root)):
                own.add(path.lstrip("$"))
            params.add(Param(scope, name))
            return
        if not root:
            return
        at = unit.outer(scope) if scope else -1
        while at > MODULE:
            header = unit.header(at)
            if any(row[0] == root for row in header.params):
                if unit.own(at) != root:
                    people.update(self.people.intersection([root, *names]))
                    params.add(Param(at, root))
                return
            if root in header.bindings:
                outer = self._one(file, at, header.bindings[root])
                params.update(outer.params)
                own.update(outer.own)
                people.update(outer.people | self.people.intersection([root, *names]))
                return
            at = unit.outer(at)
        if file in self._entries.sessions and root in unit.header(0).bindings:
            run = self._one(file, 0, unit.header(0).bindings[root])
            own.update(run.own)
            people.update(run.people | self.people.intersection([root, *names]))
        if self._applied(self._e.origins(file, scope, path)):
            return
        ends = [number for number, name in enumerate(names, 1) if name in self.current]
        heads = (path, root, *[".".join((root, *names[:end])) for end in ends])
        if any(self._is(self._e.origins(file, scope, head)) for head in heads):
            own.add(path)
            people.update(self.people.intersection([root, *names]))

    def _requested(self, file: int, scope: int, names: list[str]) -> bool:
        """Whether an attribute of the own object is a request, such as a view's."""
        if not names:
            return False
        first = self._units[file].header(scope).params[0][0]
        return self._is(self._e.origins(file, scope, f"${first}.{names[0]}"))

    def _is(self, origins: tuple[Origin, ...]) -> bool:
        return any(self._e.meaning.has_kind(o, "request") for o in origins)

    def _is_socket(self, file: int, param: Param) -> bool:
        origins = self._e.origins(file, param.scope, f"${param.name}")
        return any(self._e.meaning.has_kind(o, "websocket") for o in origins)

    def _applied(self, origins: tuple[Origin, ...]) -> bool:
        return any(self._e.meaning.has_kind(o, "application-state") for o in origins)

    def _called(self, site: Site) -> set[str]:
        """What of the kinds `request` and `unique` the result of a call is."""
        found: set[str] = set()
        for origin in self._e.calls.result(*site, None):
            for kind in ("request", "unique"):
                if self._e.meaning.has_kind(origin, kind):
                    found.add(kind)
            if type(origin) is Ext and origin.path.endswith(".get()"):
                held = Ext(origin.path.removesuffix(".get()"))
                if self._e.meaning.has_kind(held, "context-variable"):
                    found.add("request")
        return found

    def given(self, file: int, scope: int, name: str) -> bool:
        """Whether an entry point's parameter is the request's.

        All are but its own object, injected services, and what is left to its default as the framework fills fewer.
        """
        unit = self._units[file]
        header = unit.header(scope)
        for number, (param, _, default, _) in enumerate(header.params):
            if param == name:
                own = unit.owner(scope) >= 0
                if number == 0 and (own or name in OWN):
                    return False
                if default != () and self._left(file, scope, number - own):
                    return False
                if name in self.people or name in self._sockets:
                    return True
                if self._injected(file, header.parent, default):
                    return self._personal(file, scope, name)
                return True
        return False

    def _left(self, file: int, scope: int, number: int) -> bool:
        """Whether the framework gives an entry point fewer arguments than to reach one of its parameters."""
        row = self._entries.row(file, scope)
        return row is not None and 0 <= row.fills <= number

    def _injected(self, file: int, scope: int, default: Any) -> bool:
        """Whether a default asks somebody else to hand over what the parameter gets: `Depends(..)`, `Provide[..]`."""
        match default:
            case int():
                asked = self._e.calls.callees(Site(file, scope, default))
            case ("[]", str() as name, _):
                asked = self._e.origins(file, scope, name)
            case _:
                return False
        return any(self._e.meaning.has_kind(o, "injector") for o in asked)

    def _personal(self, file: int, scope: int, name: str) -> bool:
        """Whether a parameter is a request, a socket or a session by what it is given or annotated with."""
        origins = self._e.origins(file, scope, f"${name}")
        return any(self._e.meaning.has_kind(o, kind) for o in origins for kind in KINDS)

    def assumed(self, file: int, scope: int, *, personal: bool = False) -> bool:
        """Whether a public function looks as if requests called it: it takes an identity, a socket or a request.

        With `personal`, what it does is known to be about one user.
        """
        unit = self._units[file]
        header = unit.header(scope)
        if header.kind != FUNCTION or self._entries.starts_up(file, scope):
            return False
        at = scope
        while at > 0:
            name = unit.header(at).name
            if name.startswith(("_", "<")) and not name.endswith("__"):
                return False
            at = unit.header(at).parent
        skip = 1 if unit.owner(scope) >= 0 else 0
        return personal or any(
            row[0] in self.people or row[0] in self._sockets or self._personal(file, scope, row[0])
            for row in header.params[skip:]
        )
