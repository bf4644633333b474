"""Walks: from a write back to an entry, place and value along the same chain of calls."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from isolint.facts import CLASS
from isolint.program.entry.callers import Caller, Callers
from isolint.program.entry.entries import Entries
from isolint.program.entry.ways import Way, Ways
from isolint.program.flow.given import filling
from isolint.program.flow.keepers import Keepers
from isolint.program.flow.keys import Keys
from isolint.program.flow.places import Place, Places
from isolint.program.flow.requests import NOTHING, Param, Requests, Sources
from isolint.program.lifetimes import Lasting
from isolint.program.values.origins import Site

FAR: Final = 200  # states of one search
LONG: Final = 6  # steps between what lasts and what hangs on it; recursion would go on


class State(NamedTuple):
    """A function on the way back.

    `base` is the parameter that the place hangs on, with the steps in between, or `why` says why the place lasts;
    `params` are the parameters that the value comes from; `derived` says that it is known to come from the request,
    `personal` that the place goes by a name for what is one user's. `key` are the parameters that it is kept under.
    """

    file: int
    scope: int
    base: Place | None
    why: Lasting | None
    params: frozenset[Param]
    derived: bool
    personal: bool = False
    key: frozenset[Param] = frozenset()


class Walks:
    """Answers on which shortest chain from an entry a place outlives the request and a value is the request's."""

    def __init__(
        self, callers: Callers, entries: Entries, ways: Ways, places: Places, requests: Requests, keepers: Keepers,
        keys: Keys,
    ) -> None:  # fmt: skip
        self._callers = callers
        self._entries = entries
        self._e = entries.evaluator
        self._units = entries.evaluator.units
        self._roles = entries.roles
        self._ways = ways
        self._places = places
        self._requests = requests
        self._keepers = keepers
        self._keys = keys

    def back(self, start: State, wanted: Callable[[Way], bool] | None = None) -> tuple[Way, Lasting] | None:
        """The shortest chain from an entry on which both hold: the place outlives it, and the value is its own.

        Chains that are not `wanted` are passed over.
        """
        table = self._entries.all()
        before: dict[State, tuple[State, Site | None]] = {start: (start, None)}
        queue = [start]
        for state in queue:
            if len(queue) > FAR:
                return None
            if self._roles[state.file] != "application":
                continue
            why = self._arrived(state, assumed=not table)
            if why:
                way = self._way(state, before, assumed=not table)
                if wanted is None or wanted(way):
                    return way, why
            if (state.file, state.scope) in table:
                continue
            for following, site in self._back(state):
                if following not in before and (following.derived or following.params):
                    before[following] = (state, site)
                    queue.append(following)
        return None

    def _arrived(self, state: State, *, assumed: bool) -> Lasting | None:
        """Why the place lasts, where a function is an entry and the value comes from its request."""
        file, scope = state.file, state.scope
        if assumed:
            if self._is_made(file, scope):
                return None
            reached = state.derived or any(p.scope == scope for p in state.params)
            personal = state.personal or (state.base is not None and self._keepers.answers(file, scope))
            if not reached or not self._requests.assumed(file, scope, personal=personal):
                return None
            return state.why or (_under(self._keepers.assumed(state.base), state.base) if state.base else None)
        if (file, scope) not in self._entries.all():
            return None
        filled = any(p.scope == scope and self._requests.given(file, scope, p.name) for p in state.params)
        if not (state.derived or filled):
            return None
        return state.why or (_under(self._keepers.at_entry(state.base), state.base) if state.base else None)

    def _is_made(self, file: int, scope: int) -> bool:
        """Whether a function makes objects that the application itself asks for: no request calls it, others do."""
        return self._units[file].header(scope).name == "__init__" and bool(self._callers.of(file, scope))

    def _way(self, state: State, before: dict[State, tuple[State, Site | None]], *, assumed: bool) -> Way:
        calls: list[Site] = []
        at = state
        while before[at][0] != at:
            at, site = before[at]
            if site is not None:
                calls.append(site)
        known = None if assumed else self._ways.to(at.file, at.scope)
        return Way(state.file, state.scope, tuple(calls), known.entries if known else 1, assumed)

    def _back(self, state: State) -> list[tuple[State, Site | None]]:
        """The functions that run this one, with place and value as they see them."""
        unit = self._units[state.file]
        header = unit.header(state.scope)
        found: list[tuple[State, Site | None]] = []
        around = header.parent
        if around > 0 and unit.header(around).kind != CLASS:
            base = state.base if state.base and state.base.scope == around else None
            if base or state.why:
                params, key = (frozenset(p for p in each if p.scope == around) for each in (state.params, state.key))
                derived = state.derived or self._told(state)
                found.append((state._replace(scope=around, base=base, params=params, key=key, derived=derived), None))
        for caller in self._callers.of(state.file, state.scope):
            site, runner, _ = caller
            if runner <= 0 and site.file not in self._entries.sessions:
                continue
            if runner != site.scope:  # in a default: a dependency, whose parameters the framework fills
                if state.why:
                    own = any(self._requests.given(state.file, state.scope, p.name) for p in state.params)
                    following = state._replace(
                        file=site.file, scope=runner, base=None, params=frozenset(), derived=state.derived or own,
                        key=frozenset(),
                    )  # fmt: skip
                    found.append((following, site))
                continue
            found += [(following, site) for following in self._calling(state, caller)]
        return found

    def _told(self, state: State) -> bool:
        """Whether somebody unknown tells an inner function what the value comes from: it is a callback of the request.

        It is registered by a decorator, or as the last argument: further ones would be what it is given.
        """
        if not any(p.scope == state.scope for p in state.params):
            return False
        callers = self._callers.of(state.file, state.scope)
        header = self._units[state.file].header(state.scope)
        if any(caller.calls for caller in callers):
            return False
        calls = [self._units[c.site.file].body(c.site.scope).calls[c.site.call] for c in callers]
        last = [call[1][-1] for call in calls if call[1] and not call[2]]
        return bool(header.decorators) or any(value in (header.name, ("def", state.scope)) for value in last)

    def _calling(self, state: State, caller: Caller) -> list[State]:
        site = caller.site
        key = self._key(state, caller)
        if key is None:
            return []
        apart = key if state.params.isdisjoint(state.key) else NOTHING  # a key that is kept itself says it anyway
        params: set[Param] = set()
        derived = state.derived
        for param in state.params:
            if param.scope != state.scope:
                params |= {param} if param.scope == site.scope and site.file == state.file else set()
                continue
            value = filling(self._e, caller, state.file, state.scope, param.name)
            found = self._requests.of(site.file, site.scope, value)
            params |= found.params - apart.params
            derived = derived or bool(found.own - apart.own) or bool(found.people)
        whole = state._replace(
            file=site.file, scope=site.scope, base=None, params=frozenset(params), derived=derived, key=key.params
        )
        if state.why or state.base is None:
            return [whole]
        if state.base.scope != state.scope:
            return [whole._replace(base=state.base)] if state.base.scope == site.scope else []
        result: list[State] = []
        value = filling(self._e, caller, state.file, state.scope, state.base.name)
        for place in self._places.of(site.file, site.scope, value):
            if self._keys.along(place) not in ("", "constant"):
                continue
            held = place._replace(steps=(*place.steps, *state.base.steps)[:LONG])
            if place.kind == "parameter":
                result.append(whole._replace(base=held, why=_under(self._keepers.parameter(place), held)))
            elif why := _under(self._keepers.of(place, None), held):
                if place.kind == "state":
                    position = self._units[site.file].body(site.scope).calls[site.call][3]
                    why = why._replace(file=site.file, scope=site.scope, position=position)
                result.append(whole._replace(why=why))
        return result

    def _key(self, state: State, caller: Caller) -> Sources | None:
        """Where what a caller gives for the key comes from; None where that partitions, or is not known."""
        file, scope = caller.site.file, caller.site.scope
        names = sorted(p.name for p in state.key if p.scope == state.scope)
        if not names:
            near = file == state.file
            return NOTHING._replace(params=frozenset(p for p in state.key if near and p.scope == scope))
        values = [self._filled(state, caller, name) for name in names]
        keyed = {self._keys.derived(file, scope, v) for v in values}
        if "own" in keyed or ("request" not in keyed and keyed != {"constant"}):
            return None
        return self._requests.of(file, scope, *values)

    def _filled(self, state: State, caller: Caller, name: str) -> Any:
        """What a parameter gets: what a caller gives, or else a constant that it has by default."""
        value = filling(self._e, caller, state.file, state.scope, name)
        if value is not None:
            return value
        default = next(p[2] for p in self._units[state.file].header(state.scope).params if p[0] == name)
        return default if type(default) is tuple and default[:1] == ("=",) else None


def _under(why: Lasting | None, place: Place) -> Lasting | None:
    """Why something lasts that hangs on what does."""
    steps = "".join(f".{s.name}" if s.name else "[..]" for s in place.steps)
    return why and why._replace(name=f"{why.name}{steps}")
