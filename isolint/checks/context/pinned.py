"""Pinned: does a test against real services, or a fixture for many tests, say by a literal whose context it is?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.context.absence import leaves_out
from isolint.checks.context.signatures import Signatures
from isolint.checks.endings import given
from isolint.checks.match import Match
from isolint.checks.state.looked_at import LOOKS
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Const, Ext, Obj, Site
from isolint.program.words import snake, tells_of

OWN: Final = re.compile("_(user|thread|id|ids|context|contexts|precondition|preconditions)_")


@dataclass(frozen=True, slots=True)
class Pinned:
    """Things of kind `needs` or `carriers` made in a suite with a literal for a parameter of one of the `identities`.

    In tests of the areas `whole`, with a marker or in a folder of kind `real`, in fixtures that several tests share; of
    kind `needs` also in `areas`, where no `mocks` are in reach. Nothing `apart` counts, nor several users of one test
    that literals tell apart, nor what only assertions get to see.
    """

    needs: str
    carriers: str
    named: str
    identities: tuple[str, ...]
    whole: tuple[str, ...]
    areas: tuple[str, ...]
    apart: str
    real: str
    mocks: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each such call."""
        both = (self.needs, self.carriers)
        heads = [n for k in both for n in (*program.vocabulary.heads(k), *program.vocabulary.lasts(k))]
        wanted = frozenset(name.removesuffix("()") for name in heads)
        signatures = program.once(Signatures, self.needs, self.named)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, wanted) if program.roles[file] == "test" else frozenset()
            for scope in range(1, len(unit.interface.scopes)) if spelled else ():
                made = [m for m in self._made(program, signatures, file, scope, spelled) if m[1]]
                kinds = self._kinds(program, file, scope) if made else ()
                for site, told in made:
                    if not self._is(program, site, kinds) or self._told_apart(program, signatures, site, spelled):
                        continue
                    if self._used(program, site):
                        yield self._match(program, site, told)

    def _kinds(self, program: Program, file: int, scope: int) -> tuple[str, ...]:
        """What counts in a function: everything where it runs against real services or for several tests."""
        fixture = program.suites.fixture(file, scope)
        if fixture and fixture.wide:
            return (self.needs, self.carriers)
        markers = program.suites.markers(file, scope) if program.suites.is_test(file, scope) else frozenset[str]()
        areas = program.areas.of(program.units[file].path) | program.areas.marked(markers)
        real = program.vocabulary.names(self.real)
        if not real.isdisjoint((*markers, *program.units[file].folder.split("/"))):
            return (self.needs, self.carriers)
        title = snake(program.units[file].qualname(scope))
        if self.apart in areas or f"_{self.apart}_" in title or leaves_out(program, file, scope, OWN):
            return ()
        if not areas.isdisjoint(self.whole):
            return (self.needs, self.carriers)
        return () if areas.isdisjoint(self.areas) or self._mocks(program, file, scope) else (self.needs,)

    def _mocks(self, program: Program, file: int, scope: int) -> bool:
        """Whether a mock is in reach, so that the services are not real ones."""
        names = program.vocabulary.lasts(self.mocks)
        return any(
            program.evaluator.meaning.has_kind(origin, self.mocks)
            for at in program.reach.of(file, scope)
            for number, name in enumerate(program.units[at[0]].callees(at[1])) if name in names
            for origin in program.evaluator.calls.callees(Site(*at, number))
        )  # fmt: skip

    def _made(
        self, program: Program, signatures: Signatures, file: int, scope: int, spelled: frozenset[str]
    ) -> Iterator[tuple[Site, dict[str, str]]]:
        """The calls of a function that make a context, each with the identities that it is given as literals."""
        for number, name in enumerate(program.units[file].callees(scope)):
            site = Site(file, scope, number)
            if name in spelled and self._is(program, site, (self.needs, self.carriers)):
                yield site, {} if program.expected_to_fail(site) else self._literals(program, signatures, site)

    def _is(self, program: Program, site: Site, kinds: tuple[str, ...]) -> bool:
        """Whether a call makes something of one of these kinds."""
        result = program.evaluator.calls.result(*site, None)
        made = [o for o in result if isinstance(o, Obj | Ext)]
        return any(program.evaluator.meaning.has_kind(o, kind) for o in made for kind in kinds)

    def _literals(self, program: Program, signatures: Signatures, site: Site) -> dict[str, str]:
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        found = dict(keywords)
        for callee in program.evaluator.calls.callees(site):
            for slot in signatures.of(callee):
                if 0 <= slot.number < len(arguments):
                    found.setdefault(slot.name, arguments[slot.number])
        texts = {n: self._literal(program, site, v) for n, v in found.items() if n in self.identities}
        return {name: text for name, text in texts.items() if text}

    def _literal(self, program: Program, site: Site, value: Any) -> str:
        """The text that a value always is: written out, or by a name of the module."""
        if type(value) is tuple and value[:1] == ("=",):
            return value[1] if isinstance(value[1], str) else ""
        if type(value) is not str or value.startswith("$"):
            return ""
        origins = program.evaluator.origins(site.file, site.scope, value)
        texts = [o.value for o in origins if isinstance(o, Const) and isinstance(o.value, str)]
        return texts[0] if len(texts) == len(origins) == 1 else ""

    def _told_apart(self, program: Program, signatures: Signatures, site: Site, spelled: frozenset[str]) -> bool:
        """Whether the same test, or its class, makes contexts of several users and tells them apart by literals."""
        unit = program.units[site.file]
        around = site.scope
        while unit.header(unit.header(around).parent).kind == FUNCTION:
            around = unit.header(around).parent
        texts: dict[str, set[str]] = {}
        for inner in program.reach.inside(site.file, around):
            for _, told in self._made(program, signatures, site.file, inner, spelled):
                for name, text in told.items():
                    texts.setdefault(name, set()).add(text)
        return any(len(each) > 1 for each in texts.values())

    def _used(self, program: Program, site: Site) -> bool:
        """Whether the context gets further than to assertions, and the file is not about contexts."""
        unit = program.units[site.file]
        body = unit.body(site.scope)
        callee = body.calls[site.call][0]
        if tells_of(unit.path, (last_name(callee), last_name(receiver(callee)))):
            return False
        kept = [*[v for v, _ in (*body.returns, *body.yields)], *[s[3] for s in body.stores]]
        if any(contains(v, site.call) for v in kept):
            return True
        names = {n for n, v in unit.header(site.scope).bindings.items() if contains(v, site.call)}
        inner = [c for n in program.reach.inside(site.file, site.scope)[1:] for c in unit.body(n).calls]
        if any(v in names for c in inner for v in given(c) if type(v) is str):
            return True
        return any(
            contains(v, site.call)
            for c in body.calls if last_name(c[0]) not in LOOKS and not last_name(c[0]).startswith("assert")
            for v in given(c)
        )  # fmt: skip

    def _match(self, program: Program, site: Site, told: dict[str, str]) -> Match:
        unit = program.units[site.file]
        call = unit.body(site.scope).calls[site.call]
        name, text = next(iter(told.items()))
        return Match(
            file=site.file, scope=site.scope, position=call[3], place=name, confidence="medium",
            words={
                "place": name, "text": text, "entry": program.title(site.file, site.scope),
                "literals": "\n".join(told.values()),
            },
        )  # fmt: skip
