"""Impersonal: is what gives one user's manager or dispatcher asked for it without saying for whom?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.context.absence import leaves_out
from isolint.checks.context.signatures import NONE, Signatures, Slot
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.flow.regions import call_of
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Const, Ext, Fn, Site, known
from isolint.program.words import snake, tells_of

SPEAKING = frozenset({"context", "ctx"})
FACTORY = frozenset({"staticmethod", "classmethod"})
DISPLAYS = frozenset({"list", "dict", "tuple", "set", "="})


@dataclass(frozen=True, slots=True)
class Impersonal:
    """Calls of kind `getters` that are given nothing of kind `needs`, by position or by keyword.

    `named` is the kind of the names that speak of it, `mocks` that of what may stand for anything. Silent in a program
    that has nothing of kind `needs` at all. A class counts where it, or a factory of its own, takes one.
    """

    getters: str
    needs: str
    named: str
    mocks: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call in application code and suites."""
        heads = program.vocabulary.owners(self.needs)
        if not program.evaluator.surface.mentioned(heads):
            return
        wanted = program.vocabulary.heads(self.getters) | program.vocabulary.lasts(self.getters)
        signatures = program.once(Signatures, self.needs, self.named)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, wanted) if program.roles[file] != "script" else frozenset()
            for scope in range(len(unit.interface.scopes)) if spelled else ():
                for number, name in enumerate(unit.callees(scope)):
                    site = Site(file, scope, number)
                    if name not in spelled or program.expected_to_fail(site):
                        continue
                    if program.roles[file] != "test" or not leaves_out(program, file, scope, signatures.words):
                        yield from self._called(program, signatures, site)

    def _called(self, program: Program, signatures: Signatures, site: Site) -> Iterator[Match]:
        for callee in program.evaluator.calls.callees(site):
            if not isinstance(callee, Cls | Fn | Ext) or not program.evaluator.meaning.has_kind(callee, self.getters):
                continue
            if not self._own(program, site, callee) and self._untold(program, signatures, site, callee):
                yield self._match(program, site, callee)
            return

    def _own(self, program: Program, site: Site, callee: Cls | Fn | Ext) -> bool:
        """Whether the call stands in the module of the getter or in its tests, or makes a fake."""
        unit = program.units[site.file]
        if program.roles[site.file] == "test":
            fake = not isinstance(callee, Ext) and program.roles[callee.file] == "test"
            texts = (unit.path, *([unit.qualname(site.scope)] if isinstance(callee, Fn) else []))
            return fake or any(tells_of(t, (last_name(unit.body(site.scope).calls[site.call][0]),)) for t in texts)
        _, _, keywords, *_ = unit.body(site.scope).calls[site.call]
        return not isinstance(callee, Ext) and callee.file == site.file and all(v != NONE for _, v in keywords)

    def _untold(self, program: Program, signatures: Signatures, site: Site, callee: Cls | Fn | Ext) -> bool:
        """Whether nothing that the call gives says for whom it is."""
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        if any(type(a) is tuple and a and a[0] == "*" for a in arguments) or any(not key for key, _ in keywords):
            return False
        if any(signatures.is_context(site.file, site.scope, v) for v in (*arguments, *[v for _, v in keywords])):
            return False
        slots = [s for s in signatures.of(callee) if signatures.takes(s)]
        if not slots:
            told = [*[v for k, v in keywords if signatures.speaks(k)], *(arguments if isinstance(callee, Ext) else ())]
            made = not isinstance(callee, Cls) or self._has_factory(program, signatures, callee)
            return made and not any(self._may_be(program, site, v) for v in told)
        return all(self._lacks(program, signatures, site, slot) for slot in slots)

    def _has_factory(self, program: Program, signatures: Signatures, cls: Cls) -> bool:
        """Whether a class that takes no context has a function of its own that takes one to make it."""
        unit = program.units[cls.file]
        own = [m for m in program.evaluator.members.methods(cls) if FACTORY & set(unit.header(m).decorators)]
        return any(signatures.takes(slot) for m in own for slot in signatures.of(Fn(cls.file, m, None)))

    def _lacks(self, program: Program, signatures: Signatures, site: Site, slot: Slot) -> bool:
        """Whether a parameter for a context is given nothing, or something else."""
        value = signatures.value(site, slot)
        if value in ((), NONE):
            return True
        named = slot.name in {k for k, _ in program.units[site.file].body(site.scope).calls[site.call][2]}
        return value is not None and not named and not self._may_be(program, site, value)

    def _may_be(self, program: Program, site: Site, value: Any) -> bool:
        """Whether something that is given by position can be a context."""
        if value is None:
            return True
        if type(value) is tuple and value and value[0] in DISPLAYS:
            return False
        call = call_of(value)
        name = last_name(value if call < 0 else program.units[site.file].body(site.scope).calls[call][0])
        if SPEAKING & set(snake(name).split("_")):
            return True
        origins = known(program.evaluator.origins(site.file, site.scope, value))
        paths = [program.evaluator.meaning.canonical(o) for o in origins if not isinstance(o, Const)]
        if any(SPEAKING & set(snake(path.rpartition(".")[2]).split("_")) for path in paths):
            return True
        mocks = [p for p in paths if program.evaluator.meaning.has_kind(Ext(p.removesuffix("()")), self.mocks)]
        return bool(mocks) and call >= 0

    def _match(self, program: Program, site: Site, callee: Cls | Fn | Ext) -> Match:
        unit = program.units[site.file]
        call = unit.body(site.scope).calls[site.call]
        name = last_name(call[0])
        at = (
            None if isinstance(callee, Ext) else (callee.file, program.units[callee.file].header(callee.scope).position)
        )
        return Match(
            file=site.file, scope=site.scope, position=call[3], place=name, confidence="medium",
            related=(program.step(*at, f"`{name}` is defined here"),) if at else (),
            words={"place": name, "entry": program.title(site.file, site.scope)},
        )  # fmt: skip
