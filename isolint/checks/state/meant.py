"""Meant: does a program tell that the objects of a class are meant to share what its body binds, or do not share it?"""

import sys
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.parts import behind, paths
from isolint.facts import FUNCTION, Body
from isolint.program import Program
from isolint.program.flow.writes import Write
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext
from isolint.program.words import snake

ITSELF: Final = frozenset({"cls", "klass", "mcs", "__class__"})
FUNCTIONS: Final = frozenset({"Callable", "Type", "type", "Awaitable", "Coroutine"})
SPECIAL: Final = frozenset({"__slots__", "__setattr__", "__getattr__", "__getattribute__", "__get__"})


@dataclass(frozen=True, slots=True)
class Meant:
    """Answers for one program; `registries` are words in names of what is meant to be shared."""

    program: Program
    registries: frozenset[str]

    def certainly(self, cls: Cls, owner: Cls, name: str, write: Write) -> bool:
        """Whether the objects have one each after all, or there is one object, or code speaks of the class's own."""
        members = self.program.evaluator.members
        line = {*members.mro(cls), *[base for heir in members.below(owner) for base in members.mro(heir)]}
        family = sorted(c for c in line if isinstance(c, Cls))
        return (
            self._declared(owner, name)
            or any(isinstance(c, Ext) and self._makes_fields(c) for c in line)
            or any(self._special(c) or name in members.attributes(c) for c in family)
            or self._registers(write, name, family)
            or self._guards(write, family)
            or self._made_once(owner)
            or self.program.once(_on_class, tuple(family), name)
        )

    def perhaps(self, cls: Cls, name: str) -> bool:
        """Whether a name says so, a base of a library's may do anything, or a method empties it."""
        line = self.program.evaluator.members.mro(cls)
        called = (name, self.program.units[cls.file].header(cls.scope).name)
        if any(not self.registries.isdisjoint(snake(each).split("_")) for each in called):
            return True
        return any(self._empties(c, name) if isinstance(c, Cls) else not _is_plain(c) for c in line)

    def _empties(self, cls: Cls, name: str) -> bool:
        unit = self.program.units[cls.file]
        return any(
            callee == f"${unit.own(method)}.{name}.clear"
            for method in self.program.evaluator.members.methods(cls) for callee, *_ in unit.body(method).calls
        )  # fmt: skip

    def _declared(self, owner: Cls, name: str) -> bool:
        """Whether the class says so of it, or is made anew by each call of a function around it."""
        unit = self.program.units[owner.file]
        header = unit.header(owner.scope)
        value = header.bindings[name]
        note = value[2] if type(value) is tuple and value[0] == ":" else None
        if last_name(note[1] if type(note) is tuple and note[0] == "[]" else note) == "ClassVar":
            return True
        at = header.parent
        while at > 0:
            if unit.header(at).kind == FUNCTION:
                return True
            at = unit.header(at).parent
        return name.isupper() or (name.startswith("__") and name.endswith("__"))

    def _makes_fields(self, base: Ext) -> bool:
        has_kind = self.program.evaluator.meaning.has_kind
        return any(has_kind(base, kind) for kind in ("fields", "test-base", "makes-once"))

    def _special(self, cls: Cls) -> bool:
        """Whether a class is made in its own way, or its objects get their attributes by names that are not written."""
        unit = self.program.units[cls.file]
        header = unit.header(cls.scope)
        if header.decorators or SPECIAL & header.bindings.keys():
            return True
        if any(type(base) is tuple and base[0] == "=" for base in header.bases):
            return True  # a metaclass, or what the bases are told
        for method in self.program.evaluator.members.methods(cls):
            own = f"${unit.own(method)}"
            body = unit.body(method)
            set_on = [key for kind, base, key, *_ in body.stores if kind == "attr" and base == own]
            if any(type(key) is not str or key == "__dict__" for key in set_on):
                return True
            if any(last_name(c[0]) in ("vars", "setattr", "__setattr__") and c[1][:1] == (own,) for c in body.calls):
                return True
            if any(path.startswith(f"{own}.__dict__") for path, _ in paths(body)):
                return True
        return False

    def _registers(self, write: Write, name: str, family: list[Cls]) -> bool:
        """Whether functions are put there: they are said to be some, handed back, or called."""
        unit = self.program.units[write.file]
        header, body = unit.header(write.scope), unit.body(write.scope)
        put = {v for v in write.values if type(v) is str}
        if any(f"${row[0]}" in put and FUNCTIONS & {last_name(p) for p, _ in paths(row[1])} for row in header.params):
            return True
        if any(value in put for value, _ in body.returns) or any(c[0] in put for c in body.calls):
            return True
        for cls in family:
            for method in self.program.evaluator.members.methods(cls):
                mine = f"${self.program.units[cls.file].own(method)}.{name}"
                if any(_holds(c[0], mine) for c in self.program.units[cls.file].body(method).calls):
                    return True
        return False

    def _guards(self, write: Write, family: list[Cls]) -> bool:
        """Whether it is put there where what the class binds allows it: under its lock, or because it lacks it."""
        unit = self.program.units[write.file]
        body, own = unit.body(write.scope), f"${unit.own(write.scope)}"
        bound = {name for c in family for name in self.program.units[c.file].header(c.scope).bindings}
        region = write.region
        while region:
            kind, region, value = body.regions[region]
            parts = [path.split(".") for path, _ in paths(value)] if kind in ("if", "else", "with") else []
            if any(part[0] == own and len(part) > 1 and part[1] in bound for part in parts):
                return True
        return False

    def _made_once(self, owner: Cls) -> bool:
        """Whether all who make one do so once: when a module is imported, or a program started."""
        lifetimes = self.program.lifetimes
        classes = (owner, *self.program.evaluator.members.below(owner))
        if any(lifetimes.singleton(c) or self.program.entries.kept(c) for c in classes):
            return True
        sites = [s for c in classes for s in lifetimes.sites(c)]
        units = self.program.units
        return bool(sites) and all(
            lifetimes.site(s) or lifetimes.guarded(s.file, s.scope, units[s.file].body(s.scope).calls[s.call][5])
            for s in sites
        )


def _on_class(program: Program, family: tuple[Cls, ...], name: str) -> bool:
    """Whether code speaks of the attribute of the class, not of an object."""
    names = frozenset(program.units[c.file].header(c.scope).name for c in family)
    for file, unit in program.speaking(name):
        spelled = program.spelled(file, names) | ITSELF
        if any(_sees(unit.body(scope), spelled, name) for scope in range(len(unit.interface.scopes))):
            return True
    return False


def _is_plain(base: Ext) -> bool:
    """Whether a base is of the standard library, which leaves alone what the bodies of its heirs bind."""
    return base.path.partition(".")[0] in sys.stdlib_module_names


def _sees(body: Body, names: frozenset[str], attribute: str) -> bool:
    """Whether a scope speaks of an attribute behind one of these names, or behind `type(..)`."""
    if behind(body, body.calls, names, attribute):
        return True
    return any(kind == "attr" and key == attribute and last_name(base) in names for kind, base, key, *_ in body.stores)


def _holds(value: Any, path: str) -> bool:
    """Whether a value is an element of what has a path, or hangs on none."""
    match value:
        case ("[]" | "iter", inner, *_):
            return inner == path or _holds(inner, path)
    return False
