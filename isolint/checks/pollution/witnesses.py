"""Witnesses: which test looks at what another one has changed in the product, and sets nothing there itself before."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.checks.pollution.effects import Effects, Spot
from isolint.program import Program
from isolint.program.flow.places import Place
from isolint.program.testing.endings import Endings
from isolint.program.testing.touches import Thing, Touch
from isolint.program.unit import receiver
from isolint.program.values.origins import Fn, Site

At = tuple[int, int]


class Look(NamedTuple):
    """A place where a test looks at a spot; `asked` is what tells the part of it that is looked at."""

    file: int
    scope: int
    position: int
    asked: tuple[Any, ...]


class Witnesses:
    """Answers for touches of spots of the product."""

    def __init__(self, program: Program, endings: Endings) -> None:
        self._program = program
        self._units = program.units
        self._suites = program.suites
        self._endings = endings
        self._effects = program.once(Effects)
        self._looks: dict[Spot, tuple[Look, ...]] = {}

    def of(self, at: At, touch: Touch, position: int) -> Look | None:
        """Where a test looks at what a function has changed; none where the suite sets that back."""
        looks = [o for o in self._all(touch.spot) if o[:2] != at and _is_asked(o.asked, touch)]
        if not looks or self._is_set_back(at, touch, position):
            return None
        looks.sort(key=lambda one: one.file != at[0])
        return next((o for o in looks if not self._runs(at, o[:2]) and not self._settled(o, touch)), None)

    def _runs(self, at: At, test: At) -> bool:
        """Whether a function is a fixture or hook of a test."""
        return any(fn[:2] == at for fn in self._suites.closure(*test)) or at in self._suites.hooks(*test)

    def _all(self, spot: Spot) -> tuple[Look, ...]:
        """Where tests look at a spot."""
        found = self._looks.get(spot)
        if found is None:
            place = None if spot.attribute else spot.place
            readers = {self._units[f].header(s).name for f, s in self._program.reads.of(spot.name(), place)}
            names = self._program.evaluator.surface.aliased(frozenset(readers))
            found = self._looks[spot] = tuple(self._search(spot, names))
        return found

    def _search(self, spot: Spot, readers: frozenset[str]) -> Iterator[Look]:
        module = self._program.modules.dotted(spot.place.file).rpartition(".")[2]
        for file in self._program.evaluator.surface.mentioning(module):
            unit = self._units[file]
            mentions = unit.interface.mentions
            if self._program.roles[file] != "test" or (readers.isdisjoint(mentions) and spot.name() not in mentions):
                continue
            for scope in self._suites.tests(file):
                yield from self._called(file, scope, spot, readers)
                if spot.name() in mentions and spot.name() in self._program.reads.spoken(file, scope):
                    yield from self._shown(file, scope, spot)

    def _called(self, file: int, scope: int, spot: Spot, readers: frozenset[str]) -> Iterator[Look]:
        """Where a test looks at a spot by a function of the product."""
        names = self._units[file].callees(scope)
        if readers.isdisjoint(names):
            return
        for number, name in enumerate(names):
            callee, arguments, _, position, *_ = self._units[file].body(scope).calls[number]
            if name not in readers or not self._effects.may_lead(file, callee, self._units[file].body(scope).calls):
                continue
            held = self._program.places.of(file, scope, receiver(callee)) if receiver(callee) is not None else ()
            own = any(p._replace(steps=()) == spot.place for p in held)
            for fn in self._effects.called(Site(file, scope, number), callee):
                if self._program.roles[fn.file] == "application" and self._reads(fn, spot, own=own):
                    yield Look(file, scope, position, arguments)

    def _reads(self, fn: Fn, spot: Spot, *, own: bool) -> bool:
        """Whether a function looks at a spot and leaves it; `own`: it is called on what the spot hangs on."""
        effects = [e for e in self._effects.all(fn) if not e.once and e.attribute == spot.attribute]
        if any(e.place == spot.place or (e.place is None and own) for e in effects):
            return False
        spoken = self._program.reads.spoken(fn.file, fn.scope)
        if spot.attribute and own and f"$.{spot.attribute}" in spoken:
            return True
        name = spot.place.name
        if name not in spoken or (spot.attribute and spot.attribute not in spoken):
            return False
        return spot.place in self._program.places.exported(fn.file, name)

    def _shown(self, file: int, scope: int, spot: Spot) -> Iterator[Look]:
        """Where a test looks at a spot itself."""
        body = self._units[file].body(scope)
        for value, position in [*body.asserts, *[(c[1], c[3]) for c in body.calls]]:
            for path, keys in _paths(value):
                if path.rpartition(".")[2] == spot.name() and self._effects.may_lead(file, path, body.calls):
                    places = self._program.places.of(file, scope, path)
                    if any(_is(p, spot) for p in places):
                        yield Look(file, scope, position, keys)

    def _is_set_back(self, at: At, touch: Touch, position: int) -> bool:
        """Whether a spot is changed once more: by the function later, or by what runs around it."""
        counted = {t.position for t in self._endings.touches(*at) if t.counts}
        if any(p > position and p not in counted for p in self._effects.changes(at, touch.spot)):
            return True
        around = [fn[:2] for fn in self._suites.closure(*at)] + self._suites.hooks(*at) + self._suites.cleanups(*at)
        return any(self._touched(each, touch) for each in around if each != at)

    def _settled(self, look: Look, touch: Touch) -> bool:
        """Whether a test sets a spot itself before it looks, or a fixture or hook of its does."""
        test = look[:2]
        own = [t.position for t in self._endings.touches(*test) if self._meets(t.thing, touch)]
        if any(p < look.position for p in (*own, *self._effects.changes(test, touch.spot))):
            return True
        around = [fn[:2] for fn in self._suites.closure(*test)] + self._suites.hooks(*test)
        return any(self._touched(each, touch) for each in around)

    def _touched(self, at: At, touch: Touch) -> bool:
        """Whether a fixture, hook or helper changes what a touch does."""
        return any(self._meets(u.thing, touch) for u in self._endings.all(*at)) or bool(
            self._effects.changes(at, touch.spot)
        )

    def _meets(self, thing: Thing, touch: Touch) -> bool:
        return thing.meets(touch.thing) or thing in touch.within


def _is(place: Place, spot: Spot) -> bool:
    """Whether a place is a spot, or a part of it."""
    names = [step.name for step in place.steps]
    return place._replace(steps=()) == spot.place and (names[:1] == [spot.attribute] if spot.attribute else True)


def _paths(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The paths that a value is made up of, and the key of the element that is taken or looked for."""
    if type(value) is str:
        yield value, keys
    elif type(value) is tuple and value[:1] == (".",):
        yield from _paths(value[1], keys)  # the path behind it is one of what that gives
    elif type(value) is tuple and value and value[0] not in ("=", "import", "def"):
        of_element = value[0] in ("[]", "<-") and len(value) > 2  # noqa: PLR2004  # what, of which, by which key
        for part in value[1:]:
            yield from _paths(part, tuple(p for p in value[1:] if p is not part) if of_element else keys)


def _is_asked(asked: tuple[Any, ...], touch: Touch) -> bool:
    """Whether what is asked for may be what was put there: all of it, or what has the same constant for its key."""
    if not touch.deep or not asked:
        return True
    told = {a[1] for a in touch.given if type(a) is tuple and a[:1] == ("=",)}
    return any(type(a) is tuple and a[:1] == ("=",) and a[1] in told for a in asked)
