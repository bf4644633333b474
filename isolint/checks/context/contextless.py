"""Contextless: is what makes something for one user called without saying for whom?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.context.absence import leaves_out
from isolint.checks.context.signatures import NONE, Signatures, Slot
from isolint.checks.endings import may_be
from isolint.checks.match import Match
from isolint.facts import CLASS, FUNCTION
from isolint.finding import Step
from isolint.program import Program
from isolint.program.flow.regions import call_of
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Const, Ext, Fn, Site
from isolint.program.words import snake

DISPLAYS = frozenset({"list", "dict", "tuple", "set"})
WORKING = frozenset({"run", "arun", "execute", "process", "handle", "invoke", "ainvoke", "dispatch", "serve"})


@dataclass(frozen=True, slots=True)
class Contextless:
    """Calls in request code or a suite of what is of kind `makes`, and takes something of kind `needs`, that give none.

    `named` is the kind of the names that speak of it; what is of kind `instead` does not count, though it is given.
    """

    makes: str
    needs: str
    named: str
    instead: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call."""
        wanted = program.named_classes(self.makes)
        signatures = program.once(Signatures, self.needs, self.named)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, wanted) if program.roles[file] != "script" else frozenset()
            for scope in range(program.entries.first(file), len(unit.interface.scopes)) if spelled else ():
                if unit.interface.scopes[scope][0] == CLASS:
                    continue
                for number, name in enumerate(unit.callees(scope)):
                    if name in spelled:
                        yield from self._called(program, signatures, Site(file, scope, number))

    def _called(self, program: Program, signatures: Signatures, site: Site) -> Iterator[Match]:
        for origin in program.evaluator.calls.callees(site):
            if not isinstance(origin, Cls | Fn | Ext):
                continue
            rows = program.evaluator.meaning.rows(origin, self.makes)
            if not rows:
                continue
            parameter = ""
            if isinstance(origin, Ext):
                parameter = self._told(program, site) if any(r.path[:2] != "*." for r in rows) else ""
            elif origin.file != site.file and program.roles[origin.file] == "application":
                slots = [s for s in signatures.of(origin) if signatures.takes(s)]
                if isinstance(origin, Cls) and self._told_each_time(program, signatures, origin):
                    return
                lacking = [s for s in slots if self._lacks(program, signatures, site, s)]
                parameter = f"as `{lacking[0].name}` " if lacking and len(lacking) == len(slots) else ""
            if parameter and not self._elsewhere(program, signatures, site):
                yield from self._match(program, signatures, site, origin, parameter)
            return

    def _told(self, program: Program, site: Site) -> str:
        """Of what no file of the program defines the vocabulary says that it takes a context, and not as what."""
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        unknown = any(type(a) is tuple and a and a[0] == "*" for a in arguments) or any(not k for k, _ in keywords)
        return "" if unknown else " "

    def _told_each_time(self, program: Program, signatures: Signatures, cls: Cls) -> bool:
        """Whether the methods that let an object work demand a context themselves, so that it needs none before."""
        for base in (b for b in program.evaluator.members.mro(cls) if isinstance(b, Cls)):
            for method in program.evaluator.members.methods(base):
                name = program.units[base.file].header(method).name
                if WORKING & set(snake(name).split("_")) and name[0] != "_":
                    slots = signatures.of(Fn(base.file, method, None))
                    if any(s.default == () and signatures.takes(s) for s in slots):
                        return True
        return False

    def _lacks(self, program: Program, signatures: Signatures, site: Site, slot: Slot) -> bool:
        """Whether a call gives nothing for a parameter, None, or something else in its place."""
        value = signatures.value(site, slot)
        if value == ():
            return bool(slot.default == NONE)
        if value is None or value == NONE:
            return bool(value == NONE)
        if type(value) is tuple and value and value[0] in DISPLAYS:
            return True
        given = program.evaluator.origins(site.file, site.scope, value)
        return bool(given) and all(
            isinstance(o, Const) or any(program.evaluator.meaning.has_kind(o, k) for k in (self.instead, "container"))
            for o in given
        )

    def _elsewhere(self, program: Program, signatures: Signatures, site: Site) -> bool:
        """Whether the context is given another way: as another argument, or to what is made, right after."""
        body = program.units[site.file].body(site.scope)
        _, arguments, keywords, *_ = body.calls[site.call]
        values = [*arguments, *[v for _, v in keywords]]
        if any(signatures.is_context(site.file, site.scope, v) for v in values):
            return True
        names = {str(s[2]) for s in body.stores if s[0] == "attr" and may_be(s[3], site.call)}
        for kind, base, key, _, _, _ in body.stores:
            set_here = call_of(base) == site.call or last_name(base) in names
            if kind == "attr" and set_here and signatures.speaks(str(key)):
                return True
        for callee, given, named, *_ in body.calls:
            base = receiver(callee)
            if call_of(base) != site.call and last_name(base) not in names:
                continue
            told = [*given, *[v for _, v in named]]
            if "_context_" in snake(last_name(callee)) or any(
                signatures.is_context(site.file, site.scope, v) for v in told
            ):
                return True
        return bool(names) and self._set_later(program, signatures, site.file, names)

    def _set_later(self, program: Program, signatures: Signatures, file: int, names: set[str]) -> bool:
        """Whether another function of the file sets the context of what is kept in an attribute."""
        unit = program.units[file]
        for scope in range(1, len(unit.interface.scopes)):
            for kind, base, key, _, _, _ in unit.body(scope).stores:
                if kind == "attr" and last_name(base) in names and signatures.speaks(str(key)):
                    return True
        return False

    def _inside(self, program: Program, file: int, scope: int) -> bool:
        """Whether a call stands in what is of kind `makes` itself: in such a function, or in such a factory."""
        unit = program.units[file]
        rows = program.vocabulary.kinds.get(self.makes, ())
        factories = {r.path.replace("()", "").split(".")[-2] for r in rows if r.path.count(".") > 1}
        at = scope
        while at > 0:
            header = unit.header(at)
            if header.kind == FUNCTION:
                if program.evaluator.meaning.has_kind(Fn(file, at, None), self.makes):
                    return True
            elif header.name in factories:
                return True
            at = header.parent
        return False

    def _match(
        self, program: Program, signatures: Signatures, site: Site, origin: Cls | Fn | Ext, parameter: str
    ) -> Iterator[Match]:
        file, scope = site.file, site.scope
        way = None
        if program.roles[file] == "application":
            way = None if self._inside(program, file, scope) else program.way(file, scope)
            if way is None or (way.assumed and not program.requests.assumed(file, scope)):
                return
        elif program.expected_to_fail(site) or leaves_out(program, file, scope, signatures.words):
            return  # a test of the missing context
        name = last_name(program.units[file].body(scope).calls[site.call][0])
        entry = program.title(way.file, way.scope) if way else program.title(file, scope)
        defined = () if isinstance(origin, Ext) else (self._defined(program, origin, name),)
        yield Match(
            file=file, scope=scope, position=program.units[file].body(scope).calls[site.call][3], place=name,
            confidence="medium", trace=program.trace(way) if way else (), related=defined,
            entries=way.entries if way else 0,
            words={"place": name, "parameter": parameter.lstrip(), "entry": entry},
        )  # fmt: skip

    def _defined(self, program: Program, origin: Cls | Fn, name: str) -> Step:
        position = program.units[origin.file].header(origin.scope).position
        return program.step(origin.file, position, f"`{name}` is defined here")
