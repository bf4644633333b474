"""Renewed: begin each test with state of its own, where tests of one file change what the next one finds."""

from dataclasses import dataclass
from typing import Any, Final

from isolint.change import Change, Import, Insert
from isolint.checks import Match
from isolint.facts import CLASS, MODULE
from isolint.program import Program
from isolint.program.values.origins import Cls
from isolint.repairs.offer import Offer
from isolint.repairs.prepared import hook_of
from isolint.repairs.referred import said
from isolint.repairs.spot import spot

EMPTY: Final = {"list": "[]", "dict": "{}"}


@dataclass(frozen=True, slots=True)
class Renewed:
    """An empty list or dict is emptied by an automatic fixture of the module; that of a class is set in its hook.

    `fixture` is the decorator of a fixture that runs by itself, of the module `module`; `word` begins its name.
    """

    module: str
    fixture: str
    word: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """None for what is not empty at first, for what other files use, and where the class has no hook that runs."""
        unit = program.units[match.file]
        name = match.place.rpartition(".")[2]
        kind = _empty(unit.header(match.scope).bindings.get(name))
        if not kind or any(step.path != unit.path for step in match.related):
            return None
        if unit.header(match.scope).kind == CLASS:
            return self._of_class(program, match, name, EMPTY[kind])
        return self._of_module(program, match, name) if match.scope == MODULE else None

    def _of_class(self, program: Program, match: Match, name: str, text: str) -> Offer | None:
        unit = program.units[match.file]
        scope = hook_of(program, Cls(match.file, match.scope))
        title = unit.header(match.scope).name
        every = range(len(unit.interface.scopes))
        if scope is None or any(_speaks(v, f"{title}.{name}") for s in every for v in said(unit.body(s))):
            return None
        header = unit.header(scope)
        change = Insert(spot(header.position), f"self.{name} = {text}", "begin")
        return Offer(((unit.path, change),), {"place": match.place, "how": f"in `{header.name}`"})

    def _of_module(self, program: Program, match: Match, name: str) -> Offer | None:
        unit, suites = program.units[match.file], program.suites
        bindings, made = unit.header(0).bindings, f"{self.word}_{name.strip('_').lower()}"
        if bindings.get(self.module, ("import", 0, self.module, None)) != ("import", 0, self.module, None):
            return None
        if made in bindings or unit.header(0).places.get(name) != match.position:
            return None
        tests = suites.tests(match.file)
        if any(unit.owner(t) >= 0 and suites.classes.rows(Cls(match.file, unit.owner(t))) for t in tests):
            return None
        if not tests or _is_filled(program, match.file, name):
            return None
        code = f"@{self.module}.{self.fixture}\ndef {made}():\n    {name}.clear()"
        changes: tuple[Change, ...] = (Import(self.module), Insert(spot(match.position), code, "after"))
        return Offer(tuple((unit.path, change) for change in changes), {"place": match.place, "how": "in a fixture"})


def _empty(value: Any) -> str:
    """The kind of container that is written out and empty."""
    while type(value) is tuple and value and value[0] == ":":
        value = value[1]
    return value[0] if type(value) is tuple and len(value) == 1 and value[0] in EMPTY else ""


def _is_filled(program: Program, file: int, name: str) -> bool:
    """Whether the file itself, a hook or a fixture speaks of a global: what they put there is meant to be found."""
    parts = program.suites.parts(file)
    early = [0, *[scope for scope, part in parts.items() if part != "test"]]
    unit = program.units[file]
    return any(_speaks(value, name) for scope in early for value in said(unit.body(scope)))


def _speaks(value: Any, path: str) -> bool:
    if type(value) is str:
        return value == path or value.startswith(f"{path}.")
    return type(value) is tuple and any(_speaks(v, path) for v in value)
