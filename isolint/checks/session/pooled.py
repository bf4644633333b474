"""Pooled: is a state of a connection set with request data, and kept when the connection returns to its pool?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.checks.brought import Brought, brought, carried, matched
from isolint.checks.match import Match
from isolint.checks.session.statements import RIGHTS, Statement, statements
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.regions import inside
from isolint.program.flow.requests import Sources
from isolint.program.flow.restoring import Change
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Site

OWN: Final = re.compile(r"[\w.]+\.(?:connect|create_connection|Connection)\(\)")  # opened for this use, in no pool


@dataclass(frozen=True, slots=True)
class Pooled:
    """Statements given to one of `methods`, and calls of kind `state`, that nobody sets back in any case.

    A program that mentions one of `unpooled` keeps no connections; one of `hooks` runs for every request, and what is
    added to something of kind `hook` for every connection that is handed out.
    """

    state: str
    hook: str
    methods: tuple[str, ...]
    unpooled: tuple[str, ...]
    hooks: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each state and function."""
        unpooled = program.evaluator.surface.mentioning(*self.unpooled)
        if any(program.roles[file] == "application" for file in unpooled):
            return
        application = [f for f, role in enumerate(program.roles) if role == "application"]
        methods = frozenset(self.methods)
        calls = program.vocabulary.lasts(self.state)
        hooks = frozenset(m for row in program.vocabulary.kinds.get(self.hook, ()) for m in row.methods)
        ended: set[str] | None = None
        for file in program.asked:
            mentions = program.units[file].interface.mentions
            if program.roles[file] != "application" or mentions.isdisjoint(methods | calls | {"set_config"}):
                continue
            for scope, header in enumerate(program.units[file].interface.scopes):
                if header[0] != FUNCTION or (header[5] and self._listens(program, file, scope, hooks)):
                    continue
                for match, name in self._function(program, file, scope, methods):
                    ended = self._ended(program, application, methods) if ended is None else ended
                    if name not in ended and "" not in ended:
                        yield match
                if not mentions.isdisjoint(calls):
                    yield from self._called(program, file, scope, calls)

    def _listens(self, program: Program, file: int, scope: int, hooks: frozenset[str]) -> bool:
        """Whether the pool itself calls a function, whenever it hands out a connection."""
        header = program.units[file].header(scope)
        calls = program.units[file].body(header.parent).calls
        return any(last_name(calls[d][0] if type(d) is int else d) in hooks for d in header.decorators)

    def _function(
        self, program: Program, file: int, scope: int, methods: frozenset[str]
    ) -> Iterator[tuple[Match, str]]:
        """Statements of a function that set a state, with its name."""
        body = program.units[file].body(scope)
        every = list(statements(program, file, scope, methods))
        seen: set[str] = set()
        for one in every:
            if not one.name or one.ends or one.name in seen or self._opened(program, Site(file, scope, one.number)):
                continue
            position = body.calls[one.number][3]
            back = [o for o in every if o.number > one.number and o.name in ("", one.name)]
            if any(inside(body, body.calls[o.number][5], "finally") for o in back):
                continue
            found = self._brought(program, (file, scope, position), one)
            if found:
                seen.add(one.name)
                how = "sets it back only where nothing fails" if back else "never sets it back"
                place = one.name.upper() if one.name in RIGHTS else one.name
                yield matched(program, (file, scope, position), found, place, {"how": how}), one.name

    def _brought(self, program: Program, at: tuple[int, int, int], one: Statement) -> Brought | None:
        file, scope, _ = at
        text, region = one.values[0], program.units[file].body(scope).calls[one.number][5]

        def wanted(way: Way) -> bool:
            return not program.contexts.each_time(way, frozenset(self.hooks), region, file, scope)

        if type(text) is not tuple or text[0] != "=" or len(one.values) > 1:
            return brought(program, at, one.values, wanted)
        if not program.entries.all():
            return None
        role = str(text[1]).split()[-1].strip("';\"")
        return carried(program, at, Sources(frozenset(), frozenset({role}), frozenset()), wanted)

    def _opened(self, program: Program, site: Site) -> bool:
        """Whether the connection is opened by the program itself, and in no pool."""
        callee = program.units[site.file].body(site.scope).calls[site.call][0]
        origins = program.evaluator.origins(site.file, site.scope, receiver(callee))
        return any(isinstance(o, Ext) and OWN.match(o.path) for o in origins)

    def _ended(self, program: Program, files: list[int], methods: frozenset[str]) -> set[str]:
        """The states that some function only sets back, such as one that the pool calls."""
        found: set[str] = set()
        for file in files:
            if not program.units[file].interface.mentions.isdisjoint(methods):
                for scope in range(1, len(program.units[file].interface.scopes)):
                    every = list(statements(program, file, scope, methods))
                    if all(o.ends for o in every):
                        found |= {o.name for o in every}
        return found

    def _called(self, program: Program, file: int, scope: int, names: frozenset[str]) -> Iterator[Match]:
        """Calls that set a state."""
        for number, (callee, arguments, keywords, position, _, region) in enumerate(
            program.units[file].body(scope).calls
        ):
            if last_name(callee) not in names:
                continue
            callees = program.evaluator.calls.callees(Site(file, scope, number))
            row = next((r for o in callees for r in program.evaluator.meaning.rows(o, self.state)), None)
            if row is None:
                continue
            change = Change(file, scope, position, region, receiver(callee), None, callee, frozenset(row.methods))
            restored = program.restoring.of(change)
            if restored.how == "always" or program.restoring.before(change):
                continue

            def wanted(way: Way, region: int = region) -> bool:
                return not program.contexts.each_time(way, frozenset(self.hooks), region, file, scope)

            found = brought(program, (file, scope, position), (*arguments, *[v for _, v in keywords]), wanted)
            if found:
                how = "sets it back only where nothing fails" if restored.how else "never sets it back"
                yield matched(program, (file, scope, position), found, row.path, {"how": how})
                return
