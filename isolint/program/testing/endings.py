"""Endings: what a function of a test suite sets back, and when: at its end, at the test's, or on its way."""

from collections.abc import Container, Iterator
from typing import Any, Final, Literal, NamedTuple

from isolint.facts import CLASS, FUNCTION, GENERATOR, LAMBDA
from isolint.program.flow.regions import chain, inside
from isolint.program.testing.halves import is_half
from isolint.program.testing.inside import Inside
from isolint.program.testing.touches import ALL, Call, Thing, Touch, Touching
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Fn, Obj, Origin, Site
from isolint.program.words import snake

DEEP: Final = 3  # helpers of helpers
LEAVING: Final = ("__exit__", "__aexit__")
NOTHING: Final = frozenset[int]()
HELPER: Final = "what a helper sets"

# finally: whatever happens; after: behind the `yield`; promised: somebody was told to do it; later: where all goes well
When = Literal["finally", "after", "promised", "later"]


class Undo(NamedTuple):
    """One setting back; `value` is what something is set to, `back` that it began so.

    `drops`: it is taken away; `adds`: something is added to what is there; `half`: it is done only where there was
    something before.
    """

    thing: Thing
    drops: bool = False
    when: When = "promised"
    position: int = 0
    value: Any = None
    back: bool = False
    adds: bool = False
    half: bool = False

    def reverts(self, touch: Touch) -> bool:
        """Whether it may put back what a touch has changed: what was taken away, nothing that takes away does.

        What only adds, or is done only where there was something, puts back no more than what was taken away.
        """
        if self.thing in touch.within:
            return True
        if (self.drops and touch.drops) or ((self.adds or self.half) and not touch.drops):
            return False
        return self.thing.meets(touch.thing)


class Endings:
    """Answers for one sort of things.

    `registering` are names of calls that take what is called at the end. `about` are words in the names of context
    managers and decorators that nobody knows, and that are believed to set back what they speak of.
    """

    def __init__(
        self,
        evaluator: Evaluator,
        touching: Touching,
        inside: Inside,
        registering: frozenset[str],
        about: frozenset[str],
    ) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._touching = touching
        self._inside = inside
        self._registering = registering
        self._telling = registering | touching.keeping
        self._about = about
        self._touches: dict[tuple[int, int], tuple[Touch, ...]] = {}
        self._all: dict[tuple[int, int, int], tuple[Undo, ...]] = {}
        self._inner: dict[int, dict[int, list[int]]] = {}
        self._undone: dict[tuple[int, int], tuple[Undo, ...]] = {}

    def touches(self, file: int, scope: int) -> tuple[Touch, ...]:
        """The touches of a function itself, in order."""
        found = self._touches.get((file, scope))
        if found is None:
            listed = self._touching.stores(file, scope) if self._units[file].body(scope).stores else []
            for number in self._touching.calling(file, scope):
                listed += self._touching.call(self._call(file, scope, number))
            found = self._touches[file, scope] = tuple(sorted(listed, key=lambda t: t.position)) if listed else ()
        return found

    def changing(self, file: int) -> frozenset[int]:
        """The scopes of a file that themselves touch anything which outlives the test."""
        near = self._touching.changing(file)
        return frozenset([n for n in near if any(t.counts for t in self.touches(file, n))]) if near else NOTHING

    def _calls(self, file: int, scope: int, runs: Container[int] = ()) -> list[Call]:
        """The calls of a function that may promise something or set it back, and those of these numbers."""
        names, telling = self._units[file].callees(scope), self._telling
        numbers = [n for n, name in enumerate(names) if name in telling or n in runs]
        return [self._call(file, scope, number) for number in numbers]

    def _call(self, file: int, scope: int, number: int) -> Call:
        callee, arguments, keywords, position, _, region = self._units[file].body(scope).calls[number]
        return Call(Site(file, scope, number), callee, arguments, keywords, position, region)

    def all(self, file: int, scope: int, depth: int = 0) -> tuple[Undo, ...]:
        """All that a function touches or promises, with the functions in it and the helpers that it calls."""
        key = (file, scope, depth)
        found = self._all.get(key)
        if found is None:
            self._all[key] = ()
            undos = {u._replace(when="promised", position=0, value=None, back=False) for u in self._own(file, scope)}
            below: list[tuple[int, int]] = [(file, s) for s in self._nested(file, scope)]
            for call in self._calls(file, scope):
                undos.update([Undo(t) for t in self._touching.kept(call)], self._registered(call))
            below += [(fn.file, fn.scope) for fns in self._inside.runs(file, scope).values() for fn in fns]
            for each in dict.fromkeys(below) if depth < DEEP else ():
                undos.update(self.all(*each, depth + 1))
            found = self._all[key] = tuple(undos)
        return found

    def undone(self, file: int, scope: int) -> tuple[Undo, ...]:
        """What a function sets back, with all helpers that it calls."""
        found = self._undone.get((file, scope))
        if found is None:
            self._undone[file, scope] = ()
            found = self._undone[file, scope] = tuple(self._undo(file, scope))
        return found

    def _undo(self, file: int, scope: int) -> Iterator[Undo]:
        regions = self._units[file].body(scope).regions
        entered = {manager for kind, _, manager in regions if kind == "with"}
        yield from self._own(file, scope)
        runs = self._inside.runs(file, scope)
        for call in self._calls(file, scope, runs):
            yield from self._registered(call)
            if call.site.call in entered:
                continue
            yield from (Undo(t) for t in self._touching.kept(call))
            when = self.when(file, scope, call.position, call.region)
            for fn in runs.get(call.site.call, ()):
                for undo in self.all(fn.file, fn.scope, 1):
                    yield undo._replace(when=when, position=call.position, value=HELPER)
                yield from (u for u in self.undone(fn.file, fn.scope) if u.when == "promised")

    def _own(self, file: int, scope: int) -> Iterator[Undo]:
        """What a function sets itself, be it back or not."""
        body, touches = self._units[file].body(scope), self.touches(file, scope)
        whens = [self.when(file, scope, t.position, t.region) for t in touches]
        for touch, when in zip(touches, whens, strict=True):
            others = [t for t, other in zip(touches, whens, strict=True) if other == when]
            half = is_half(body, touch, others, ending=when != "later")
            yield Undo(touch.thing, touch.drops, when, touch.position, touch.value, touch.back, touch.adds, half)

    def when(self, file: int, scope: int, position: int, region: int) -> When:
        """When a place of a function runs."""
        unit = self._units[file]
        body = unit.body(scope)
        if inside(body, region, "finally"):
            return "finally"
        if unit.header(scope).flags & GENERATOR and body.yields and position > min(p for _, p in body.yields):
            return "after"
        return "later"

    def ends(self, file: int, scope: int) -> tuple[Undo, ...]:
        """What is set back when a fixture, context manager or hook is over."""
        found = {
            Undo(u.thing, u.drops, adds=u.adds, half=u.half) for u in self.undone(file, scope) if u.when != "later"
        }
        body = self._units[file].body(scope)
        for kind, _, manager in body.regions if body.yields else ():
            if kind == "with":
                found.update(self.managed(file, scope, manager))
        return tuple(found)

    def around(self, file: int, scope: int, region: int) -> Iterator[Undo]:
        """What the blocks around a place set back when they are left."""
        body = self._units[file].body(scope)
        for number in chain(body, region):
            if body.regions[number][0] == "with":
                yield from self.managed(file, scope, body.regions[number][2])

    def managed(self, file: int, scope: int, manager: Any) -> tuple[Undo, ...]:
        """What a `with`, or a decorator, of this value sets back."""
        found: set[Undo] = set()
        callee = manager
        if type(manager) is int:
            call = self._call(file, scope, manager)
            callee = call.callee
            found.update(Undo(thing) for thing in self._touching.kept(call))
        origins = self._e.origins(file, scope, callee)
        for origin in (*origins, *(self._e.origins(file, scope, manager) if callee is not manager else ())):
            found.update(self._left(origin))
        if not any(type(o) in (Fn, Cls, Obj) for o in origins):
            words = frozenset(snake(last_name(callee)).strip("_").split("_"))
            found.update([] if words.isdisjoint(self._about) else [Undo(Thing(ALL))])
        return tuple(found)

    def _left(self, origin: Origin) -> Iterator[Undo]:
        """What a context manager or decorator of the program sets back, be it a function or a class."""
        match origin:
            case Fn(file, scope, _):
                yield from self.ends(file, scope)
                for inner in self._nested(file, scope):
                    yield from self._left(Fn(file, inner, None))
            case Cls() | Obj():
                made = Obj(origin, None) if type(origin) is Cls else origin
                for method in (m for name in LEAVING for m in self._e.attribute((made,), name)):
                    if type(method) is Fn:
                        yield from self.all(method.file, method.scope)

    def _registered(self, call: Call) -> list[Undo]:
        """What a call is told to do at the end, if it is one that takes such a thing."""
        if last_name(call.callee) not in self._registering:
            return []
        found: list[Undo] = []
        file, scope = call.site.file, call.site.scope
        for number, value in enumerate(call.arguments):
            given, rest = value, call.arguments[number + 1 :]
            if type(value) is int:  # a function with some of its arguments, or a context manager to enter
                found += self.managed(file, scope, value)
                inner = self._units[file].body(scope).calls[value][1]
                given, rest = (inner[0], inner[1:]) if inner else (None, ())
            if given is not None:
                later = Call(call.site, given, rest, call.keywords, call.position, call.region)
                found += [Undo(t.thing, t.drops, adds=t.adds) for t in self._touching.call(later)]
                found += [u for fn in self._inside.called(later.site, given) for u in self.all(fn.file, fn.scope, 1)]
        return found

    def nested(self, file: int, scope: int) -> list[int]:
        """The functions that are defined in a function, without lambdas."""
        return [s for s in self._nested(file, scope) if not self._units[file].header(s).flags & LAMBDA]

    def _nested(self, file: int, scope: int) -> list[int]:
        found = self._inner.get(file)
        if found is None:
            found = self._inner[file] = {}
            for number, header in enumerate(self._units[file].interface.scopes):
                if header[0] == FUNCTION:
                    found.setdefault(header[2], []).append(number)
        return found.get(scope, [])

    def siblings(self, file: int, scope: int) -> list[int]:
        """The other methods of the class that a method stands in."""
        owner = self._units[file].owner(scope)
        scopes = self._units[file].interface.scopes
        return [n for n in range(len(scopes)) if scopes[n][2] == owner >= 0 and n != scope and scopes[n][0] != CLASS]
