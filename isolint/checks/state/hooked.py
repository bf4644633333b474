"""Hooked: is one user's filter, handler or receiver added to what calls it for everybody?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.brought import carried, matched
from isolint.checks.match import Match
from isolint.facts import CLASS
from isolint.program import Program
from isolint.program.flow.requests import Sources
from isolint.program.flow.restoring import Change
from isolint.program.unit import last_name, receiver
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class Hooked:
    """Things of kind `hook` that outlive the request: they are given what knows request data, and not rid of it."""

    hook: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call."""
        names = frozenset(m for row in program.vocabulary.kinds.get(self.hook, ()) for m in row.methods)
        for file, scope in program.functions(names):
            yield from self._function(program, file, scope, names)

    def _function(self, program: Program, file: int, scope: int, names: frozenset[str]) -> Iterator[Match]:
        for callee, arguments, keywords, position, _, region in program.units[file].body(scope).calls:
            held = receiver(callee)
            if held is None or last_name(callee) not in names:
                continue
            row = self._row(program, file, scope, held, last_name(callee))
            if row is None:
                continue
            base = held if row.argument < 0 else next(iter(arguments[row.argument :]), None)
            if row.instance != "application" and not self._lasts(program, file, scope, base):
                continue
            change = Change(file, scope, position, region, held, None, None, frozenset(row.keywords))
            if program.restoring.of(change).how == "always":
                continue
            given = tuple(v for v in (*arguments, *[v for _, v in keywords]) if v != base)
            sources = _known(program, file, scope, given)
            found = carried(program, (file, scope, position), sources)
            if found:
                place = base.lstrip("$") if type(base) is str else row.path
                yield matched(program, (file, scope, position), found, place, {})

    def _row(self, program: Program, file: int, scope: int, base: Any, name: str) -> Row | None:
        origins = program.evaluator.origins(file, scope, base)
        rows = (row for o in origins for row in program.evaluator.meaning.rows(o, self.hook))
        return next((row for row in rows if name in row.methods), None)

    def _lasts(self, program: Program, file: int, scope: int, base: Any) -> bool:
        """Whether something outlives the request, and is not just being made."""
        places = program.places.of(file, scope, base)
        if any(p.site is not None and p.site[:2] == (file, scope) for p in places):
            return False
        return any(program.keepers.of(p, None) for p in places)


def _known(program: Program, file: int, scope: int, values: tuple[Any, ...]) -> Sources:
    """What values know of the request: what they are made of, and what a function among them takes from around it."""
    found = [program.requests.of(file, scope, *values)]
    unit = program.units[file]
    for value in values:
        match value:
            case ("def", int(inner)) if inner and unit.header(inner).kind != CLASS:
                body = unit.body(inner)
                parts = [p for c in body.calls for p in (c[0], *c[1], *[v for _, v in c[2]])]
                parts += [v for v, _ in body.returns] + [s[3] for s in body.stores]
                names = {name for part in parts for name in _roots(part)}
                header = unit.header(scope)
                taken = [f"${row[0]}" for row in header.params if row[0] in names]
                taken += [v for name, v in header.bindings.items() if name in names and v != value]
                found.append(program.requests.of(file, scope, *taken))
    return Sources(
        frozenset(p for f in found for p in f.params),
        frozenset(o for f in found for o in f.own),
        frozenset(p for f in found for p in f.people),
    )


def _roots(value: Any) -> Iterator[str]:
    """The free names that a value hangs on."""
    if type(value) is str:
        yield value.partition(".")[0]
    elif type(value) is tuple and value and value[0] not in ("=", "import", "def"):
        for part in value[1:]:
            yield from _roots(part)
