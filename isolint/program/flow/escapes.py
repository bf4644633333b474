"""Escapes: request data that a write puts where it outlives the request, with the chain of calls that does it."""

from typing import Any, NamedTuple

from isolint.facts import MODULE
from isolint.finding import Confidence
from isolint.program.entry.closures import enclosing, holder
from isolint.program.entry.ways import Way
from isolint.program.flow.candidates import Candidates
from isolint.program.flow.keepers import Keepers
from isolint.program.flow.keys import Keyed, Keys
from isolint.program.flow.parted import is_parted
from isolint.program.flow.passing import Passing
from isolint.program.flow.places import Place, Places
from isolint.program.flow.requests import Param, Requests, Sources
from isolint.program.flow.walks import State, Walks
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting
from isolint.program.values.evaluate import Evaluator


class Escape(NamedTuple):
    """A write of request data to a place that outlives the request.

    `keyed` says by what: nothing, a constant, other request data; partitioned writes are no escapes. `what` is a name
    in the value that came from the request.
    """

    write: Write
    place: Place
    why: Lasting
    way: Way
    what: str
    keyed: Keyed
    confidence: Confidence


class Escapes:
    """Answers which writes of a function let request data out; each answer is remembered."""

    def __init__(
        self, evaluator: Evaluator, places: Places, requests: Requests, keepers: Keepers, keys: Keys, walks: Walks,
        candidates: Candidates, passing: Passing,
    ) -> None:  # fmt: skip
        self._e = evaluator
        self._units = evaluator.units
        self._passing = passing
        self._places = places
        self._requests = requests
        self._keepers = keepers
        self._keys = keys
        self._walks = walks
        self._candidates = candidates
        self._personal = evaluator.vocabulary.names("conversation-name") | evaluator.vocabulary.names("identity-name")
        self._memory: dict[tuple[int, int], tuple[Escape, ...]] = {}

    def of(self, file: int, scope: int) -> tuple[Escape, ...]:
        """The escapes of a function."""
        key = (file, scope)
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = tuple([e for w in self._candidates.of(file, scope) if (e := self._one(w))])
        return found

    def _one(self, write: Write) -> Escape | None:
        """The first of a write's places that request data escapes to."""
        value = self._requests.of(write.file, write.scope, *write.values)
        keyed = self._keys.of(write.file, write.scope, write.key) if write.how in ("item", "call") else ""
        if keyed in ("own", "unknown"):
            return None
        keys = self._requests.of(write.file, write.scope, write.key) if keyed == "request" else None
        sources = self._requests.of(write.file, write.scope, *write.values, write.key) if keys else value
        if sources.empty or (sources.sockets and (write.grown or write.how in ("item", "call"))):
            return None  # who keeps connections is asked elsewhere
        if (sources.people or sources.secret) and all(_elements(v) for v in write.values):
            return None  # a set of identities is kept by them
        if not sources.people and not sources.secret and self._shared(write):
            return None
        for place in self._targets(write):
            inside = self._keys.along(place)
            if inside in ("own", "unknown") or is_parted(self._e, self._keys, place):
                continue
            put = _besides(place, sources)
            start = None if put.empty else self._start(write, place, put)
            if start and keys:
                start = start._replace(key=keys.params)
            found = self._walks.back(start) if start else None
            if found and not self._set_up(place, *found):
                way, why = found
                if why.how in ("registered", "serving", "unseen") and not self._its_own(write, place, why):
                    continue
                what = next(iter(sorted(sources.people)), "") or self._named(write, sources)
                sure: Confidence = "medium" if way.assumed else "high"
                return Escape(write, place, why, way, what, "request" if "request" in (keyed, inside) else keyed, sure)
        return self._set_back(write, sources)

    def _set_back(self, write: Write, sources: Sources) -> Escape | None:
        """What a coroutine, or what stands for a decorated function, puts somewhere for one call of several."""
        why = self._passing.of(write)
        place = next(iter(self._places.of(write.file, write.scope, write.base)), None) if why else None
        if why is None or place is None:
            return None
        if why.how == "decorating":
            way = Way(write.file, write.scope, (), 1, assumed=True)
            return Escape(write, place, why, way, self._named(write, sources), "", "medium")
        start = State(write.file, write.scope, None, why, sources.params, derived=bool(sources.own), personal=True)
        found = self._walks.back(start)
        return found and Escape(write, place, why, found[0], self._named(write, sources), "", "medium")

    def _set_up(self, place: Place, way: Way, why: Lasting) -> bool:
        """Whether what is written to is only reached by an object whose methods a function registers.

        That is mostly what the program is set up with.
        """
        return (
            why.how == "closure" and bool(place.steps) and why.scope not in enclosing(self._units[way.file], way.scope)
        )

    def _shared(self, write: Write) -> bool:
        """Whether what is kept is meant to be shared: a pool, a factory, a client that speaks for nobody."""
        origins = [o for v in write.values for o in self._e.origins(write.file, write.scope, v)]
        return bool(origins) and all(self._e.meaning.has_kind(o, "shared-resource") for o in origins)

    def _targets(self, write: Write) -> tuple[Place, ...]:
        if write.how == "name":
            around = holder(self._units[write.file], write.scope, write.key)
            if around < 0:
                return (Place("global", write.file, MODULE, write.key),)
            return tuple(self._places.held(write.file, around, write.key))
        places = self._places.of(write.file, write.scope, write.base)
        return tuple([meant for place in places for meant in self._keepers.meant(place)])

    def _start(self, write: Write, place: Place, sources: Sources) -> State | None:
        derived = bool(sources.own) or bool(sources.people)
        names = [step.name for step in place.steps if step.name] or [place.name]
        personal = (str(write.key) if write.how in ("name", "attr") else names[-1]) in self._personal
        if place.kind == "parameter":
            shared = None if write.how == "attr" and len(place.steps) == 0 else self._keepers.shared(place)
            if shared:
                return State(write.file, write.scope, None, shared, sources.params, derived, personal)
            if not self._keepers.may_last(place):
                return None
            known = self._keepers.parameter(place)
            root = place._replace(steps=())
            return State(write.file, write.scope, root, known, sources.params, derived, personal)
        why = self._keepers.of(place, write)
        return State(write.file, write.scope, None, why, sources.params, derived, personal) if why else None

    def _its_own(self, write: Write, place: Place, why: Lasting) -> bool:
        """Whether an object keeps something itself: what hangs on it may be a setting, or belong to others."""
        if self._units[place.file].own(place.scope) != place.name:
            return False
        if write.how == "attr":
            return not place.steps
        filled = write.method != "add"  # sets hold what was seen, or is at work
        return why.how == "registered" and len(place.steps) == 1 and filled

    def _named(self, write: Write, sources: Sources) -> str:
        names = sorted({*(p.name for p in sources.params), *sources.own})
        return names[0] if names else str(write.key)


def _besides(place: Place, sources: Sources) -> Sources:
    """Where a value comes from, other than from what it is put back into."""
    if place.kind != "parameter":
        return sources
    return sources._replace(params=sources.params - {Param(place.scope, place.name)})


def _elements(value: Any) -> bool:
    """Whether a value is a set display, in which each element is its own key."""
    return type(value) is tuple and bool(value) and value[0] == "set"
