"""Reset: a context variable set back, by the token that `set` gives, when the rest of its block is done."""

from dataclasses import dataclass
from typing import Any, Final

from isolint.change import Enclose, Place
from isolint.checks.match import Match
from isolint.facts import DISCARDED, Body
from isolint.program import Program
from isolint.program.flow.regions import call_of, chain, contains
from isolint.program.unit import handed, last_name, receiver
from isolint.program.values.origins import Site
from isolint.repairs.offer import Offer
from isolint.repairs.sites import call_at
from isolint.repairs.spot import spot

TOKEN: Final = "token"  # noqa: S105  # a name for a variable
_UNDOING: Final = frozenset({"reset", "set"})


@dataclass(frozen=True, slots=True)
class Reset:
    """Only where the function is all that a request or thread does, as what others set they may set for their callers.

    What one of the `hooks` sets, functions of that name or what is registered so, is for others, who come later.
    """

    hooks: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The rest of the block in a `try`; what is no context variable has no token, and is left alone."""
        number = call_at(program, match)
        body = program.units[match.file].body(match.scope)
        if number < 0 or last_name(body.calls[number][0]) != "set":
            return None
        base, (_, _, _, position, flags, region) = receiver(body.calls[number][0]), body.calls[number]
        if not _spells(program, match, base) or not self._works(program, match):
            return None
        ended = _ended(body, number, base)
        if ended is None:
            return None
        token = _free(program, match, number, base) if flags & DISCARDED else _held(body, number)
        if ended:
            change = Enclose(spot(position), last=ended)
        elif token:
            name = token if flags & DISCARDED else ""
            tail = f"{base.lstrip('$')}.reset({token})"
            change = Enclose(spot(position), tail=tail, name=name)
        else:
            return None
        follows = any(each > position and (region == 0 or region in chain(body, r)) for each, r in _events(body))
        changes = ((program.units[match.file].path, change),)
        return Offer(changes, {"place": base.lstrip("$")}) if follows else None

    def _works(self, program: Program, match: Match) -> bool:
        """Whether nothing behind the function counts on what it sets: it ends what a request or thread does."""
        way = program.ways.to(match.file, match.scope)
        if way is None or way.assumed:
            return False
        if way.calls:
            return _spawns(program, way.calls[-1])
        if way[:2] != (match.file, match.scope):
            return _handed_over(program, match)
        row, name = program.entries.row(match.file, match.scope), program.units[match.file].header(match.scope).name
        if row is None or (row.by == "signature" and name != "__call__"):
            return False
        return row.path.rpartition(".")[2] not in self.hooks and name not in self.hooks


def _spawns(program: Program, site: Site) -> bool:
    evaluator = program.evaluator
    return any(evaluator.meaning.has_kind(o, "spawner") for o in evaluator.calls.callees(site))


def _handed_over(program: Program, match: Match) -> bool:
    """Whether a nested function is given to what runs it elsewhere."""
    unit = program.units[match.file]
    around = unit.header(match.scope).parent
    given = [n for n, call in enumerate(unit.body(around).calls) if ("def", match.scope) in handed(call)]
    return any(_spawns(program, Site(match.file, around, n)) for n in given)


def _spells(program: Program, match: Match, base: Any) -> bool:
    """Whether the function can be asked for the variable by its path, and no name of its own is in the way."""
    if type(base) is not str:
        return False
    root = base.partition(".")[0]
    return root.startswith("$") or root not in program.units[match.file].body(match.scope).names


def _ended(body: Body, number: int, base: str) -> tuple[Place, ...] | None:
    """The statement that sets the variable back in the end of the block, `()` for none, None where it is not so simple.

    To set a constant is to set back, too.
    """
    found = [c for c in body.calls[number + 1 :] if last_name(c[0]) in _UNDOING and receiver(c[0]) == base]
    match found:
        case []:
            return ()
        case [(callee, (value,), (), position, flags, region)]:
            back = contains(value, number) if last_name(callee) == "reset" else type(value) is tuple and value[0] == "="
            if back and flags & DISCARDED and region == body.calls[number][5]:
                return (spot(position),)
    return None


def _held(body: Body, number: int) -> str:
    """The name that holds the token already, or nothing."""
    names = {row[0] for row in body.bound if call_of(row[1]) == number}
    name = names.pop() if len(names) == 1 else ""
    return name if [row[0] for row in body.bound].count(name) == 1 else ""


def _free(program: Program, match: Match, number: int, base: str) -> str:
    """A name for the token: plain where the function has but one, else with the variable's; empty if both are taken."""
    unit = program.units[match.file]
    body, header = unit.body(match.scope), unit.header(match.scope)
    others = [
        receiver(c[0]) for n, c in enumerate(body.calls)
        if n != number and last_name(c[0]) == "set" and len(c[1]) == 1 and c[4] & DISCARDED
    ]  # fmt: skip
    taken = {*body.names, *[row[0] for row in header.params]}
    at = match.scope
    while at >= 0:
        taken |= unit.header(at).bindings.keys()
        at = unit.header(at).parent if at else -1
    own = f"{last_name(base).lower().strip('_')}_{TOKEN}"
    if base in others:
        return ""
    wanted = (own,) if others else (TOKEN, own)
    return next((name for name in wanted if name not in taken), "")


def _events(body: Body) -> list[tuple[int, int]]:
    """What happens in a function: position and region."""
    stores = [(s[4], s[5]) for s in body.stores]
    return [*[(c[3], c[5]) for c in body.calls], *[(t[2], t[3]) for t in body.turns], *stores]
