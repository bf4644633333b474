"""Unseen: objects that are told for whom they work, where no file shows who makes them."""

from isolint.program.entry.callers import Callers
from isolint.program.entry.entries import Entries
from isolint.program.lifetimes import How, Lasting
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Origin, known
from isolint.program.words import snake
from isolint.vocabulary import Row


class Unseen:
    """Answers whether one object of a class seems to work for one user after the other.

    A method that says so changes for whom it works. Whether one is made for all, the name of its class may tell; else
    the files that are not there know.
    """

    def __init__(self, entries: Entries, callers: Callers) -> None:
        self._e = entries.evaluator
        self._units = entries.evaluator.units
        self._entries = entries
        self._callers = callers
        self._rows = entries.evaluator.vocabulary.kinds.get("serving-name", ())
        self._methods = frozenset(method for row in self._rows for method in row.methods)
        self._memory: dict[Cls, bool] = {}

    def of(self, file: int, scope: int) -> Lasting | None:
        """What is known of the object of a method that tells it for whom it works."""
        unit = self._units[file]
        cls = Cls(file, unit.owner(scope))
        rows = self._telling(file, scope)
        if not rows or not self.holds(cls):
            return None
        how: How = "serving" if self._serves(cls, rows) else "unseen"
        return Lasting(how, file, cls.scope, unit.header(cls.scope).position, self._e.meaning.canonical(cls))

    def answers(self, file: int, scope: int) -> bool:
        """Whether a method is given a request to answer, as the name of its parameter says."""
        return any(row.keywords for row in self._telling(file, scope))

    def _telling(self, file: int, scope: int) -> list[Row]:
        """The rows of which a function is one of the methods; with `keywords`, it takes such a request, by its name."""
        header = self._units[file].header(scope)
        if header.name not in self._methods or self._units[file].owner(scope) < 0:
            return []
        names = {row[0] for row in header.params[1:] if self._may_be_request(file, scope, row[0])}
        rows = [row for row in self._rows if header.name in row.methods]
        return [row for row in rows if not row.keywords or not names.isdisjoint(row.keywords)]

    def _may_be_request(self, file: int, scope: int, name: str) -> bool:
        """Whether nothing says of a parameter that it is something else, such as what a client sends."""
        origins = known(self._e.origins(file, scope, f"${name}"))
        return not origins or any(self._e.meaning.has_kind(o, "request") for o in origins)

    def holds(self, cls: Cls) -> bool:
        """Whether a class has such a method, and nothing in sight makes one of it or hands the class on."""
        found = self._memory.get(cls)
        if found is None:
            bindings = self._units[cls.file].header(cls.scope).bindings
            told = not self._methods.isdisjoint(bindings) and not self._entries.all()
            every = (cls, *self._e.members.below(cls)) if told else ()
            found = self._memory[cls] = told and not any(self._made(each) for each in every)
        return found

    def _made(self, cls: Cls) -> bool:
        unit = self._units[cls.file]
        name = unit.header(cls.scope).name
        headers = (unit.header(scope) for scope in range(len(unit.interface.scopes)))
        if any(default == name for header in headers for _, _, default, _ in header.params):
            return True
        sites = [caller.site for caller in self._callers.of(cls.file, cls.scope)]
        return any(self._units[s.file].body(s.scope).calls[s.call][0] != "super" for s in sites)

    def _serves(self, cls: Cls, rows: list[Row]) -> bool:
        """Whether the name of a class, or of one that it inherits from, is of those of which one serves all."""
        names = {row.path for row in rows}
        return any(self._last_word(each) in names for each in self._e.members.mro(cls))

    def _last_word(self, origin: Origin) -> str:
        return snake(last_name(self._e.meaning.canonical(origin))).strip("_").rpartition("_")[2]
