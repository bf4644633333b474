"""Registered: the objects that start-up code gives to a framework, which keeps them for all requests."""

from isolint.program.entry.entries import Entries
from isolint.program.entry.ways import Ways
from isolint.program.lifetimes import Lasting
from isolint.program.values.origins import Cls, Obj


class Registered:
    """Answers for methods that a call makes entry points why their object outlives the request.

    What a request itself registers may be its own, so that says nothing.
    """

    def __init__(self, entries: Entries, ways: Ways) -> None:
        self._entries = entries
        self._e = entries.evaluator
        self._ways = ways
        self._classes: frozenset[Cls] | None = None

    def of(self, file: int, scope: int) -> Lasting | None:
        """Where the object of an entry point is registered for all requests."""
        self._entries.all()
        for site, bound in self._entries.registered.get((file, scope), ()):
            outside = self._entries.roles[site.file] == "application" and self._ways.to(site.file, site.scope) is None
            if type(bound) is Obj and outside:
                position = self._e.units[site.file].body(site.scope).calls[site.call][3]
                return Lasting("registered", site.file, site.scope, position, self._e.meaning.canonical(bound.cls))
        return None

    def holds(self, cls: Cls) -> bool:
        """Whether some object of a class is registered so."""
        if self._classes is None:
            self._entries.all()
            kept = [(at, one) for at, told in self._entries.registered.items() for _, one in told if type(one) is Obj]
            self._classes = frozenset(one.cls for at, one in kept if self.of(*at))
        return cls in self._classes
