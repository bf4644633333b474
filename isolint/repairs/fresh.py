"""Fresh: a fresh id in the place of a literal one, where nothing else in reach speaks of the literal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.change import Change, Import, Reword
from isolint.checks import Match
from isolint.facts import FUNCTION, MODULE
from isolint.program import Program
from isolint.program.flow.regions import loops
from isolint.program.unit import Unit
from isolint.repairs.naming import hidden
from isolint.repairs.offer import Offer
from isolint.repairs.sites import call_at
from isolint.repairs.spot import spot

MOST: Final = 40
PLAIN: Final = re.compile(r"[A-Za-z0-9_.:-]+")
COUNTED: Final = re.compile(r"(?<=[A-Za-z])[-_.:]*[0-9]+$")
HEXADECIMAL: Final = re.compile(r"[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Fresh:
    """The literals that a match has, a line each, as its word `literals`; `function` of `module` makes fresh ids."""

    module: str
    function: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """Nothing for a literal that has a name, or that is said anywhere else."""
        unit = program.units[match.file]
        number = call_at(program, match)
        made = self._maker(unit, match.scope)
        texts = match.words["literals"].split("\n")
        if number < 0 or made is None or len({*texts}) < len(texts):
            return None
        call = unit.body(match.scope).calls[number]
        if loops(unit.body(match.scope), call[5]):
            return None  # one after the other, which may be meant for the same user
        values = [*call[1], *[v for _, v in call[2]]]
        at = spot(match.position)
        changes: list[tuple[str, Change]] = []
        for text in texts:
            word = self._fresh(text, made[0])
            said = _said(program, match.file, match.scope, text)
            if not word or ("=", text) not in values or said > 1 or self._looked_for(program, match, text):
                return None
            changes.append((unit.path, Reword(at, repr(text), word)))
        changes += [(unit.path, each) for each in made[1]]
        return Offer(tuple(changes), {"text": texts[0]})

    def _maker(self, unit: Unit, scope: int) -> tuple[str, tuple[Import, ...]] | None:
        """The expression for a fresh id in this file, and the import that it needs; None where names are taken."""
        bindings = unit.header(MODULE).bindings
        for name, value in bindings.items():
            if value == ("import", 0, self.module, self.function) and not hidden(unit, scope, name):
                return f"{name}()", ()
        if hidden(unit, scope, self.module) or bindings.get(self.module, self._whole) != self._whole:
            return None
        needed = () if self.module in bindings else (Import(self.module),)
        return f"{self.module}.{self.function}()", needed

    def _looked_for(self, program: Program, match: Match, text: str) -> bool:
        """Whether another file of those that speak of this fixture has the literal; many files nobody looks through."""
        fixture = program.suites.fixture(match.file, match.scope)
        if fixture is None:
            return False
        mentions = [n for n, unit in enumerate(program.units) if fixture.name in unit.interface.mentions]
        if len(mentions) > MOST:
            return True
        return any(
            text in each
            for file in mentions if file != match.file
            for scope in range(len(program.units[file].interface.scopes))
            for each in _strings(program.units[file].body(scope))
        )  # fmt: skip

    @property
    def _whole(self) -> Any:
        return ("import", 0, self.module, None)

    def _fresh(self, text: str, made: str) -> str:
        """An id with what of the literal says something."""
        if HEXADECIMAL.fullmatch(text) or text.isdigit():
            return f"str({made})"
        if not PLAIN.fullmatch(text):
            return ""
        prefix = COUNTED.sub("", text)
        joint = "_" if "_" in text and "-" not in text else "-"
        return f'f"{prefix}{joint}{{{made}}}"'


def _said(program: Program, file: int, scope: int, text: str) -> int:
    """How often the test, the class, or else the file, has a string with this text in it."""
    unit = program.units[file]
    around = scope
    while unit.header(around).parent > 0:
        around = unit.header(around).parent
    if unit.header(around).kind == FUNCTION and not program.suites.is_test(file, around):
        around = MODULE  # what it makes others look at
    found = 0
    for inner in range(around, len(unit.interface.scopes)):
        if _within(unit, inner, around):
            header = unit.header(inner)
            calls = unit.body(header.parent).calls if header.parent >= 0 else ()
            decorators = tuple(calls[d] for d in header.decorators if type(d) is int)
            found += sum(text in each for each in _strings((unit.body(inner), header.params, decorators)))
    return found


def _within(unit: Unit, scope: int, around: int) -> bool:
    while scope > around:
        scope = unit.header(scope).parent
    return scope == around


def _strings(value: Any) -> Iterator[str]:
    """The constants in a value that are strings."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if type(each) is tuple and len(each) == 2 and each[0] == "=" and isinstance(each[1], str):  # noqa: PLR2004
            yield each[1]
        elif isinstance(each, tuple):
            waiting.extend(each)
