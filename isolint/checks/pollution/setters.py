"""Setters: what functions of the program itself set anew, of that which a test has changed."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from isolint.checks.pollution.outliving import Outliving
from isolint.checks.pollution.products import ATTRIBUTE
from isolint.program import Program
from isolint.program.testing.touches import Thing, Touch
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Fn, Mod, Site

DEEP: Final = 2  # functions that those call
FILLING: Final = frozenset({"update", "clear"})
ANEW: Final = "__init__"
WHOLE: Final = "__dict__"


class Setting(NamedTuple):
    """Something that a function sets: the attribute or global `name`, or all of the object of that name.

    `back`: to what it begins with; `position` and `region` are those of the call.
    """

    name: str
    whole: bool
    back: bool
    position: int = 0
    region: int = 0


class Setters:
    """Answers about the calls of tests and fixtures, asked for what is left alone."""

    def __init__(self, program: Program, outliving: Outliving) -> None:
        self._e = program.evaluator
        self._units = program.units
        self._roles = program.roles
        self._outliving = outliving
        self._names: dict[frozenset[str], frozenset[str]] = {}
        self._by: dict[tuple[int, int], tuple[Setting, ...]] = {}
        self._own: dict[tuple[int, int, int], tuple[Setting, ...]] = {}

    def renews(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether a function has the program set anew what a touch has changed, or what that is a part of."""
        return self._may(file, scope, touch) and any(_meets(setting, touch) for setting in self._called(file, scope))

    def undoes(self, file: int, scope: int, touch: Touch) -> list[Setting]:
        """The calls by which a function has the program set a thing to what it begins with."""
        if not self._may(file, scope, touch):
            return []
        return [s for s in self._called(file, scope) if s.back and not s.whole and _meets(s, touch)]

    def _may(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether a function calls what stands in a file of the program that mentions a thing, as far as names tell."""
        keys = frozenset([t.key for t in (touch.thing, *touch.within) if t.key])
        names = self._names.get(keys)
        if names is None:
            near = [n for n in self._e.surface.mentioning(*keys) if self._roles[n] == "application"]
            told = frozenset([header[1] for n in near for header in self._units[n].interface.scopes])
            names = self._names[keys] = self._e.surface.aliased(told)
        return not names.isdisjoint(self._units[file].callees(scope))

    def _called(self, file: int, scope: int) -> tuple[Setting, ...]:
        """What the functions of the program set that a function calls."""
        found = self._by.get((file, scope))
        if found is None:
            found = self._by[file, scope] = tuple(self._calls(file, scope))
        return found

    def _calls(self, file: int, scope: int) -> Iterator[Setting]:
        for number, (callee, _, _, position, _, region) in enumerate(self._units[file].body(scope).calls):
            held = receiver(callee)
            name = last_name(held) if held is not None else ""
            if last_name(callee) == ANEW and name:
                yield Setting(name, whole=True, back=False)
            for origin in self._e.calls.callees(Site(file, scope, number)):
                if type(origin) is Fn and self._roles[origin.file] == "application":
                    shared = bool(name) and self._outliving.of(file, scope, held, suite=False)
                    for setting in self._set(origin.file, origin.scope):
                        here = setting._replace(position=position, region=region)
                        if not setting.name.startswith("$"):
                            yield here
                        elif shared:
                            yield here._replace(name=setting.name[1:] or name)

    def _set(self, file: int, scope: int, depth: int = 0) -> tuple[Setting, ...]:
        """What a function sets; what is its own object's has a `$` before its name, and nothing else if it is all."""
        key = (file, scope, depth)
        found = self._own.get(key)
        if found is None:
            found = self._own[key] = tuple(dict.fromkeys(self._settings(file, scope, depth)))
        return found

    def _settings(self, file: int, scope: int, depth: int) -> Iterator[Setting]:
        unit = self._units[file]
        body, own = unit.body(scope), f"${unit.own(scope)}"
        for kind, base, key, value, *_ in body.stores:
            if kind == "name":
                yield Setting(key, whole=False, back=self._outliving.is_first(Mod(file), file, scope, key, value))
            elif kind == "attr" and base == own:
                named = type(key) is str and not key.startswith("$")
                yield Setting(f"${key}" if named else "$", whole=not named, back=False)
            elif kind == "attr" and self._outliving.of(file, scope, base, suite=False):
                if type(key) is str and not key.startswith("$") and key != WHOLE:
                    yield Setting(key, whole=False, back=self._outliving.begins(file, scope, base, key, value))
                elif last_name(base):
                    yield Setting(last_name(base), whole=True, back=False)
        for number, (callee, *_) in enumerate(body.calls):
            held = receiver(callee)
            if last_name(callee) in FILLING and last_name(held) == WHOLE:
                base = receiver(held)
                yield Setting("$" if base == own else last_name(base), whole=True, back=False)
            elif depth < DEEP:
                for origin in self._e.calls.callees(Site(file, scope, number)):
                    if type(origin) is Fn and self._roles[origin.file] == "application":
                        below = self._set(origin.file, origin.scope, depth + 1)
                        yield from (s for s in below if not s.name.startswith("$") or held == own)


def _meets(setting: Setting, touch: Touch) -> bool:
    """Whether what is set is what a touch has changed, or what that is a part of."""
    part = not setting.whole and touch.thing == Thing(ATTRIBUTE, setting.name)
    return part or any(thing.key == setting.name for thing in touch.within)
