"""Makers: the classes and functions that make something for one user, and so take a context."""

from collections.abc import Iterator
from typing import Final

from isolint.checks.context.signatures import Signatures
from isolint.facts import CLASS, FUNCTION, GENERATOR
from isolint.init.classes import aliases, is_data, is_error, name
from isolint.init.contexts import KIND, Contexts
from isolint.init.functions import bound
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.values.origins import Cls, Fn, Obj
from isolint.program.words import snake
from isolint.vocabulary import Row

NEEDS: Final = "needs-context"
NAMED: Final = "context-name"
NEW: Final = frozenset({"create", "make", "build", "new", "spawn"})
VERBS: Final = NEW | {"open", "get", "provide"}  # these may hand out what is there already
FACTORY: Final = "Factory"


class Makers:
    """The classes whose constructor takes a context, and the functions that make what works for one user."""

    def __init__(self, program: Program, contexts: Contexts) -> None:
        self._program = program
        self._contexts = contexts
        self._takers = {taker[:2] for taker in contexts.takers if taker.name and taker.cls in contexts.classes}
        self._people = program.vocabulary.names("identity-name")
        self._signatures = Signatures(program, KIND, NAMED)
        self.workers = {cls: reason for cls in self._classes() if (reason := self._taken(cls))}

    def proposals(self) -> Iterator[Proposal]:
        """A row for each class that inherits from no other one, and for each function."""
        for cls, reason in self.workers.items():
            if not any(base in self.workers for base in self._program.evaluator.members.mro(cls)[1:]):
                paths = [self._program.evaluator.meaning.canonical(cls), *aliases(self._program, cls)]
                rows = [Row(NEEDS, path) for path in dict.fromkeys(paths)]
                yield about(self._program, rows, cls, reason, (cls,))
        for fn, made in self._functions():
            row = Row(NEEDS, self._program.evaluator.meaning.canonical(fn))
            takes = "takes a context and " if fn[:2] in self._takers else ""
            yield about(self._program, (row,), fn[:2], f"{takes}makes {made}", (fn,))

    def _classes(self) -> Iterator[Cls]:
        """The application's own classes that do something, rather than hold data or tell of an error."""
        for file, unit in enumerate(self._program.units):
            if self._program.roles[file] != "application":
                continue
            for scope, header in enumerate(unit.interface.scopes):
                cls = Cls(file, scope)
                if header[0] == CLASS and header[2] == 0 and header[1][0] != "_" and self._works(cls):
                    yield cls

    def _works(self, cls: Cls) -> bool:
        if cls in self._contexts.classes or snake(name(self._program, cls)).endswith("_context_"):
            return False
        return not (is_data(self._program, cls) or is_error(self._program, cls))

    def _taken(self, cls: Cls) -> str:
        """How objects of a class come by a context, or an empty string: as a parameter, or by a constructor beside."""
        for slot in self._signatures.of(cls):
            told = self._program.evaluator.annotations.instances(slot.file, slot.scope, slot.annotation)
            if self._contexts.holds(told) or (slot.annotation is None and self._signatures.speaks(slot.name)):
                return f"its constructor takes a context, `{slot.name}`"
        for method in self._program.evaluator.members.methods(cls):
            fn = bound(self._program, cls.file, method)
            if fn[:2] in self._takers and not isinstance(fn.receiver, Obj):
                made = self._program.evaluator.calls.returned(fn, None)
                if any(isinstance(o, Obj) and o.cls == cls and o.site for o in made):
                    return f"`{self._program.units[fn.file].header(fn.scope).name}` makes one for a context"
        return ""

    def _functions(self) -> Iterator[tuple[Fn, str]]:
        """The application's own functions whose name says that they make something, and that give a worker."""
        for file, unit in enumerate(self._program.units):
            if self._program.roles[file] != "application":
                continue
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] == FUNCTION and self._is_maker(file, scope):
                    fn = bound(self._program, file, scope)
                    made = self._made(fn)
                    if made:
                        yield fn, made

    def _is_maker(self, file: int, scope: int) -> bool:
        unit = self._program.units[file]
        header = unit.header(scope)
        around = unit.header(header.parent)
        if header.name[0] == "_" or around.kind == FUNCTION or around.name[:1] == "_":
            return False
        entered = header.flags & GENERATOR and bool(header.decorators)
        verb = set(snake(header.name).split("_")[1:2])
        return bool(entered or verb & NEW or (verb & VERBS and (file, scope) in self._takers))

    def _made(self, fn: Fn) -> str:
        """The name of the worker that a function gives, or an empty string."""
        mine = isinstance(fn.receiver, Obj) and fn.receiver.cls
        header = self._program.units[fn.file].header(fn.scope)
        new = bool(set(snake(header.name).split("_")) & NEW)
        taking = fn[:2] in self._takers
        if not taking and any(row[0] in self._people for row in header.params):
            return ""  # it is told the user in another way
        given = self._program.evaluator.calls.returned(fn, None)
        if taking and new:
            given += self._program.evaluator.annotations.instances(fn.file, header.parent, header.returns)
        for origin in given:
            if not isinstance(origin, Obj) or origin.cls == mine or (not new and self._program.lifetimes.of(origin)):
                continue
            worker = any(base in self.workers for base in self._program.evaluator.members.mro(origin.cls))
            if (worker and (origin.site or taking)) or (taking and self._works(origin.cls)):
                return f"`{name(self._program, origin.cls)}`"
        owner = self._program.units[fn.file].owner(fn.scope)
        factory = owner >= 0 and self._program.units[fn.file].header(owner).name.endswith(FACTORY)
        contexts = self._contexts.holds(given)
        return "something" if taking and new and factory and not contexts else ""
