"""Threaded: is what each thread has one of used by requests that share a thread?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from isolint.checks.brought import brought, matched
from isolint.checks.match import Match
from isolint.facts import AWAITED, ENTERED, GENERATOR, KWARG, Body
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.regions import call_of, chain
from isolint.program.flow.scoped import Scoped, Scopes
from isolint.program.flow.walks import State
from isolint.program.lifetimes import Lasting
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Site

RELEASING: Final = frozenset({"close", "remove"})


@dataclass(frozen=True, slots=True)
class Threaded:
    """Things of kind `value` that requests on an event loop set, or take their session from.

    In a library that no entry is known of: values of any kind that a context manager made by one of `managers` sets
    for the time of its block, whoever that waits for.
    """

    value: str
    managers: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place and function, and for each factory."""
        names = program.carriers.of(self.value)
        scopes = Scopes(program.evaluator, program.lifetimes, program.writes, names)
        factories = frozenset(r.path for r in program.vocabulary.kinds.get(self.value, ()) if r.argument >= 0)
        used: set[Site] = set()
        for file, scope in program.functions(names):
            yield from self._set(program, scopes, file, scope)
            yield from self._keyed(program, file, scope)
            yield from self._taken(program, file, scope, names, factories, used)

    def _set(self, program: Program, scopes: Scopes, file: int, scope: int) -> Iterator[Match]:
        """Attributes of thread-locals that are set with request data."""
        seen: set[str] = set()
        for one in scopes.of(file, scope):
            if one.kind != self.value or one.place in seen or one.imported:
                continue
            restored = program.restoring.of(one.change)
            if restored.how == "always" and not restored.waits:
                continue
            at = (file, scope, one.change.position)
            found = brought(program, at, one.values, partial(_on_loop, program, file, scope))
            related = (program.step(*one.declared, f"`{one.place.partition('.')[0]}` is one for each thread"),)
            path, span = program.span(*one.declared)
            if found:
                seen.add(one.place)
                words = {"how": f"`{found.what}` of one is there"}
                yield matched(program, at, found, one.place, words, related=related)
            elif not program.entries.all() and (what := self._lent(program, one)):
                seen.add(one.place)
                name = program.units[file].qualname(scope)
                yield Match(
                    file=file, scope=scope, position=one.change.position, place=one.place, confidence="medium",
                    words={"place": one.place, "entry": name, "how": f"`{what}` of one is there"}, related=related,
                    declared=(path, span.line),
                )  # fmt: skip

    def _lent(self, program: Program, one: Scoped) -> str:
        """The parameter by which a public context manager is given what it sets for the time of its block."""
        file, scope = one.change.file, one.change.scope
        unit = program.units[file]
        header = unit.header(scope)
        after = any(p > one.change.position for _, p in unit.body(scope).yields)
        if not header.flags & GENERATOR or not after or header.name.startswith("_") or header.parent:
            return ""
        made = [o for d in header.decorators for o in program.evaluator.origins(file, header.parent, d)]
        if not any(isinstance(o, Ext) and o.path in self.managers for o in made):
            return ""
        given = program.requests.of(file, scope, *one.values)
        rows = {row[0]: row[3] for row in header.params}
        names = [p.name for p in given.params if p.scope == scope]
        return next((n for n in sorted(names) if rows.get(n) == KWARG or n in program.requests.people), "")

    def _keyed(self, program: Program, file: int, scope: int) -> Iterator[Match]:
        """Stores that are kept by thread."""
        seen: set[str] = set()
        for write in program.writes.of(file, scope):
            if write.key is None or write.how not in ("item", "call") or not self._is(program, file, scope, write.key):
                continue
            for place in program.places.of(file, scope, write.base):
                if not program.keepers.of(place, write) or place.name in seen:
                    continue
                at = (file, scope, write.position)
                found = brought(program, at, write.values, partial(_on_loop, program, file, scope))
                if found:
                    seen.add(place.name)
                    yield matched(program, at, found, place.name, {"how": f"`{found.what}` of one is there"})
                    break

    def _is(self, program: Program, file: int, scope: int, value: Any) -> bool:
        origins = program.evaluator.origins(file, scope, value)
        return any(program.evaluator.meaning.has_kind(o, self.value) for o in origins)

    def _taken(
        self, program: Program, file: int, scope: int, names: frozenset[str], factories: frozenset[str], used: set[Site]
    ) -> Iterator[Match]:  # fmt: skip
        """Factories that give one and the same to all that ask in a thread: reported where they are made."""
        body = program.units[file].body(scope)
        for number, (callee, _, _, position, _, _) in enumerate(body.calls if factories else ()):
            if last_name(callee) not in names and last_name(receiver(callee)) not in names:
                continue
            if _released(body, number, callee):
                continue
            for origin in program.evaluator.origins(file, scope, callee):
                site = origin.site if isinstance(origin, Ext) and origin.path.startswith(tuple(factories)) else None
                if site is None or site in used or program.roles[site.file] != "application":
                    continue
                if not self._bare(program, site):
                    continue
                way = self._reached(program, file, scope, position)
                if way is None:
                    continue
                used.add(site)
                yield from self._factory(program, site, way, (file, position))

    def _bare(self, program: Program, site: Site) -> bool:
        """Whether a factory is given nothing that says for what it keeps one."""
        argument = program.evaluator.calls.argument
        rows = [
            row
            for origin in program.evaluator.calls.result(*site, None)
            for row in program.evaluator.meaning.rows(origin, self.value)
        ]
        return bool(rows) and all(
            argument(site, row.argument, key) in ((), ("=", None)) for row in rows for key in ("", *row.keywords)
        )

    def _reached(self, program: Program, file: int, scope: int, position: int) -> Way | None:
        why = Lasting("global", file, scope, position, "")
        start = State(file, scope, None, why, frozenset(), derived=True)
        wanted = partial(_on_loop, program, file, scope)
        found = program.walks.back(start, wanted) if program.entries.all() else None
        return found[0] if found else None

    def _factory(self, program: Program, site: Site, way: Way, use: tuple[int, int]) -> Iterator[Match]:
        unit = program.units[site.file]
        position = unit.body(site.scope).calls[site.call][3]
        bound = next((n for n, v in unit.header(site.scope).bindings.items() if call_of(v) == site.call), "")
        kept = [str(s[2]) for s in unit.body(site.scope).stores if s[0] == "attr" and call_of(s[3]) == site.call]
        owner = unit.qualname(unit.owner(site.scope)) if site.scope and unit.owner(site.scope) > 0 else ""
        place = ".".join(p for p in (program.modules.dotted(site.file), owner, *([bound] if bound else kept[:1])) if p)
        lasting = program.lifetimes.site(site)
        if not lasting and not kept:
            return  # made by each call
        path, span = program.span(site.file, position)
        yield Match(
            file=site.file, scope=site.scope, position=position, place=place,
            confidence="high" if lasting else "medium",
            words={"place": place, "entry": program.title(way.file, way.scope), "how": "they get one session"},
            trace=(*program.trace(way), program.step(*use, f"`{place}` is used")), entries=way.entries,
            declared=(path, span.line),
        )  # fmt: skip


def _on_loop(program: Program, file: int, scope: int, way: Way) -> bool:
    return program.contexts.on_loop(way, file, scope)


def _released(body: Body, number: int, callee: Any) -> bool:
    """Whether a session is released before anybody else runs: by its `with`, or by a call, without an `await`."""
    _, _, _, position, flags, _ = body.calls[number]
    if body.yields:
        return False
    if flags & ENTERED:
        block = next((n for n, r in enumerate(body.regions) if r[0] == "with" and r[2] == number), 0)
        return not any(c[4] & AWAITED and block in chain(body, c[5]) for c in body.calls)
    ends = [c[3] for c in body.calls if c[3] > position and last_name(c[0]) in RELEASING and _on(c[0], number, callee)]
    return bool(ends) and not any(c[4] & AWAITED and position < c[3] < max(ends) for c in body.calls)


def _on(released: Any, number: int, callee: Any) -> bool:
    held = receiver(released)
    return held in (callee, receiver(callee)) or call_of(held) == number
