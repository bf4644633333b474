"""Switched: is a setting of the whole process changed with request data?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from isolint.checks.brought import Brought, brought, matched
from isolint.checks.match import Match
from isolint.checks.state.owned import owned
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.restoring import Restored
from isolint.program.flow.settings import Setting, Settings
from isolint.program.unit import Unit, last_name
from isolint.program.words import snake


@dataclass(frozen=True, slots=True)
class Switched:
    """Settings of kind `state` that are changed with request data, even where a `restoring` sets them back.

    Setting them back is enough where nobody else runs before that: in one thread, without an `await`. What is one of
    the execution context only counts where that is used again, and nobody sets it back; `hooks` run for every request.
    An entry with a parameter named by one of `administrators` sets for all on purpose. In a program without entries,
    a credential that an object is given is one of many, unless its class is called as one of `configuring`.
    """

    state: str
    restoring: str
    hooks: tuple[str, ...]
    administrators: tuple[str, ...]
    configuring: tuple[str, ...] = ()
    locating: tuple[str, ...] = ()

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each setting and function."""
        settings = Settings(program.evaluator, program.writes, self.state, self.restoring)
        cleared: dict[frozenset[str], bool] = {}
        for file, scope in program.functions():
            if settings.spoken(file):
                yield from self._function(program, settings, file, scope, cleared)

    def _function(
        self, program: Program, settings: Settings, file: int, scope: int, cleared: dict[frozenset[str], bool]
    ) -> Iterator[Match]:
        seen: dict[str, Match] = {}
        for one in sorted(settings.of(file, scope), key=lambda each: each.change.position):
            match = self._setting(program, settings, one, cleared)
            if match is None:
                continue
            group = one.row.path if one.row.by == "attribute" else one.row.path.rpartition(".")[0]
            first = seen.setdefault(group, match)
            if first is not match:
                again = program.step(file, one.change.position, "here, too")
                seen[group] = replace(first, related=(*first.related, again))
        yield from seen.values()

    def _setting(
        self, program: Program, settings: Settings, one: Setting, cleared: dict[frozenset[str], bool]
    ) -> Match | None:
        change = one.change
        parted = one.key is not None and program.keys.of(change.file, change.scope, one.key) == "own"
        if parted and not _is_copy(one):
            return None
        at = (change.file, change.scope, change.position)
        restored = program.restoring.of(change)
        if one.entered and not restored.how:
            restored = Restored("always", waits=True)
        local = one.row.context == "reused"
        undo = frozenset(one.row.methods)
        if local and (restored.how == "always" or program.restoring.before(change) or _cleared(program, undo, cleared)):
            return None

        def wanted(way: Way) -> bool:
            if local:
                each = program.contexts.each_time(way, frozenset(self.hooks), change.region, change.file, change.scope)
                return program.contexts.of(way, change.file, change.scope) == "reused" and not each
            anew = restored.how == "always" or program.restoring.before(change)
            unsafe = restored.waits or not anew
            return unsafe or not program.contexts.on_loop(way, change.file, change.scope)

        found = brought(program, at, one.values, wanted) or (None if local else self._owned(program, one, wanted))
        if found is None or self._administers(program, found.way) or (local and self._anew(program, settings, one)):
            return None
        whose = "its thread" if local else "the whole process"
        how = _told(restored, loop=program.contexts.on_loop(found.way, change.file, change.scope))
        return matched(program, at, found, one.row.path, {"whose": whose, "how": how})

    def _owned(self, program: Program, one: Setting, wanted: Callable[[Way], bool]) -> Brought | None:
        """A credential of an object's own, where no entry is known: there may be as many objects as there are users."""
        file, scope = one.change.file, one.change.scope
        if program.entries.all() or program.entries.starts_up(file, scope):
            return None
        way = Way(file, scope, (), 1, assumed=True)
        if program.restoring.of(one.change).how == "always":
            return None
        name = owned(program, one, self.configuring, self.locating) if wanted(way) else ""
        return Brought(way, name) if name else None

    def _administers(self, program: Program, way: Way) -> bool:
        params = program.units[way.file].header(way.scope).params
        words = {word for row in params for word in snake(row[0]).split("_")}
        return not words.isdisjoint(self.administrators)

    def _anew(self, program: Program, settings: Settings, one: Setting) -> bool:
        """Whether every request begins with setting the same anew, elsewhere."""
        for file, unit in enumerate(program.units):
            if program.roles[file] != "application" or not settings.spoken(file):
                continue
            for scope in range(program.entries.first(file), len(unit.interface.scopes)):
                for other in settings.of(file, scope):
                    if other.row != one.row or other.change == one.change:
                        continue
                    way = program.ways.to(file, scope)
                    region = other.change.region
                    if way and program.contexts.each_time(way, frozenset(self.hooks), region, file, scope):
                        return True
        return False


def _is_copy(one: Setting) -> bool:
    """Whether key and value are the two parts of what is looped over, and so the key is a name and nobody's own."""
    match one.key:
        case ("[]", ("iter", _) as each, ("=", 0)):
            return one.values == (("[]", each, ("=", 1)),)
    return False


def _told(restored: Restored, *, loop: bool) -> str:
    if not restored.how:
        return ""
    if restored.waits and loop:
        return ", and sets it back only when others have run in between"
    if restored.how == "later":
        return ", and sets it back only where nothing fails"
    return ", and sets it back while other threads see it"


def _cleared(program: Program, undo: frozenset[str], memory: dict[frozenset[str], bool]) -> bool:
    """Whether something of the application sets it back, such as a hook at the end of each request, or a middleware."""
    if undo not in memory:
        own = [unit for unit, role in zip(program.units, program.roles, strict=True) if role == "application"]
        memory[undo] = bool(undo) and any(_clears(unit, undo) for unit in own)
    return memory[undo]


def _clears(unit: Unit, undo: frozenset[str]) -> bool:
    """Whether a file calls or inherits from one of these names, or lists it as text."""
    for value in unit.header(0).bindings.values() if unit.interface.scopes else ():
        listed = value[1:] if type(value) is tuple and value[0] in ("list", "tuple") else ()
        if any(type(v) is tuple and v[0] == "=" and str(v[1]).rpartition(".")[2] in undo for v in listed):
            return True
    if undo.isdisjoint(unit.interface.mentions):
        return False
    if any(last_name(base) in undo for header in unit.interface.scopes for base in header[8]):
        return True
    return any(last_name(c[0]) in undo for s in range(len(unit.interface.scopes)) for c in unit.body(s).calls)
