"""Entered: what must be released acquired in a `with` around the rest of its block."""

from dataclasses import dataclass

from isolint.change import Change, Enclose, Remove
from isolint.checks.match import Match
from isolint.facts import ASYNC, AWAITED, FUNCTION
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.unit import receiver
from isolint.program.values.origins import Ext, Fn, Obj, Site
from isolint.repairs.acquired import Acquired, acquired
from isolint.repairs.offer import Offer


@dataclass(frozen=True, slots=True)
class Entered:
    """Values of the kinds `values`, whose rows say how they are entered; that makes a call of `closing` needless.

    What no row says how to enter is released in `finally`, where the block releases it in its end anyway.
    """

    values: tuple[str, ...]
    closing: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The `with`, and the release that ends the block no more."""
        thing = acquired(program, match)
        if thing is None or not self._keeps(thing):
            return None
        manager, methods = self._manager(program, thing.site)
        if manager == "with {}" and any(c[4] & AWAITED for c in thing.uses()):
            return None  # an asynchronous one, made by a factory that is told so
        endings = thing.endings(methods & frozenset(self.closing))
        if endings is None or (manager.startswith("async") and not _is_async(program, match)):
            return None
        if not manager and not endings.last:
            return None
        changes: list[Change] = [Enclose(thing.at, manager=manager, last=endings.last), *map(Remove, endings.early)]
        block = manager.partition(" {")[0].removesuffix(" await") or "finally"
        path = program.units[match.file].path
        return Offer(tuple((path, change) for change in changes), {"name": thing.name, "block": block})

    def _keeps(self, thing: Acquired) -> bool:
        """Whether the function does not hand it out, but for one `yield` behind which it only ends it."""
        number = thing.site.call
        if not any(contains(v, number) for v, _ in thing.body.yields):
            return True
        later = [c for c in thing.body.calls if c[3] > thing.body.yields[0][1]]
        return len(thing.body.yields) == 1 and all(contains(receiver(c[0]), number) for c in later)

    def _manager(self, program: Program, site: Site) -> tuple[str, frozenset[str]]:
        """How what a call gives is entered, `{}` being the call, and the methods that release it."""
        evaluator = program.evaluator
        found: set[str] = set()
        methods: set[str] = set()
        for origin in evaluator.calls.result(*site, None):
            made = origin.site if isinstance(origin, Ext | Obj) else None
            rows = [row for kind in self.values for row in evaluator.meaning.rows(origin, kind) if row.methods]
            for row in rows if made else ():
                methods |= set(row.methods)
                found.add(_spelt(program, site, made, row.by) if made else "")
        return (found.pop() if len(found) == 1 else ""), frozenset(methods)


def _spelt(program: Program, site: Site, made: Site, by: str) -> str:
    """The head of the block in which a call stands, itself or by a function of the program making a thing."""
    awaited = program.units[site.file].body(site.scope).calls[site.call][4] & AWAITED
    if made == site:
        fits = {"with": not awaited, "async with": True, "async with await": awaited}
        return f"{by} {{}}" if fits.get(by) else ""
    callees = [o for o in program.evaluator.calls.callees(site) if isinstance(o, Fn)]
    is_coroutine = any(program.units[o.file].header(o.scope).flags & ASYNC for o in callees)
    begun = program.units[made.file].body(made.scope).calls[made.call][4] & AWAITED
    match by:
        case "with" if awaited == is_coroutine * AWAITED:
            return "with await {}" if awaited else "with {}"
        case "async with" if not begun and (awaited or not is_coroutine):
            return "async with await {}" if is_coroutine else "async with {}"
        case "async with await" if awaited and (begun or not is_coroutine):
            return "async with await {}"
    return ""


def _is_async(program: Program, match: Match) -> bool:
    header = program.units[match.file].header(match.scope)
    return header.kind == FUNCTION and bool(header.flags & ASYNC)
