"""Conversing: does one conversation, made once, go on with every user?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.checks.parts import inside
from isolint.checks.state.escaping import REASONS
from isolint.checks.state.talks import Talk, Talks, fresh
from isolint.checks.state.threads import constant_threads
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.unit import last_name
from isolint.program.values.origins import Ext, Obj


@dataclass(frozen=True, slots=True)
class Conversing:
    """Things of kind `conversation` that outlive the request, and that request code tells something.

    Things of kind `store` keep conversations by an id, which calls give under one of the keys `ids`: a constant there
    makes one conversation of all. Where no entry is known, a module that asks one of `terminals` serves one user.
    """

    conversation: str
    store: str
    ids: tuple[str, ...]
    terminals: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each conversation, and for each call that gives a constant id."""
        rows = program.vocabulary.kinds.get(self.conversation, ())
        if rows:
            talks = Talks(program, self.conversation)
            names = program.evaluator.surface.inheriting(
                frozenset(r.path.removesuffix("()").rpartition(".")[2] for r in rows)
            )
            for file in program.asked:
                here = program.spelled(file, names) if program.roles[file] == "application" else frozenset()
                if here:
                    yield from self._file(program, talks, file, here)
        stores = program.vocabulary.kinds.get(self.store, ())
        methods = frozenset(m for row in stores for m in row.methods)
        for file, scope in program.functions(methods):
            yield from self._threads(program, file, scope, methods)

    def _file(self, program: Program, talks: Talks, file: int, names: frozenset[str]) -> Iterator[Match]:
        seen: set[str] = set()
        unit = program.units[file]
        for scope in range(len(unit.interface.scopes)):
            for number, call in enumerate(unit.body(scope).calls):
                talk = talks.at(file, scope, number) if last_name(call[0]) in names else None
                if talk is None or talk.why.name in seen:
                    continue
                way = talks.used(talk)
                if way and not (way.assumed and self._at_terminal(program, {file, way.file})):
                    seen.add(talk.why.name)
                    yield _match(program, talk, way)

    def _at_terminal(self, program: Program, files: set[int]) -> bool:
        return any(program.units[f].calls_named(name) for f in files for name in self.terminals)

    def _threads(self, program: Program, file: int, scope: int, methods: frozenset[str]) -> Iterator[Match]:
        body = program.units[file].body(scope)
        for number, (callee, arguments, keywords, position, *_) in enumerate(body.calls):
            if last_name(callee) not in methods:
                continue
            values = list(inside((*arguments, *[v for _, v in keywords]), body.calls))
            told = constant_threads(program, file, scope, values, frozenset(self.ids))
            new = fresh(program, file, scope, callee)
            why = _store(program, self.store, file, scope, number) if told and not new else None
            way = reached(program, file, scope) if why else None
            if way and why:
                entry = program.title(way.file, way.scope)
                step = program.step(file, position, f"every request goes on with the conversation {told}")
                yield Match(
                    file=file, scope=scope, position=position, place=why,
                    confidence="medium" if way.assumed else "high", words={"place": f"{why}[{told}]", "entry": entry},
                    trace=(*program.trace(way), step), entries=way.entries,
                )  # fmt: skip


def reached(program: Program, file: int, scope: int) -> Way | None:
    """How requests reach a function; where no entry is known, only one that takes a user is assumed to be one."""
    way = program.way(file, scope)
    if way is not None and way.assumed and not program.requests.assumed(file, scope):
        return None
    return way


def _store(program: Program, kind: str, file: int, scope: int, number: int) -> str:
    """The name of the lasting store that a call speaks to."""
    callee = program.units[file].body(scope).calls[number][0]
    base = callee.rpartition(".")[0] if type(callee) is str else callee[1] if type(callee) is tuple else None
    for origin in program.evaluator.origins(file, scope, base):
        site = origin.site if isinstance(origin, Ext | Obj) else None
        if site is None:
            continue
        for row in program.evaluator.meaning.rows(origin, kind):
            _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
            given = [v for k, v in keywords if k in row.keywords]
            given += [arguments[row.argument]] if 0 <= row.argument < len(arguments) else []
            why = program.lifetimes.site(site) if any(v != ("=", None) for v in given) else None
            if why:
                return why.name
    return ""


def _match(program: Program, talk: Talk, way: Way) -> Match:
    site, why = talk.site, talk.why
    position = program.units[site.file].body(site.scope).calls[site.call][3]
    path, span = program.span(why.file, why.position or position)
    steps = [*program.trace(way)]
    steps.append(program.step(why.file, why.position or position, f"`{why.name}` {REASONS[why.how]}"))
    return Match(
        file=site.file, scope=site.scope, position=position, place=why.name,
        confidence="medium" if way.assumed else "high",
        words={"place": why.name, "entry": program.title(way.file, way.scope)},
        trace=tuple(steps), entries=way.entries, declared=(path, span.line),
    )  # fmt: skip
