"""Cleaned: is what works for one user, and holds resources, cleaned up when its request ends?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.context.custody import Custody, used
from isolint.checks.context.holdings import CLOSING, Holding, Holdings
from isolint.checks.context.signatures import Signatures
from isolint.checks.endings import wanting
from isolint.checks.match import Match
from isolint.checks.narrowed import narrowed
from isolint.facts import CLASS, ENTERED, FUNCTION
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Fn, Obj, Site
from isolint.program.words import snake

CLEARING = CLOSING | {"clean", "remove", "destroy"}
NEVER = "is never cleaned up"
PLAIN = frozenset({"classmethod", "staticmethod"})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Objects of the kinds `values`, or whose class takes one of kind `context`, made in request code or a suite.

    Only classes of the program that hold something, and clean it up by one of `methods`. `named` is the kind of the
    names that speak of a context, `factories` that of what makes such objects.
    """

    values: tuple[str, ...]
    context: str
    named: str
    factories: str
    methods: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call that makes one and does not see to its end."""
        holdings = program.once(Holdings, frozenset(self.methods))
        yield from narrowed(
            program,
            (call for file in program.asked for call in self._calls(program, file)),
            lambda call: call[0] in self._spelled(program, call[1].file),
            lambda call: self._made(program, holdings, call[1]),
        )

    def _spelled(self, program: Program, file: int) -> frozenset[str]:
        """The names in a file by which such objects are made, as far as names tell."""
        return program.spelled(file, program.once(self._wanted))

    def _calls(self, program: Program, file: int) -> Iterator[tuple[str, Site]]:
        """The calls in functions of a file, by their names; where many are asked about, of those that matter."""
        if program.roles[file] == "script":
            return
        names = None if program.few else self._spelled(program, file)
        unit = program.units[file]
        for scope, header in enumerate(unit.interface.scopes) if names != frozenset() else ():
            for number, name in enumerate(unit.callees(scope)) if header[0] == FUNCTION else ():
                if (names is None or name in names) and not unit.body(scope).calls[number][4] & ENTERED:
                    yield name, Site(file, scope, number)

    def _wanted(self, program: Program) -> frozenset[str]:
        """The names by which such objects are made, as far as names tell."""
        wanted = frozenset(n for k in self.values for n in program.named_classes(k))
        wanted |= program.vocabulary.heads(self.factories) | program.vocabulary.lasts(self.factories)
        wanted |= program.evaluator.surface.inheriting(self._taking(program))
        return wanted | self._makers(program, wanted)

    def _taking(self, program: Program) -> frozenset[str]:
        """The names of classes whose constructor takes a context, as far as its names tell."""
        heads = program.vocabulary.heads(self.context)
        signatures = Signatures(program, self.context, self.named)
        names = program.vocabulary.names(self.named)
        found: set[str] = set()
        for _, unit in program.speaking(*heads, *names, role="application"):
            for row in unit.interface.scopes:
                if row[1] != "__init__" or unit.interface.scopes[row[2]][0] != CLASS:
                    continue
                if any(signatures.speaks(p[0]) or last_name(p[1]) in heads for p in row[6][1:]):
                    found.add(unit.interface.scopes[row[2]][1])
        return frozenset(found)

    def _makers(self, program: Program, names: frozenset[str]) -> frozenset[str]:
        """The names of functions that return what they make by one of these names."""
        found: set[str] = set()
        for file, unit in program.speaking(*program.evaluator.surface.aliased(names), role="application"):
            spelled = program.spelled(file, names)
            for scope, row in enumerate(unit.interface.scopes):
                made = [v for v, _ in unit.body(scope).returns if type(v) is int] if row[0] == FUNCTION else []
                if made and any(unit.callees(scope)[v] in spelled for v in made):
                    found.add(row[1])
        return frozenset(found)

    def _made(self, program: Program, holdings: Holdings, site: Site) -> Iterator[Match]:
        file, scope, number = site
        body = program.units[file].body(scope)
        for origin in program.evaluator.calls.result(file, scope, number, None):
            if not isinstance(origin, Obj) or origin.site is None:
                continue
            if origin.site != site and not self._passed_on(program, site, origin.site):
                continue
            holding = holdings.of(origin.cls)
            if holding is None or program.roles[origin.cls.file] != "application":
                continue
            if holding.fillers and holding.fillers.isdisjoint(used(body, number)):
                continue
            how = wanting(body, number, holding.methods, "cleaned up")
            if not how or Custody(program).handed_on(site):
                continue
            way = program.way(file, scope) if program.roles[file] == "application" else None
            if way and (way.assumed or program.lifetimes.site(site)):
                return
            if way or (how == NEVER and self._left(program, site)):
                yield self._match(program, site, origin.cls, holding, how, way)
            return

    def _passed_on(self, program: Program, site: Site, made: Site) -> bool:
        """Whether the function called makes the object and returns it, keeping nothing."""
        unit = program.units[made.file]
        body = unit.body(made.scope)
        called = {o[:2] for o in program.evaluator.calls.callees(site) if isinstance(o, Fn)}
        if made[:2] not in called or not PLAIN.issuperset(unit.header(made.scope).decorators):
            return False
        given = [v for v, _ in body.returns if v == made.call and type(v) is int]
        kept = any(s[3] == made.call and type(s[3]) is int for s in body.stores)
        handed = any(made.call in [v for v in c[1] if type(v) is int] for c in body.calls)
        return bool(given) and not kept and not handed

    def _left(self, program: Program, site: Site) -> bool:
        """Whether nothing clears away what no request is known to make."""
        at = (site.file, site.scope)
        if program.roles[site.file] == "application":
            return bool(program.entries.all()) and not program.entries.starts_up(*at)
        return not program.expected_to_fail(site) and not self._cleared(program, at)

    def _cleared(self, program: Program, at: tuple[int, int]) -> bool:
        """Whether something that runs for a test or after it clears away: what made the object, or a loop over all."""
        for file, scope in (*program.reach.of(*at), *program.suites.cleanups(*at)):
            calls = program.units[file].body(scope).calls
            if any(CLEARING & set(snake(last_name(c[0])).split("_")) for c in calls):
                return True
        return False

    def _match(self, program: Program, site: Site, cls: Cls, holding: Holding, how: str, way: Way | None) -> Match:
        name = program.units[cls.file].header(cls.scope).name
        method = next(m for m in (*self.methods, *sorted(holding.methods)) if m in holding.methods)
        position = program.units[cls.file].header(cls.scope).position
        return Match(
            file=site.file, scope=site.scope, position=program.units[site.file].body(site.scope).calls[site.call][3],
            place=name, confidence=holding.sure, words={"place": name, "how": how, "method": method},
            trace=program.trace(way) if way else (), entries=way.entries if way else 0, strict=way is None,
            related=(program.step(cls.file, position, f"`{name}.{method}` cleans up what it holds"),),
        )  # fmt: skip
