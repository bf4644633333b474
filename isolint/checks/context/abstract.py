"""Abstract: is a class made that leaves abstract methods unimplemented?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match
from isolint.facts import CLASS, LAMBDA
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Origin, Site

PATCHED: Final = "__abstractmethods__"
ERRORS: Final = frozenset({"TypeError", "Exception", "BaseException"})


@dataclass(frozen=True, slots=True)
class Abstract:
    """Constructions of abstract classes, which Python refuses where `roots` or `metaclasses` are among the bases.

    `marks` are the decorators of abstract methods; `plain` are bases outside of the program, and `decorators` those of
    classes, that implement nothing.
    """

    roots: tuple[str, ...]
    metaclasses: tuple[str, ...]
    marks: tuple[str, ...]
    plain: tuple[str, ...]
    decorators: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each construction."""
        names = program.once(_names, self.marks)
        known: dict[Cls, tuple[str, ...]] = {}
        filled: dict[Cls, str] = {}
        for file in program.asked if names else ():
            spelled = program.spelled(file, names)
            if not spelled:
                continue
            unit = program.units[file]
            for site in _sites(program, file, spelled):
                origins = program.evaluator.calls.callees(site)
                if len(origins) != 1 or not isinstance(origins[0], Cls):
                    continue
                cls = origins[0]
                if cls not in known:
                    known[cls] = self._missing(program, cls)
                missing = known[cls]
                if missing and not self._expected(program, site):
                    if cls not in filled:
                        filled[cls] = " ".join(self._implementers(program, cls))
                    call = unit.body(site.scope).calls[site.call]
                    yield self._match(program, site, call[3], cls, missing, filled[cls])

    def _implementers(self, program: Program, cls: Cls) -> Iterator[str]:
        """The symbols of the subclasses that can be made, as far as that is known."""
        for below in program.evaluator.members.below(cls):
            if not self._missing(program, below) and not self._special(program, below):
                order = program.evaluator.members.mro(below)
                if all(isinstance(b, Cls) or b.path in self.roots or b.path in self.plain for b in order):
                    yield program.symbol(below.file, below.scope)

    def _missing(self, program: Program, cls: Cls) -> tuple[str, ...]:
        """The abstract methods that nothing implements, where Python would refuse to make the class."""
        order = program.evaluator.members.mro(cls)
        classes = [o for o in order if isinstance(o, Cls)]
        if not self._refused(program, order) or any(self._special(program, c) for c in classes):
            return ()
        abstract: dict[str, list[Cls]] = {}
        for each in classes:
            for name, value in program.units[each.file].header(each.scope).bindings.items():
                if self._is_abstract(program, each.file, value):
                    abstract.setdefault(name, []).append(each)
        missing = []
        for name, owners in abstract.items():
            others = [c for c in classes if c not in owners and name in _bound(program, c)]
            above = {b for owner in owners for b in program.evaluator.members.mro(owner)[1:]}
            if all(c in above for c in others) and not self._set_later(program, classes, name):
                missing.append(name)
        return tuple(missing)

    def _refused(self, program: Program, order: tuple[Origin, ...]) -> bool:
        """Whether the metaclass is the one that refuses, and no base may implement what is missing."""
        refused = False
        for base in order:
            if isinstance(base, Ext):
                if base.path not in self.roots and base.path not in self.plain:
                    return False
                refused = refused or base.path in self.roots
            elif isinstance(base, Cls):
                header = program.units[base.file].header(base.scope)
                unknown = False
                for value in header.bases:
                    if type(value) is tuple and value[:2] == ("=", "metaclass"):
                        metas = program.evaluator.origins(base.file, header.parent, value[2])
                        if not metas or any(not isinstance(m, Ext) or m.path not in self.metaclasses for m in metas):
                            return False
                        refused = True
                    elif type(value) is not tuple or value[0] != "=":
                        plain = value[1] if type(value) is tuple and value[0] == "[]" else value
                        unknown = unknown or len(program.evaluator.origins(base.file, header.parent, plain)) != 1
                if unknown:
                    return False
        return refused

    def _special(self, program: Program, cls: Cls) -> bool:
        """Whether a class decides by itself what is made, or is changed by what nobody knows."""
        unit = program.units[cls.file]
        header = unit.header(cls.scope)
        around = unit.header(header.parent).bindings if header.parent >= 0 else {}
        if "__new__" in header.bindings or around.get(header.name) != ("def", cls.scope) or header.kind != CLASS:
            return True
        if PATCHED in unit.interface.mentions:
            return True
        for decorator in header.decorators:
            path = unit.body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            origins = program.evaluator.origins(cls.file, header.parent, path)
            if not origins or any(not isinstance(o, Ext) or o.path not in self.decorators for o in origins):
                return True
        return False

    def _is_abstract(self, program: Program, file: int, value: Any) -> bool:
        if type(value) is not tuple or value[0] != "def":
            return False
        header = program.units[file].header(value[1])
        marks = {m.rpartition(".")[2] for m in self.marks}
        for decorator in header.decorators:
            if last_name(decorator) in marks:
                origins = program.evaluator.origins(file, header.parent, decorator)
                return any(isinstance(o, Ext) and o.path in self.marks for o in origins)
        return False

    def _set_later(self, program: Program, classes: list[Cls], name: str) -> bool:
        """Whether some file sets the method on the class."""
        names = {program.units[c.file].header(c.scope).name for c in classes}
        for _, unit in program.speaking(name):
            if not names.isdisjoint(unit.interface.mentions):
                for scope in range(len(unit.interface.scopes)):
                    for kind, base, key, *_ in unit.body(scope).stores:
                        if kind == "attr" and key == name and last_name(base) in names | {"cls"}:
                            return True
        return False

    def _expected(self, program: Program, site: Site) -> bool:
        """Whether the error is what the code is after, or a test takes the mark away."""
        unit = program.units[site.file]
        if program.expected_to_fail(site) or unit.header(site.scope).flags & LAMBDA:
            return True
        if PATCHED in unit.interface.mentions:
            return True
        body = unit.body(site.scope)
        region = body.calls[site.call][5]
        tries = set()
        while region:
            kind, region, _ = body.regions[region]
            if kind == "try":
                tries.add(region)
        caught = [v for kind, parent, v in body.regions if kind == "except" and parent in tries]
        if any(v is None or ERRORS & set(_last_names(v)) for v in caught):
            return True
        decorators = unit.header(site.scope).decorators
        around = unit.body(max(unit.header(site.scope).parent, 0)).calls
        calls = [*body.calls, *[around[d] for d in decorators if type(d) is int and d < len(around)]]
        return any(_speaks(v) for c in calls for v in (*c[1], *[("=", k) for k, _ in c[2]]))

    def _match(  # what a match is made of
        self, program: Program, site: Site, position: int, cls: Cls, missing: tuple[str, ...], implementers: str
    ) -> Match:
        header = program.units[cls.file].header(cls.scope)
        lacks = ", ".join(f"`{n}`" for n in missing[:3]) + (" and others" if len(missing) > 3 else "")  # noqa: PLR2004
        return Match(
            file=site.file, scope=site.scope, position=position, place=program.symbol(cls.file, cls.scope),
            words={"class": header.name, "missing": lacks, "implementers": implementers},
            related=(program.step(cls.file, header.position, f"`{header.name}` does not implement {lacks}"),),
        )  # fmt: skip


def _sites(program: Program, file: int, spelled: frozenset[str]) -> Iterator[Site]:
    unit = program.units[file]
    for scope in range(len(unit.interface.scopes)):
        yield from (Site(file, scope, n) for n, name in enumerate(unit.callees(scope)) if name in spelled)


def _bound(program: Program, cls: Cls) -> dict[str, Any]:
    return program.units[cls.file].header(cls.scope).bindings


def _last_names(value: Any) -> list[str]:
    return [last_name(v) for v in value[1:]] if type(value) is tuple and value[0] == "tuple" else [last_name(value)]


def _speaks(value: Any) -> bool:
    """Whether a value is a text about the list of abstract methods, such as what `patch` is given."""
    return type(value) is tuple and value[:1] == ("=",) and isinstance(value[1], str) and PATCHED in value[1]


def _names(program: Program, told: tuple[str, ...]) -> frozenset[str]:
    """The names of classes that may be abstract: of those with methods so marked, and of their subclasses."""
    marks = {m.rpartition(".")[2] for m in told}
    found = set()
    for _, unit in program.speaking(*marks):
        scopes = unit.interface.scopes
        for plain in scopes:
            if plain[2] > 0 and scopes[plain[2]][0] == CLASS and any(last_name(d) in marks for d in plain[5]):
                found.add(scopes[plain[2]][1])
    return program.evaluator.surface.inheriting(frozenset(found)) if found else frozenset()
