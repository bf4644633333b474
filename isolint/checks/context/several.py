"""Several: which contexts does one function use for more than one user?"""

from collections.abc import Iterator
from typing import Any, Final

from isolint.checks.context.signatures import NONE, Signatures, Slot
from isolint.checks.state.fates import Fates
from isolint.facts import AWAITED, FUNCTION, Body, unpack
from isolint.program.flow.holds import contains_loop
from isolint.program.flow.regions import call_of, chain, contains, exclusive, loops
from isolint.program.flow.spelling import spelling
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site

Found = tuple[str, str, int, int]
GROWING: Final = frozenset({"append", "add", "extend"})
TOGETHER: Final = "is given to coroutines or threads that run together, each for another user"
RENAMED: Final = "is given one user after another, while what it was given to before may still work with it"


class Several:
    """Answers for files: place, how, scope and position; `people` are the names that tell one user from another."""

    def __init__(self, signatures: Signatures, spawner: str, people: frozenset[str]) -> None:
        self._signatures = signatures
        self._program = signatures.program
        self._spawner = spawner
        self._people = people
        self._changed: dict[str, bool] = {}
        self._spawners = self._program.vocabulary.lasts(spawner)

    def of(self, file: int) -> Iterator[Found]:
        """What the functions of a file do."""
        unit = self._program.units[file]
        spelled = self._program.spelled(file, self._spawners)
        for scope in range(1, len(unit.interface.scopes)):
            if unit.interface.scopes[scope][0] != FUNCTION:
                continue
            body = unit.body(scope)
            yield from self._renamed(file, scope, body)
            yield from self._parts(file, scope, body)
            if spelled and any(last_name(c[0]) in spelled for c in body.calls):
                yield from self._together(file, scope, body, spelled)

    def _renamed(self, file: int, scope: int, body: Body) -> Iterator[Found]:
        """A context whose user is another one in each round of a loop."""
        for kind, base, key, value, position, region in body.stores:
            around = loops(body, region)
            if kind != "attr" or key not in self._people or not around or not contains_loop(value):
                continue
            if self._outside(body, base, around) and self._signatures.is_context(file, scope, base):
                yield spelling(body, base), RENAMED, scope, position

    def _outside(self, body: Body, value: Any, around: list[int]) -> bool:
        """Whether a value is the same one in each round of these loops."""
        number = call_of(value)
        if contains_loop(value) or (type(value) is tuple and value and value[0] == "|"):
            return False
        return number < 0 or not set(around) & set(chain(body, body.calls[number][5]))

    def _together(self, file: int, scope: int, body: Body, spelled: frozenset[str]) -> Iterator[Found]:
        """One context given to several calls that run together, with another user each."""
        seen: dict[tuple[Any, Any], list[tuple[int, frozenset[Any]]]] = {}
        for number, call in enumerate(body.calls):
            spawns = last_name(call[0]) in spelled and self._spawns(Site(file, scope, number))
            if call[4] & AWAITED or not (spawns or self._spawned(file, scope, body, number, spelled)):
                continue
            given = [*call[1], *[v for _, v in call[2]]]
            contexts = [v for v in given if type(v) in (int, str) and self._signatures.is_context(file, scope, v)]
            users = self._users(file, scope, number)
            for context in contexts if users else ():
                place = spelling(body, context)
                if any(contains_loop(u) for u in users):
                    if self._same(body, context, number):
                        yield place, TOGETHER, scope, call[3]
                    continue
                others = seen.setdefault((context, last_name(call[0])), [])
                if any(u.isdisjoint(users) and not exclusive(body, body.calls[n][5], call[5]) for n, u in others):
                    yield place, TOGETHER, scope, call[3]
                others.append((number, users))

    def _same(self, body: Body, context: Any, number: int) -> bool:
        """Whether each round of the loop or comprehension around a call gives it the same context."""
        made = call_of(context)
        if made < 0:
            return not contains_loop(context)
        if set(loops(body, body.calls[number][5])) & set(chain(body, body.calls[made][5])):
            return False
        given = [*body.calls[made][1], *[v for _, v in body.calls[made][2]]]
        outer, inner = unpack(body.calls[number][3]), unpack(body.calls[made][3])
        within = (outer.line, outer.column) <= (inner.line, inner.column) <= (outer.end_line, outer.end_column)
        return not within and not any(contains_loop(v) for v in given)

    def _spawns(self, site: Site) -> bool:
        callees = self._program.evaluator.calls.callees(site)
        rows = [r for o in callees for r in self._program.evaluator.meaning.rows(o, self._spawner)]
        return any(r.runs in ("together", "later", "in-turn", "thread") for r in rows)

    def _spawned(self, file: int, scope: int, body: Body, number: int, spelled: frozenset[str]) -> bool:
        """Whether a call's coroutine is given to what runs it beside others, by way of a list as it may be."""
        for at, call in enumerate(body.calls):
            if at == number or not any(contains(v, number) for v in (*call[1], *[v for _, v in call[2]])):
                continue
            if last_name(call[0]) in GROWING and receiver(call[0]) is not None:
                return True
            if last_name(call[0]) in spelled and self._spawns(Site(file, scope, at)) and not call[4] & AWAITED:
                return True
            if last_name(call[0]) in spelled and self._spawns(Site(file, scope, at)):
                return not any(type(v) is int and v == number for v in call[1]) or len(call[1]) > 1
        return False

    def _users(self, file: int, scope: int, number: int) -> frozenset[Any]:
        """The values given to a call that say for which user it is."""
        site = Site(file, scope, number)
        _, arguments, keywords, *_ = self._program.units[file].body(scope).calls[number]
        slots = [s for o in self._program.evaluator.calls.callees(site) for s in self._signatures.of(o)]
        found = {v for k, v in keywords if k in self._people}
        found |= {self._signatures.value(site, s) for s in slots if s.name in self._people}
        found |= {v for v in arguments if self._tells(v)}
        return frozenset(v for v in found if v not in ((), None, NONE))

    def _tells(self, value: Any) -> bool:
        """Whether a value's name speaks of a user: `user_id`, or one of `users`."""
        match value:
            case ("iter", inner):
                name = last_name(inner)
                return name in self._people or name.removesuffix("s") in self._people
            case (".", inner, str(path)):
                return path in self._people or (path == "id" and self._tells(inner))
            case str():
                return last_name(value) in self._people
        return False

    def _parts(self, file: int, scope: int, body: Body) -> Iterator[Found]:
        """A context made with a mutable that other users' contexts have, too."""
        for number, call in enumerate(body.calls):
            site = Site(file, scope, number)
            values = [v for v in (*call[1], *[v for _, v in call[2]]) if type(v) is str]
            if not values or not self._makes(site):
                continue
            callees = [o for o in self._program.evaluator.calls.callees(site) if isinstance(o, Cls)]
            for cls, slot in ((c, s) for c in callees for s in self._signatures.of(c)):
                value = self._signatures.value(site, slot)
                if type(value) is not str or not (attribute := self._keeps(cls, slot)):
                    continue
                shared = self._shared(file, scope, value) or self._parents(site, value, attribute)
                if shared and self._is_changed(attribute):
                    how = f"shares `{value.lstrip('$')}` with the contexts of other users"
                    yield f"{last_name(call[0])}.{attribute}", how, scope, call[3]

    def _makes(self, site: Site) -> bool:
        callees = self._program.evaluator.calls.callees(site)
        kind = self._signatures.context
        return any(isinstance(o, Cls) and self._program.evaluator.meaning.has_kind(Obj(o, None), kind) for o in callees)

    def _keeps(self, cls: Cls, slot: Slot) -> str:
        """The attribute that an object keeps what it is made with in, and no copy of it."""
        members = self._program.evaluator.members
        made = next((f for f in members.member(cls, "__init__", Obj(cls, None)) if isinstance(f, Fn)), None)
        if made:
            fates = Fates(self._program, empty=False).of(made.file, made.scope, slot.name)
            return next((f.attribute for f in fates if f.how == "kept" and f.keeper and f.known), "")
        if any(isinstance(o, Ext) for o in members.mro(cls)):
            return ""  # models of a library validate what they are given, and make it anew
        return "" if self._set_anew(cls, slot.name) else slot.name

    def _set_anew(self, cls: Cls, name: str) -> bool:
        """Whether methods of a class set a field, by name as they may."""
        members = self._program.evaluator.members
        for base in (b for b in members.mro(cls) if isinstance(b, Cls)):
            for method in members.methods(base):
                body = self._program.units[base.file].body(method)
                if any(s[0] == "attr" and s[2] == name for s in body.stores):
                    return True
                if any(last_name(c[0]) in ("__setattr__", "setattr") and ("=", name) in c[1] for c in body.calls):
                    return True
        return False

    def _shared(self, file: int, scope: int, value: str) -> bool:
        """Whether a value is a mutable that a module or a class has one of."""
        if value.startswith("$"):
            return False
        origins = self._program.evaluator.origins(file, scope, value)
        if not any(self._program.evaluator.meaning.has_kind(o, "container") for o in origins):
            return False
        return any(p.kind in ("global", "class") for p in self._program.places.of(file, scope, value))

    def _parents(self, site: Site, value: str, attribute: str) -> bool:
        """Whether a value is the part of another context, and the user another one in each round of a loop."""
        parent, _, name = value.rpartition(".")
        if name != attribute or not parent or not self._signatures.is_context(site.file, site.scope, parent):
            return False
        return any(contains_loop(u) for u in self._users(*site))

    def _is_changed(self, attribute: str) -> bool:
        """Whether the application puts anything in an attribute of that name."""
        if attribute not in self._changed:
            self._changed[attribute] = any(
                last_name(write.base) == attribute
                for file, unit in self._program.speaking(attribute, role="application")
                for scope in range(1, len(unit.interface.scopes))
                for write in self._program.writes.of(file, scope)
                if write.how in ("item", "call")
            )
        return self._changed[attribute]
