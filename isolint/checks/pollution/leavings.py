"""Leavings: what the functions of a suite leave changed, each on its own."""

import builtins
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, NamedTuple

from isolint.checks.pollution.leads import Leads
from isolint.checks.pollution.neighbours import Neighbours, inside
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.testing.endings import Endings, Undo
from isolint.program.testing.touches import Touch
from isolint.program.unit import last_name
from isolint.program.values.origins import Fn, Site
from isolint.program.words import snake

PLAIN: Final = frozenset(dir(builtins))

# never: it stays; asserted: set back behind an assertion that may fail; late: behind something else that may fail;
# fragile: by a clean-up that does not run where the rest of the set-up fails; dropped: what was there is not put back;
# half: put back only where there was something
How = Literal["never", "asserted", "late", "fragile", "dropped", "half"]


class Leaving(NamedTuple):
    """A touch in a function, and how it is left; `at` is where it happens for the function that is asked about."""

    file: int
    scope: int
    touch: Touch
    how: How
    at: int


class Leavings:
    """Answers for one sort of things; `apart` are words of what runs a function in a process of its own."""

    def __init__(self, program: Program, endings: Endings, apart: frozenset[str]) -> None:
        self._program = program
        self._units = program.units
        self._inside = program.once(inside)
        self._neighbours = program.once(Neighbours)
        self._endings = endings
        self._apart = apart
        self.leads = Leads(program, endings)
        self._asserting = program.vocabulary.lasts("expects-error")
        self._harmless = PLAIN | program.writes.methods | program.vocabulary.heads("mock")
        self._of: dict[tuple[int, int], tuple[Leaving, ...]] = {}

    def of(self, file: int, scope: int) -> tuple[Leaving, ...]:
        """What a function leaves changed, with the functions in it and the helpers that it calls."""
        if not self._may_leave(file, scope):
            return ()
        found = self._of.get((file, scope))
        if found is None:
            self._of[file, scope] = ()
            listed = list(self._settled(file, scope))
            if listed and self._units[file].owner(scope) >= 0 and scope not in self._program.suites.parts(file):
                others = [t for s in self._endings.siblings(file, scope) for t in self._endings.all(file, s)]
                listed = [one for one in listed if not reverted(one.touch, others)]
            found = self._of[file, scope] = tuple(listed)
        return found

    def _may_leave(self, file: int, scope: int) -> bool:
        """Whether a function changes something itself, has functions in it, or calls what is named like a changer."""
        unit, leading, changing = self._units[file], self.leads.of(file), self.leads.changing(file)
        if not changing and leading.isdisjoint(unit.interface.mentions):
            return False
        if scope in changing or not leading.isdisjoint(unit.callees(scope)):
            return True
        return unit.interface.scopes[scope][0] == FUNCTION and bool(self._endings.nested(file, scope))

    def _settled(self, file: int, scope: int) -> Iterator[Leaving]:
        """The touches of a function and of what it calls, but those that it sets back for certain."""
        changes = [*self._changes(file, scope)]
        if self._units[file].header(scope).kind != FUNCTION:
            changes = [c for c in changes if not self._program.lifetimes.guarded(file, scope, c[1])]
        if not changes:
            return
        undone, nested = self._endings.undone(file, scope), self._endings.nested(file, scope)
        decorated, touches = self._decorated(file, scope), self._endings.touches(file, scope)
        set_back = [(t.position, t.thing) for t in touches if t.back]
        for leaving, region in changes:
            at = leaving.at
            if self._endings.when(file, scope, at, region) != "later" or reverted(leaving.touch, decorated):
                continue
            if any(t.position < at and t.thing in leaving.touch.within for t in touches) or reverted(
                leaving.touch, self._endings.around(file, scope, region)
            ):
                continue
            thing, own = leaving.touch.thing, leaving.touch.spot is not None
            told = [(c.at, c.touch.thing) for c, _ in changes if own or c.touch.spot is None]
            again = any(place < at and other.meets(thing) for place, other in (*told, *set_back))
            if again and self._is_back(file, scope, leaving.touch, at, told[0][0]):
                continue
            after = [u for u in undone if not u.back or leaving.scope not in nested]  # who knows when those run
            how = self._how(file, scope, leaving.touch, at, after)
            if how is not None:
                yield leaving._replace(how=leaving.how if how == "never" else how)

    def _changes(self, file: int, scope: int) -> Iterator[tuple[Leaving, int]]:
        """What a function changes itself or by what it calls, with the region that this happens in."""
        for touch in self._endings.touches(file, scope) if scope in self.leads.changing(file) else ():
            if touch.counts:
                yield Leaving(file, scope, touch, "never", touch.position), touch.region
        function = self._units[file].header(scope).kind == FUNCTION
        inner = dict.fromkeys(self._endings.nested(file, scope) if function else ())
        leading, names = self.leads.of(file), self._units[file].callees(scope)
        if leading.isdisjoint(names) and not inner:
            return
        for number, name in enumerate(names):
            if name not in leading and not inner:
                continue
            callee, arguments, keywords, position, _, region = self._units[file].body(scope).calls[number]
            if inner and not self._apart.isdisjoint(_words(name)):
                for value in (*arguments, *[v for _, v in keywords]):
                    if type(value) is tuple and value[:1] == ("def",):
                        inner.pop(value[1], None)
                continue
            for fn in self._inside.called(Site(file, scope, number), callee) if name in leading else ():
                if fn.file == file:
                    inner.pop(fn.scope, None)
                left = self.of(fn.file, fn.scope) if (fn.file, fn.scope) != (file, scope) else ()
                if left and self._follows(file, fn):
                    yield from ((one._replace(at=position), region) for one in left)
        for number in inner:
            left = self.of(file, number)
            if left and not self.is_apart(file, number):
                position = self._units[file].header(number).position
                yield from ((one._replace(at=position), 0) for one in left)

    def _follows(self, file: int, fn: Fn) -> bool:
        """Whether a call in a file may well run a function, which no framework runs by itself."""
        return fn.scope not in self._program.suites.parts(fn.file) and self._neighbours.sees(file, fn.file)

    def is_apart(self, file: int, scope: int) -> bool:
        """Whether a decorator of a function, or of its class, runs it in a process of its own."""
        unit = self._units[file]
        headers = [unit.header(scope), *([unit.header(unit.owner(scope))] if unit.owner(scope) >= 0 else [])]
        for header in headers:
            for value in header.decorators:
                callee = unit.body(header.parent).calls[value][0] if type(value) is int else value
                if not self._apart.isdisjoint(_words(last_name(callee))):
                    return True
        return False

    def _decorated(self, file: int, scope: int) -> list[Undo]:
        """What the decorators of a function, and of its class, set back."""
        unit = self._units[file]
        found: list[Undo] = []
        headers = [unit.header(scope), *([unit.header(unit.owner(scope))] if unit.owner(scope) >= 0 else [])]
        for header in headers:
            for value in header.decorators:
                found += self._endings.managed(file, header.parent, value)
        return found

    def _is_back(self, file: int, scope: int, touch: Touch | Undo, at: int, first: int) -> bool:
        """Whether a touch puts something back: it takes away, sets what was there before or first, or comes last."""
        if touch.drops or touch.back:
            return True
        return self._saved(file, scope, touch.value, min(first, at)) or self._ends(file, scope, at, touch.value)

    def _ends(self, file: int, scope: int, at: int, value: Any) -> bool:
        """Whether a constant is set when all is done: what was there before, as somebody knew it."""
        body = self._units[file].body(scope)
        touched = {t.position for t in self._endings.touches(file, scope)}
        later = [p for _, p in body.asserts] + [c[3] for c in body.calls if c[3] not in touched]
        return type(value) is tuple and value[:1] == ("=",) and bool(body.asserts) and max(later, default=0) < at

    def _saved(self, file: int, scope: int, value: Any, before: int) -> bool:
        """Whether a value may be one that was put aside, as no constant or display is."""
        match value:
            case None | ("=" | "<-" | "list" | "tuple" | "set" | "dict" | "def" | "import", *_):
                return False
            case int():
                return bool(self._units[file].body(scope).calls[value][3] <= before)
            case ("|" | ":", *members):
                return any(self._saved(file, scope, m, before) for m in members)
        return True

    def _how(self, file: int, scope: int, touch: Touch, at: int, undone: Iterable[Undo]) -> How | None:
        """How a change is left by the function that makes it, or None where it is set back for certain."""
        late, dropped, half = 0, False, False
        for undo in undone:
            if not undo.reverts(touch):
                half = half or (undo.half and undo.thing.meets(touch.thing) and undo.position > at)
                dropped = dropped or (undo.thing.meets(touch.thing) and undo.position > at and not undo.adds)
                continue
            if undo.when == "promised" or (undo.when == "finally" and undo.position > at):
                return None
            if undo.when == "after":
                yields = [p for _, p in self._units[file].body(scope).yields if p > at]
                return "fragile" if self.risky(file, scope, at, min(yields, default=at)) else None
            if undo.position > at and self._is_back(file, scope, undo, undo.position, at):
                late = max(late, undo.position)
        if not late:
            return "half" if half else "dropped" if dropped else "never"
        return "asserted" if self.asserts(file, scope, at, late) else "late"

    def asserts(self, file: int, scope: int, start: int, end: int) -> bool:
        """Whether an assertion stands between two places."""
        body = self._units[file].body(scope)
        if any(start < p < end for _, p in body.asserts):
            return True
        between = [last_name(c[0]) for c in body.calls if start < c[3] < end]
        return any(n.startswith("assert") or n in self._asserting for n in between)

    def risky(self, file: int, scope: int, start: int, end: int) -> bool:
        """Whether a call that may well fail stands between two places."""
        touched = {t.position for t in self._endings.touches(file, scope)}
        for callee, _, _, position, *_ in self._units[file].body(scope).calls:
            if start < position < end and position not in touched and last_name(callee) not in self._harmless:
                return True
        return False


def reverted(touch: Touch, undos: Iterable[Undo]) -> bool:
    """Whether one of these may put back what a touch has changed."""
    return any(undo.reverts(touch) for undo in undos)


def _words(name: str) -> frozenset[str]:
    return frozenset(snake(name).strip("_").split("_"))
