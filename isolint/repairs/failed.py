"""Failed: let a test that turns itself off fail instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from isolint.change import Change, Import, Recall
from isolint.checks import Match
from isolint.facts import DISCARDED, FUNCTION, Body
from isolint.program import Program
from isolint.program.flow.regions import chain
from isolint.program.words import collect
from isolint.repairs.offer import Offer
from isolint.repairs.sites import call_at
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Failed:
    """`failing` has the name of what fails by the name of what skips; `only` are arguments that what fails has not.

    `left` are errors that tell of something else than a service: where they are handled, skipping stays.
    """

    failing: Mapping[str, str]
    only: tuple[str, ...]
    left: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """The same call of what fails, with the same words; None for markers, and where a whole file is skipped."""
        unit = program.units[match.file]
        if unit.header(match.scope).kind != FUNCTION:
            return None
        number = call_at(program, match)
        call = unit.body(match.scope).calls[number] if number >= 0 else (None,) * 6
        if type(call[0]) is not str or not call[4] & DISCARDED or any(k in self.only for k, _ in call[2]):
            return None
        head, _, name = call[0].removeprefix("$").rpartition(".")
        failing = self.failing.get(name)
        if failing is None or ".mark" in f".{head}" or self._is_left(unit.body(match.scope), call[5]):
            return None
        changes: list[Change] = [Recall(spot(match.position), f"{head}.{failing}" if head else failing)]
        if not head:
            origin = unit.header(0).bindings.get(name)
            taken = failing in unit.header(0).bindings or failing in unit.body(match.scope).names
            if type(origin) is not tuple or origin[0] != "import" or origin[1] or origin[3] != name or taken:
                return None
            changes.append(Import(origin[2], failing))
        words = {"place": call[0].removeprefix("$"), "failing": f"{head}.{failing}".removeprefix(".")}
        return Offer(tuple((unit.path, change) for change in changes), words)

    def _is_left(self, body: Body, region: int) -> bool:
        """Whether a place stands in a handler of such errors alone."""
        for number in chain(body, region):
            kind, _, value = body.regions[number]
            texts: set[str] = set()
            collect(value, texts)
            if kind == "except" and texts and texts <= set(self.left):
                return True
        return False
