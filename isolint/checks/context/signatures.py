"""Signatures: the parameters of what a call calls, and which of them hold a user's context."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.checks.context.absence import words_for
from isolint.facts import KEYWORD, KWARG, POSITIONAL, VARARG
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origin, Site
from isolint.program.words import snake

NONE: Final = ("=", None)


class Slot(NamedTuple):
    """A parameter; annotation and default stand in a scope of a file, `number` does not count the receiver.

    `number` is -1 where it is given by keyword only; `kind` is one of those of facts, and KEYWORD for a field, too.
    """

    name: str
    annotation: Any
    default: Any
    file: int
    scope: int
    number: int
    kind: int = POSITIONAL


class Signatures:
    """Answers for one program; `context` is the kind of what says whose request it is, `named` that of its names."""

    def __init__(self, program: Program, context: str, named: str) -> None:
        self.program = program
        self.context = context
        words = "|".join(sorted(re.escape(w) for w in program.vocabulary.names(named)))
        self.words = words_for(program, context, named)
        self._names = re.compile(f"_({words})_$" if words else r"(?!)")

    def of(self, callee: Origin) -> tuple[Slot, ...]:
        """The parameters of a function or of a class's constructor; none where it is not in the program."""
        match callee:
            case Fn(file, scope, _):
                return tuple(self._params(file, scope))
            case Cls():
                made = self.program.evaluator.members.member(callee, "__init__", Obj(callee, None))
                fn = next((f for f in made if isinstance(f, Fn)), None)
                return tuple(self._params(fn.file, fn.scope) if fn else self._fields(callee))
        return ()

    def _params(self, file: int, scope: int) -> Iterator[Slot]:
        unit = self.program.units[file]
        header = unit.header(scope)
        bound = unit.owner(scope) >= 0 and "staticmethod" not in header.decorators
        for number, (name, note, default, kind) in enumerate(header.params[bound:]):
            if kind not in (VARARG, KWARG):
                yield Slot(name, note, default, file, header.parent, -1 if kind == KEYWORD else number, kind)

    def _fields(self, cls: Cls) -> Iterator[Slot]:
        """The fields of a class whose decorator or base makes its constructor, in the order that it takes them in."""
        found: dict[str, Slot] = {}
        mro = self.program.evaluator.members.mro(cls)
        decorated = [self._decorated(c) for c in mro if isinstance(c, Cls)]
        if not any(decorated) and not any(self._fielded(o) for o in mro if isinstance(o, Ext)):
            return
        for base in reversed([c for c in mro if isinstance(c, Cls)]):
            for name, value in self.program.units[base.file].header(base.scope).bindings.items():
                if type(value) is tuple and value[0] == ":":
                    default = self._default(base, value[1])
                    found[name] = Slot(name, value[2], default, base.file, base.scope, -1, KEYWORD)
        for number, slot in enumerate(found.values()):
            yield slot._replace(number=number)

    def _default(self, cls: Cls, value: Any) -> Any:
        """What a field is where nothing is given: what is bound, or what `field(default=..)` says."""
        if type(value) is not int:
            return () if value is None else value
        keywords = self.program.units[cls.file].body(cls.scope).calls[value][2]
        return next((v for k, v in keywords if k == "default"), value)

    def _decorated(self, cls: Cls) -> bool:
        unit = self.program.units[cls.file]
        parent = unit.header(cls.scope).parent
        for decorator in unit.header(cls.scope).decorators:
            path = unit.body(parent).calls[decorator][0] if type(decorator) is int else decorator
            if any(self._fielded(o) for o in self.program.evaluator.origins(cls.file, parent, path)):
                return True
        return False

    def _fielded(self, origin: Origin) -> bool:
        return self.program.evaluator.meaning.has_kind(origin, "fields")

    def takes(self, slot: Slot) -> bool:
        """Whether a parameter is for a context, by its name or its annotation."""
        if self.speaks(slot.name):
            return True
        told = self.program.evaluator.annotations.instances(slot.file, slot.scope, slot.annotation)
        return any(self.program.evaluator.meaning.has_kind(o, self.context) for o in told)

    def speaks(self, name: str) -> bool:
        """Whether a name ends with a word for a context."""
        return self._names.search(snake(name)) is not None

    def is_context(self, file: int, scope: int, value: Any) -> bool:
        """Whether a value is, or by its name seems to be, a context."""
        if value in (None, NONE, ()):
            return False
        if self.speaks(last_name(value)):
            return True
        origins = self.program.evaluator.origins(file, scope, value)
        made = [o for o in origins if isinstance(o, Ext | Obj)]
        return any(self.program.evaluator.meaning.has_kind(o, self.context) for o in made)

    def value(self, site: Site, slot: Slot) -> Any:
        """What a call gives for a parameter; `()` for nothing, None for what cannot be known."""
        _, arguments, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        unknown = any(not key for key, _ in keywords)
        found = next((v for k, v in keywords if k == slot.name), ())
        if found != ():
            return found
        if slot.number >= 0:
            if any(type(a) is tuple and a and a[0] == "*" for a in arguments[: slot.number + 1]):
                return None
            if slot.number < len(arguments):
                return arguments[slot.number]
        return None if unknown else ()
