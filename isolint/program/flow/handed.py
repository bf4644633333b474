"""Handed: what a function is given for a parameter of which no class is known, by its callers or by an injector."""

from typing import Final, NamedTuple

from isolint.program.entry.callers import Callers
from isolint.program.flow.given import filling
from isolint.program.flow.keys import Keys
from isolint.program.flow.places import Place, Places, Step
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Origins, join

FAR: Final = 20  # parameters on the way back
WHOLE: Final = ("", "constant")


class Given(NamedTuple):
    """A place that a parameter may be, and what is there."""

    place: Place
    origins: Origins


class Handed:
    """Answers for what hangs on parameters; remembered for each parameter."""

    def __init__(self, evaluator: Evaluator, callers: Callers, places: Places, keys: Keys) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._callers = callers
        self._places = places
        self._keys = keys
        self._memory: dict[Place, tuple[Given, ...]] = {}
        self._kept: dict[Place, tuple[Given, ...]] = {}

    def of(self, place: Place) -> tuple[Given, ...]:
        """What is there, through the functions that only hand it on; what is one user's part is left out."""
        root = place._replace(steps=())
        found = self._memory.get(root)
        if found is None:
            self._memory[root] = ()
            found = self._memory[root] = tuple(dict.fromkeys(self._search(root)))
        return tuple([self._under(one, place.steps) for one in found]) if place.steps else found

    def _search(self, root: Place) -> list[Given]:
        found: list[Given] = []
        queue = [root]
        for at in queue:
            if len(queue) > FAR:
                return []
            found += [self._under(one, at.steps) for one in self.injected(at)]
            for caller in self._callers.of(at.file, at.scope):
                file, scope, _ = caller.site
                value = filling(self._e, caller, at.file, at.scope, at.name)
                for place in self._places.of(file, scope, value):
                    if self._keys.along(place) not in WHOLE:
                        continue
                    if place.kind != "parameter" or self._units[place.file].own(place.scope) == place.name:
                        found.append(self._under(Given(place, self._e.origins(file, scope, value)), at.steps))
                    elif (further := place._replace(steps=(*place.steps, *at.steps))) not in queue:
                        queue.append(further)
        return found

    def _under(self, one: Given, steps: tuple[Step, ...]) -> Given:
        origins = one.origins
        for step in steps:
            if step.name:
                origins = self._e.attribute(origins, step.name)
            else:
                origins = tuple([Ext(f"{o.path}[]", o.site) for o in origins if type(o) is Ext])
        return Given(one.place._replace(steps=(*one.place.steps, *steps)), origins)

    def kept(self, place: Place) -> tuple[Given, ...]:
        """What an object keeps under the first name of a place, where all who make one give it what it does not own."""
        found = self._kept.get(place)
        if found is None:
            found = self._kept[place] = self._given(place)
        return found

    def _given(self, place: Place) -> tuple[Given, ...]:
        unit = self._units[place.file]
        if not place.steps or not place.steps[0].name or unit.own(place.scope) != place.name:
            return ()
        stored = self._e.members.attributes(Cls(place.file, unit.owner(place.scope))).get(place.steps[0].name, ())
        if len(stored) != 1 or type(stored[0][1]) is not str or "." in stored[0][1]:
            return ()
        method, value = stored[0]
        if unit.header(method).name != "__init__" or value[0] != "$":
            return ()
        root = Place("parameter", place.file, method, value[1:])
        for caller in self._callers.of(root.file, root.scope):
            site = caller.site
            value = filling(self._e, caller, root.file, root.scope, root.name)
            places = self._places.of(site.file, site.scope, value)
            if not places or any(self._is_owned(place) for place in places):
                return ()
        return self.of(root._replace(steps=place.steps[1:]))

    def _is_owned(self, place: Place) -> bool:
        """Whether a parameter may hold what a caller has for itself."""
        if place.kind != "parameter" or self._units[place.file].own(place.scope) == place.name:
            return False
        return not self.of(place)

    def injected(self, parameter: Place) -> list[Given]:
        """What a framework fills a parameter with: what that function gives which its default or annotation names."""
        header = self._units[parameter.file].header(parameter.scope)
        found: list[Given] = []
        for name, note, default, _ in header.params:
            if name == parameter.name:
                told = self._e.annotations.extras(parameter.file, header.parent, note)
                if type(default) is int:
                    told = join(told, self._e.origins(parameter.file, header.parent, default))
                for origin in told:
                    for provider in self._e.calls.providers(origin) or ():
                        found += self._provided(provider) if type(provider) is Fn else []
        return found

    def _provided(self, provider: Fn) -> list[Given]:
        """What a function gives that hangs on nothing of its own call."""
        origins = self._e.calls.returned(provider, None)
        yields = self._units[provider.file].body(provider.scope).yields
        yielded = [p for value, _ in yields for p in self._places.of(provider.file, provider.scope, value)]
        places = self._places.provided(provider) + yielded
        return [Given(p, origins) for p in places if p.kind != "parameter" and self._keys.along(p) in WHOLE]
