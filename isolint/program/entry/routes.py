"""Routes: the addresses that entry points answer at, as far as they are written out."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.program.entry.addresses import HOLE, Address
from isolint.program.entry.entries import Entries
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Ext, Fn, Site

VERBS: Final = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "trace"})
TAIL: Final = "\0\0"  # any number of segments
FAR: Final = 4  # routers in routers


class Route(NamedTuple):
    """An entry point with its address.

    `verb` is a method of HTTP, `socket`, or empty where it may be several. `open`: it is not known under which address
    its router is put. `asks` are the calls that say something about it: its decorator, its routers, their mounts.
    """

    file: int
    scope: int
    segments: tuple[str, ...]
    verb: str
    open: bool
    asks: tuple[Site, ...]


class Routes:
    """All routes of a program, worked out once."""

    def __init__(self, evaluator: Evaluator, entries: Entries) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._entries = entries
        self._all: tuple[Route, ...] | None = None
        self._mounts: dict[Site, list[Site]] | None = None

    def all(self) -> tuple[Route, ...]:
        """Every entry point whose address is written out."""
        if self._all is None:
            self._all = tuple(dict.fromkeys([*self._decorated(), *self._registered()]))
        return self._all

    def at(self, address: Address, verb: str) -> list[Route]:
        """The routes that an address may lead to: those that fit best."""
        ranked = [(_fit(address, r), r) for r in self.all() if _speaks(verb, r.verb)]
        best = max((fit for fit, _ in ranked), default=0)
        return [r for fit, r in ranked if fit == best] if best > 0 else []

    def _decorated(self) -> Iterator[Route]:
        for (file, scope), row in self._entries.all().items():
            header = self._units[file].header(scope)
            for decorator in header.decorators if row.by == "decorator" and not row.serving else ():
                if type(decorator) is int:
                    yield from self._route(Site(file, header.parent, decorator), file, scope)

    def _registered(self) -> Iterator[Route]:
        rows = self._e.vocabulary.kinds.get("entry", ())
        told = [r.path for r in rows if r.by == "call" and r.argument > 0 and not r.serving]
        names = frozenset(path.rpartition(".")[2] for path in told)
        for file in self._e.surface.mentioning(*names):
            unit = self._units[file]
            for name in sorted(names & unit.interface.mentions) if self._entries.roles[file] == "application" else ():
                for scope, number in unit.calls_named(name):
                    site = Site(file, scope, number)
                    row = (
                        self._entries.registers(site) if last_name(unit.body(scope).calls[number][0]) == name else None
                    )
                    if row is None or row.argument < 1:
                        continue
                    given = [self._e.calls.argument(site, row.argument, key) for key in row.keywords]
                    for origin in (o for v in given if v != () for o in self._e.origins(file, scope, v)):
                        if isinstance(origin, Fn):
                            yield from self._route(site, origin.file, origin.scope)

    def _route(self, site: Site, file: int, scope: int) -> Iterator[Route]:
        """The route that a call says; a function's own decorator that says no address makes none."""
        callee, arguments, keywords, *_ = self._units[site.file].body(site.scope).calls[site.call]
        named = next((v for k, v in keywords if k in ("path", "rule")), None)
        texts = [v[1] for v in (*arguments[:2], named) if type(v) is tuple and v[0] == "=" and isinstance(v[1], str)]
        path = next((t for t in texts if t.startswith(("/", "^")) or "/" in t), "" if "" in texts else None)
        base = receiver(callee)
        if path is None:
            return
        routers = self._routers(site.file, site.scope, base)
        for prefix, hidden, asks in self._prefixes(routers, 0):
            segments = (*prefix, *pattern(path))
            yield Route(file, scope, segments, _verb(last_name(callee)), hidden, (site, *asks))

    def _routers(self, file: int, scope: int, base: Any) -> list[Site]:
        """The calls that make the routers which a value may be."""
        origins = self._e.origins(file, scope, base) if base is not None else ()
        return [o.site for o in origins if isinstance(o, Ext) and o.site and o.path.count("()") == 1]

    def _prefixes(self, routers: list[Site], depth: int) -> Iterator[tuple[tuple[str, ...], bool, tuple[Site, ...]]]:
        """The addresses that routers lie under: segments, whether more may stand before them, and what says so."""
        if not routers or depth > FAR:
            yield (), True, ()
        for router in routers[: FAR if depth <= FAR else 0]:
            row = self._row(router, "router")
            own = self._prefix(router, row.keywords if row else ())
            mounts = self._mounted().get(router, [])
            if row is None or not mounts:
                yield own or (), bool(row) or own is None, (router,)
            for mount in mounts:
                said = self._row(mount, "mounts")
                under = self._prefix(mount, said.keywords if said else ())
                above = self._routers(mount.file, mount.scope, receiver(self._callee(mount)))
                for prefix, hidden, asks in self._prefixes(above, depth + 1):
                    unknown = hidden or under is None or own is None
                    yield (*prefix, *(under or ()), *(own or ())), unknown, (router, mount, *asks)

    def _prefix(self, site: Site, names: tuple[str, ...]) -> tuple[str, ...] | None:
        """What a call says that addresses begin with, or None where that is not written out."""
        for name in names:
            given = self._e.calls.argument(site, -1, name)
            if given != ():
                return pattern(given[1]) if type(given) is tuple and given[0] == "=" and given[1] is not None else None
        return ()

    def _mounted(self) -> dict[Site, list[Site]]:
        """Where each router is put under an address."""
        if self._mounts is None:
            self._mounts = {}
            names = self._e.vocabulary.lasts("mounts")
            for file in self._e.surface.mentioning(*names):
                unit = self._units[file]
                for name in names & unit.interface.mentions if self._entries.roles[file] != "test" else ():
                    for scope, number in unit.calls_named(name):
                        site = Site(file, scope, number)
                        row = self._row(site, "mounts")
                        given = self._e.calls.argument(site, row.argument, "router") if row else ()
                        for router in self._routers(file, scope, given) if given != () else ():
                            self._mounts.setdefault(router, []).append(site)
        return self._mounts

    def _row(self, site: Site, kind: str) -> Any:
        rows = (r for o in self._e.calls.callees(site) for r in self._e.meaning.rows(o, kind))
        return next(rows, None)

    def _callee(self, site: Site) -> Any:
        return self._units[site.file].body(site.scope).calls[site.call][0]


def pattern(path: str) -> tuple[str, ...]:
    """The segments of a route's path: HOLE for a parameter, TAIL for one that takes whatever follows."""
    segments = [s for s in re.sub(r"[\^$]|\\Z", "", path).split("/") if s]
    return tuple(_segment(s) for s in segments)


def _segment(text: str) -> str:
    if ":path" in text or "path:" in text or ".*" in text:
        return TAIL
    return HOLE if any(c in text for c in "{<(*?") or text.startswith(":") else text


def _verb(name: str) -> str:
    """The verb that the name of a decorator or registering call says."""
    plain = name.removeprefix("add_").removeprefix("api_")
    if "socket" in plain.lower() or plain in ("ws", "sock"):
        return "socket"
    return plain if plain in VERBS else ""


def _speaks(asked: str, answered: str) -> bool:
    return not asked or not answered or asked == answered


def _fit(address: Address, route: Route) -> int:
    """How well an address fits a route, 0 for not at all: by segments that are equal, and by how much is known."""
    ours, theirs = address.segments, route.segments
    if theirs[-1:] == (TAIL,):
        theirs = theirs[:-1]
        ours = ours[: len(theirs)] if not route.open else ours
    if len(ours) != len(theirs):
        shorter = min(len(ours), len(theirs))
        if (len(ours) > shorter and not route.open) or (len(theirs) > shorter and not address.open):
            return 0
        ours, theirs = ours[len(ours) - shorter :], theirs[len(theirs) - shorter :]
    if not theirs and (route.segments or address.segments):
        return 0
    if any(HOLE not in (a, b) and a != b for a, b in zip(ours, theirs, strict=True)):
        return 0
    equal = sum(a == b != HOLE for a, b in zip(ours, theirs, strict=True))
    if theirs and not equal:
        return 0
    whole = len(address.segments) == len(route.segments)
    return 1 + 4 * equal + 2 * whole + (not route.open)
