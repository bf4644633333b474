"""Contexts: the classes that say whose request it is, and the functions that take one."""

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from isolint.facts import CLASS, FUNCTION
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Fn, Obj, Origins
from isolint.program.words import snake
from isolint.vocabulary import Row

KIND: Final = "context"
ENDINGS: Final = ("_context_", "_ctx_")
SEVERAL: Final = 2  # identities, or functions that take or give one
# what tells of an error or a log entry names the user that it happened to
TELLING: Final = frozenset({"error", "exception", "log", "logging", "event", "validation", "trace", "audit", "metrics"})


class Taker(NamedTuple):
    """A parameter that is annotated with a context; of a function that gives one, the name is empty."""

    file: int
    scope: int
    name: str
    cls: Cls


class Contexts:
    """The contexts of a program, found once: `classes` with the identities that each holds, and who takes them."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._people = program.vocabulary.names("identity-name")
        self._personal = program.vocabulary.names("personal-name")
        found = dict(self._candidates())
        self.takers = tuple(self._taking(found.keys()))
        travels = {base: set[tuple[int, int]]() for base in found}
        members = program.evaluator.members
        for taker in self.takers:
            for base in members.mro(taker.cls):
                if base in travels:
                    travels[base].add(taker[:2])
        self.classes = {
            cls: held for cls, held in found.items()
            if len(travels[cls]) >= SEVERAL or self._known(cls) or (self._abstract(cls) and members.below(cls))
        }  # fmt: skip

    def holds(self, origins: Origins) -> bool:
        """Whether one of these is a context: by its class, or by what the vocabulary says."""
        meaning = self._program.evaluator.meaning
        return any((isinstance(o, Obj) and o.cls in self.classes) or meaning.has_kind(o, KIND) for o in origins)

    def proposals(self) -> Iterator[Proposal]:
        """A row for each class that inherits from no other context."""
        members = self._program.evaluator.members
        for cls, held in self.classes.items():
            if any(base in self.classes for base in members.mro(cls)[1:]):
                continue
            me = Obj(cls, None)
            made = [*self._constructors(cls)]
            also = f"; made by {', '.join(made[:3])}" if made else ""
            reason = f"{'abstract, ' if self._abstract(cls) else ''}holds {', '.join(held[:4])}{also}"
            row = Row(KIND, self._program.evaluator.meaning.canonical(me))
            yield about(self._program, (row,), cls, reason, (me,))

    def _known(self, cls: Cls) -> bool:
        return self._program.evaluator.meaning.has_kind(Obj(cls, None), KIND)

    def _candidates(self) -> Iterator[tuple[Cls, tuple[str, ...]]]:
        for file, unit in enumerate(self._program.units):
            if self._program.roles[file] != "application":
                continue
            for scope, header in enumerate(unit.interface.scopes):
                words = snake(header[1]).strip("_").split("_")
                if header[0] == CLASS and snake(header[1]).endswith(ENDINGS) and not set(words) & TELLING:
                    cls = Cls(file, scope)
                    names = self._fields(cls)
                    users, more = names & self._people, names & self._personal
                    if users and (len(users | more) >= SEVERAL or "_".join(words[:-1]) in self._people):
                        yield cls, (*sorted(users), *sorted(more - users))

    def _fields(self, cls: Cls) -> set[str]:
        """What the objects of a class hold, by name."""
        found: set[str] = set()
        for base in self._program.evaluator.members.mro(cls):
            if isinstance(base, Cls):
                bindings = self._program.units[base.file].header(base.scope).bindings
                found |= {n for n, v in bindings.items() if type(v) is tuple and v[0] == ":"}
                found |= self._program.evaluator.members.attributes(base).keys()
        return found

    def _taking(self, known: Collection[Cls]) -> Iterator[Taker]:
        """The functions in the application that are annotated with a candidate."""
        names = {self._program.units[c.file].header(c.scope).name for c in known}
        for file, unit in enumerate(self._program.units):
            if self._program.roles[file] != "application" or names.isdisjoint(unit.interface.mentions):
                continue
            for scope, header in enumerate(unit.interface.scopes):
                notes = [*((row[0], row[1]) for row in header[6]), ("", header[7])] if header[0] == FUNCTION else []
                for name, note in notes:
                    for origin in self._program.evaluator.annotations.instances(file, header[2], note):
                        if isinstance(origin, Obj) and origin.cls in known:
                            yield Taker(file, scope, name, origin.cls)

    def _abstract(self, cls: Cls) -> bool:
        unit = self._program.units[cls.file]
        methods = self._program.evaluator.members.methods(cls)
        return any(last_name(d).startswith("abstract") for m in methods for d in unit.header(m).decorators)

    def _constructors(self, cls: Cls) -> Iterator[str]:
        """The class methods that give an object of the class."""
        unit = self._program.units[cls.file]
        for method in self._program.evaluator.members.methods(cls):
            header = unit.header(method)
            if {"classmethod", "staticmethod"} & set(header.decorators):
                given = self._program.evaluator.calls.returned(Fn(cls.file, method, cls), None)
                if any(isinstance(o, Obj) and o.cls == cls for o in given):
                    yield f"`{header.name}`"
