"""Registries: what a store of a kind hands out, and which functions are its own or test it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.endings import given
from isolint.checks.parts import MOST
from isolint.checks.state.bare import is_bare
from isolint.checks.state.looked_at import LOOKS
from isolint.facts import CLASS, Body
from isolint.finding import Step
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Fn, Obj, Origin
from isolint.program.words import tells_of

TYPES: Final = frozenset({"type", "Type", "Callable"})


@dataclass(frozen=True, slots=True)
class Registries:
    """Answers for one program; `source` is the kind of the stores, `empty` the bases that bring no attributes."""

    program: Program
    source: str
    empty: tuple[str, ...] = ()

    def own(self, file: int, scope: int, origin: Origin) -> bool:
        """Whether a function is one of a store's own methods, or stands in a file or class that tests it."""
        name = self.program.evaluator.meaning.canonical(origin).replace("()", "").rpartition(".")[2]
        unit = self.program.units[file]
        if self.program.roles[file] == "test":
            around = [unit.header(c.scope).name for c in self._classes(file, scope)]
            if any(tells_of(text, (name,)) for text in (unit.path, *around)):
                return True
        return self.inside(file, scope)

    def inside(self, file: int, scope: int) -> bool:
        """Whether a function is one of a store's own methods."""
        meaning = self.program.evaluator.meaning
        classes = self._classes(file, scope)
        return any(meaning.has_kind(o, self.source) for c in classes for o in (c, Obj(c, None)))

    def _classes(self, file: int, scope: int) -> list[Cls]:
        """The classes that a function stands in, the innermost first."""
        unit = self.program.units[file]
        found = []
        while scope > 0:
            scope = unit.header(scope).parent
            if scope > 0 and unit.header(scope).kind == CLASS:
                found.append(Cls(file, scope))
        return found

    def tested(self, file: int, scope: int, store: Any, accessors: frozenset[str]) -> bool:
        """Whether a function asserts something about the store itself, and not only about what it hands out."""
        body = self.program.units[file].body(scope)
        told = [v for v, _ in body.asserts]
        told += [v for c in body.calls if last_name(c[0]).startswith("assert") for v in given(c)]
        return any(_hangs(part, store) for part in _seen(body, told, accessors))

    def hands_out_classes(self, origin: Origin, name: str) -> bool:
        """Whether the store holds classes or functions, of which everybody makes objects of their own."""
        cls = origin.cls if type(origin) is Obj else origin if type(origin) is Cls else None
        if cls is None:
            return False
        for fn in self.program.evaluator.attribute((origin,), name):
            if type(fn) is Fn:
                returns = self.program.units[fn.file].header(fn.scope).returns
                if type(returns) is tuple and returns[0] == "[]" and last_name(returns[1]) in TYPES:
                    return True
        given = [o for each in self._registered(cls) for o in each]
        return any(type(o) in (Cls, Fn) for o in given) and not any(type(o) is Obj for o in given)

    def hands_out_bare(self, origin: Origin) -> bool:
        """Whether all that is registered are objects that can keep nothing, and so tell nobody of anybody."""
        if not isinstance(origin, Obj):
            return False
        given = [[o for o in each if type(o) is Obj] for each in self._registered(origin.cls)]
        return bool(given) and all(each and all(is_bare(self.program, o, self.empty) for o in each) for each in given)

    def everywhere(self, origin: Origin) -> tuple[Step, ...]:
        """Why the application has one store of this class for all, or nothing."""
        cls = origin.cls if isinstance(origin, Obj) else origin
        lasting = self.program.lifetimes.instance(cls) if isinstance(cls, Cls) else None
        if lasting is None:
            return ()
        told = f"`{lasting.name}` lives as long as the process"
        return (self.program.step(lasting.file, lasting.position, told),)

    def _registered(self, cls: Cls) -> list[list[Origin]]:
        """What callers give to the methods that register things, call by call."""
        program = self.program
        found: list[list[Origin]] = []
        for method in program.evaluator.members.methods(cls):
            if not program.units[cls.file].header(method).name.startswith(("register", "add")):
                continue
            for site, _, calls in program.callers.of(cls.file, method)[:20]:
                if calls:
                    values = given(program.units[site.file].body(site.scope).calls[site.call])
                    found.append([o for v in values for o in program.evaluator.origins(site.file, site.scope, v)])
        return found


def _seen(body: Body, told: list[Any], accessors: frozenset[str]) -> Iterator[Any]:
    """The parts of what is asserted, and what calls in it are made on and look at, but for what accessors hand out."""
    queue = list(told)
    for part in queue:
        if len(queue) > MOST:
            return
        yield part
        match part:
            case bool():
                pass
            case int() if part < len(body.calls):
                callee = body.calls[part][0]
                name = last_name(callee)
                queue += [callee] if name not in accessors else []
                queue += given(body.calls[part]) if name in LOOKS else []
            case ("=" | "def" | "import", *_):
                pass
            case (".", base, _):
                queue.append(base)
            case tuple():
                queue += part[1:]


def _hangs(part: Any, store: Any) -> bool:
    """Whether a part of a value is an attribute or an element of a store."""
    if type(part) is str and type(store) is str:
        return part.startswith(f"{store}.")
    return type(part) is tuple and part[:1] in ((".",), ("[]",)) and type(part[1]) is type(store) and part[1] == store
