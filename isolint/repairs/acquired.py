"""Acquired: the call of a match whose result one local name holds, and what becomes of it in its block."""

from typing import Any, NamedTuple

from isolint.change import Place
from isolint.checks.endings import may_be
from isolint.checks.match import Match
from isolint.facts import AWAITED, DISCARDED, FUNCTION, Body
from isolint.program import Program
from isolint.program.flow.regions import call_of, chain, contains
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Site
from isolint.repairs.sites import call_at
from isolint.repairs.spot import spot


class Endings(NamedTuple):
    """Where something is ended: by the one statement `last` in its own block, and `early`, right before a return."""

    last: tuple[Place, ...]
    early: tuple[Place, ...]


class Acquired(NamedTuple):
    """A call by its number, and the name that is bound to what it gives."""

    site: Site
    name: str
    body: Body

    @property
    def at(self) -> Place:
        """Where the call stands."""
        return spot(self.body.calls[self.site.call][3])

    @property
    def region(self) -> int:
        """The region that it stands in."""
        return int(self.body.calls[self.site.call][5])

    @property
    def awaited(self) -> bool:
        """Whether the call is awaited."""
        return bool(self.body.calls[self.site.call][4] & AWAITED)

    def uses(self) -> list[Any]:
        """The calls of methods of what the name holds."""
        return [c for c in self.body.calls[self.site.call + 1 :] if may_be(receiver(c[0]), self.site.call)]

    def ends(self, methods: frozenset[str]) -> list[Any]:
        """The calls of one of `methods` on what the name holds."""
        return [c for c in self.uses() if last_name(c[0]) in methods]

    def endings(self, methods: frozenset[str]) -> Endings | None:
        """The statements that end it by one of `methods`, None where these are not so simple."""
        last: list[Place] = []
        early: list[Place] = []
        for _, arguments, keywords, position, flags, region in self.ends(methods):
            if arguments or keywords or not flags & DISCARDED:
                return None
            if region != self.region and not _leaves_at_once(self.body, position, region):
                return None
            (last if region == self.region else early).append(spot(position))
        return Endings(tuple(last), tuple(early)) if len(last) < 2 else None  # noqa: PLR2004  # ended twice


def acquired(program: Program, match: Match) -> Acquired | None:
    """The call of a match, where one name holds its result, for good, and nothing has it behind its block."""
    number = call_at(program, match)
    body = program.units[match.file].body(match.scope)
    if number < 0 or program.units[match.file].header(match.scope).kind != FUNCTION:
        return None
    holds = [row for row in body.bound if call_of(row[1]) == number]
    if len(holds) != 1:
        return None
    (name, _, position, region), here = holds[0], body.calls[number][5]
    again = any(
        row[0] == name and row[2] > position and (here == 0 or here in chain(body, row[3])) for row in body.bound
    )
    thing = Acquired(Site(match.file, match.scope, number), name, body)
    return None if again or region != here or _leaves(program, thing) else thing


def _leaves(program: Program, thing: Acquired) -> bool:
    """Whether what is made is used behind its block, or by what may go on when the block has ended."""
    body, number = thing.body, thing.site.call
    used = [(c[5], n) for n, c in enumerate(body.calls) if _uses(c, number)]
    turns = [region for _, value, _, region in body.turns if contains(value, number)]
    if thing.region and any(thing.region not in chain(body, r) for r in (*[r for r, _ in used], *turns)):
        return True
    if thing.region and _is_collected(body, number):
        return True
    given = {number, *[n for _, n in used]}
    return any(
        any(contains(v, each) for each in given for v in (*call[1], *[v for _, v in call[2]]))
        and _spawns(program, Site(*thing.site[:2], n))
        for n, call in enumerate(body.calls) if n > number
    )  # fmt: skip


def _is_collected(body: Body, number: int) -> bool:
    """Whether it, or what it is given to, is put into something that may be there when the block has ended."""
    holding = {number}
    for n, (callee, arguments, keywords, _, flags, _) in enumerate(body.calls[number + 1 :], number + 1):
        if any(contains(v, each) for each in holding for v in (*arguments, *[v for _, v in keywords])):
            own = any(contains(receiver(callee), each) for each in holding)
            if flags & DISCARDED and not flags & AWAITED and receiver(callee) is not None and not own:
                return True
            holding.add(n)
    return any(contains(s[3], each) for s in body.stores for each in holding)


def _leaves_at_once(body: Body, position: int, region: int) -> bool:
    """Whether nothing comes between a place and the end of the function."""
    turns = [p for kind, _, p, r in body.turns if kind in {"return", "raise"} and r == region and p > position]
    later = (*[c[3] for c in body.calls], *[s[4] for s in body.stores])
    return bool(turns) and not any(position < each < min(turns) for each in later)


def _uses(call: tuple[Any, ...], number: int) -> bool:
    return any(contains(v, number) for v in (call[0], *call[1], *[v for _, v in call[2]]))


def _spawns(program: Program, site: Site) -> bool:
    evaluator = program.evaluator
    rows = [r for o in evaluator.calls.callees(site) for r in evaluator.meaning.rows(o, "spawner")]
    return any(row.runs != "together" for row in rows)
