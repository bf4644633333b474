"""Keys: by what something is kept: a constant, what partitions it by user, or other data of the request."""

from typing import Any, Literal

from isolint.facts import MODULE
from isolint.program.flow.places import Place
from isolint.program.flow.requests import Requests
from isolint.program.flow.whose import Whose
from isolint.program.values.evaluate import Evaluator

Keyed = Literal["", "constant", "request", "own", "unknown"]


class Keys:
    """Answers by what an element, or a place behind elements, is kept.

    `own` partitions: an identity, a connection, a task, something fresh. `request` is other data of the request, such
    as an entity's id. About `unknown` nothing is said.
    """

    def __init__(self, evaluator: Evaluator, requests: Requests) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._requests = requests
        names = evaluator.vocabulary.names
        self._sockets = names("websocket-name") | names("connection-name")
        self._whose = Whose(requests.people)

    def of(self, file: int, scope: int, key: Any) -> Keyed:
        """By what kind of key an element is kept, nothing where there is none."""
        found = self.derived(file, scope, key)
        if found in ("request", "unknown"):
            for origin in self._e.origins(file, scope, key):
                if any(self._e.meaning.has_kind(origin, k) for k in ("websocket", "request")):
                    return "own"
        return found

    def derived(self, file: int, scope: int, value: Any) -> Keyed:
        """By what something is kept whose key is made of a value: of a request's path, for a request."""
        if value is None:
            return ""
        members = value[1:] if type(value) is tuple and value and value[0] in ("tuple", "<-", "|") else (value,)
        if all(self._constant(file, scope, m) for m in members):
            return "constant"
        found = self._requests.of(file, scope, value)
        names = {p.name for p in found.params}
        if found.people or found.fresh or found.secret or names & self._sockets:
            return "own"
        if self._whose.told(self._units[file].body(scope), value):
            return "own"
        return "unknown" if found.empty else "request"

    def _constant(self, file: int, scope: int, key: Any) -> bool:
        if type(key) is tuple and key and key[0] == "=":
            return True
        if type(key) is not str or key[0] == "$":
            return False
        unit = self._units[file]
        value = unit.header(MODULE).bindings.get(key)
        return type(value) is tuple and value[0] == "=" and unit.header(scope).parent == MODULE

    def along(self, place: Place) -> Keyed:
        """By what the steps of a place are keyed."""
        found: Keyed = ""
        for step in place.steps:
            if step.name:
                continue
            keyed = self.of(step.file, step.scope, step.key) if step.key is not None else "unknown"
            if keyed in ("own", "unknown"):
                return keyed
            found = "request" if keyed == "request" else found or keyed
        return found
