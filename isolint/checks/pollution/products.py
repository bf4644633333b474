"""Products: touches of what the product keeps for all, by its own functions and methods, or by filling a container."""

from typing import Any, Final

from isolint.checks.pollution.effects import Effect, Effects, Spot, parameter, spots
from isolint.checks.pollution.outliving import FALSY, Outliving
from isolint.facts import MODULE
from isolint.program import Program
from isolint.program.testing.touches import Call, Thing, Touch
from isolint.program.unit import receiver
from isolint.program.values.origins import Fn

ATTRIBUTE: Final = "attribute"


class Products:
    """Answers for the calls and stores of a suite; of objects of kind `accessor` another rule speaks."""

    def __init__(self, program: Program, outliving: Outliving, accessor: str) -> None:
        self._accessor = accessor
        self._program = program
        self._units = program.units
        self._outliving = outliving
        self.effects = program.once(Effects)

    def call(self, call: Call) -> list[Touch]:
        """The touches by a call of one of the product's functions."""
        found: list[Touch] = []
        for fn, effect, spot in self.effects.by(call.site, call.callee):
            if self._lasts(spot):
                value = self._given(call, fn, parameter(effect.value))
                if not self._begins(call, effect, spot, value):
                    given = call.arguments if effect.deep else ()
                    touch = self._touch(spot, call.position, call.region, value)
                    found.append(touch._replace(given=given, deep=effect.deep))
        return found[:1]

    def filled(self, file: int, scope: int, base: Any, key: Any, position: int, region: int) -> list[Touch]:
        """The touch by putting something into a container."""
        if not self.effects.may_lead(file, base, self._units[file].body(scope).calls):
            return []
        for place in self._program.places.of(file, scope, base):
            for spot in spots(place):
                if self._lasts(spot) and spot.place.kind == "global" and self._is_container(file, scope, base):
                    given = () if key is None else (key,)
                    return [self._touch(spot, position, region, None)._replace(given=given, deep=True)]
        return []

    def _is_container(self, file: int, scope: int, base: Any) -> bool:
        e = self._program.evaluator
        return any(e.meaning.has_kind(o, "container") for o in e.origins(file, scope, base))

    def _lasts(self, spot: Spot) -> bool:
        """Whether a spot is the product's, and one for all threads."""
        place = spot.place
        if self._program.roles[place.file] != "application":
            return False
        bound = self._units[place.file].top().get(place.name) if place.kind == "global" else None
        origins = self._program.evaluator.origins(place.file, MODULE, bound) if bound is not None else ()
        if any(self._program.evaluator.meaning.has_kind(o, self._accessor) for o in origins):
            return False
        return not self._outliving.is_own(place.file, MODULE, bound)

    def _touch(self, spot: Spot, position: int, region: int, value: Any) -> Touch:
        whole = spot.place.name.removesuffix("()").rpartition(".")[2]
        within = (Thing(ATTRIBUTE, whole),) if spot.attribute else ()
        place = f"{whole}.{spot.attribute}" if spot.attribute else whole
        return Touch(Thing(ATTRIBUTE, spot.name()), position, region, place, value, within=within, spot=spot)

    def _given(self, call: Call, fn: Fn, name: str) -> Any:
        """What a call gives for a parameter; None where nobody knows."""
        if not name:
            return None
        names = [row[0] for row in self._units[fn.file].header(fn.scope).params]
        number = names.index(name) - (fn.receiver is not None)
        for key, value in call.keywords:
            if key == name:
                return value
        return call.arguments[number] if 0 <= number < len(call.arguments) else None

    def _begins(self, call: Call, effect: Effect, spot: Spot, value: Any) -> bool:
        """Whether a spot is set to what it begins with, or to nothing."""
        if effect.deep:
            return False
        if parameter(effect.value) and value is None:
            return True  # left at its default
        file, scope = call.site.file, call.site.scope
        told = self._outliving.plain(file, scope, value)
        if told is None:
            return False
        if told in FALSY:
            return True
        if effect.place is None:
            return self._outliving.begins(file, scope, receiver(call.callee), effect.attribute, value)
        first = self._units[spot.place.file].top().get(spot.place.name)
        return not spot.attribute and self._outliving.plain(spot.place.file, MODULE, first) == told
