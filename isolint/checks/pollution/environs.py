"""Environs: what touches the settings of the process: by store, by method, by call, through a project's accessor."""

from typing import Any, Final

from isolint.checks.pollution.located import Located
from isolint.checks.pollution.readings import Readings, text
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.testing.touches import Call, Thing, Touch
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Origin
from isolint.program.words import snake
from isolint.vocabulary import Row

ADDING: Final = frozenset({"append", "insert", "extend"})
DROPPING: Final = frozenset({"pop", "popitem", "clear", "remove", "discard", "__delitem__"})
KEYED: Final = frozenset({"pop", "setdefault", "__setitem__", "__delitem__"})
MERGING: Final = "update"
MILD: Final = frozenset({"setdefault"})


class Environs:
    """Touches of those settings of kind `state` that `paths` name, and of what objects of kind `accessor` speak of.

    `setting` are kinds of calls that set something and set it back: what they are given says what. `behaviour` is the
    kind of calls that set how the process behaves. `asked` knows of what is read before it is set; `finding` are
    settings by which the program is found: to add where it stands is mild.
    """

    def __init__(
        self,
        program: Program,
        state: str,
        paths: frozenset[str],
        accessor: str,
        setting: tuple[str, ...],
        behaviour: str = "",
        asked: Readings | None = None,
        finding: frozenset[str] = frozenset(),
    ) -> None:
        self._e = program.evaluator
        self._units = program.units
        words = program.vocabulary
        rows = [row for row in words.kinds.get(state, ()) if row.path in paths]
        self._attributes = {row.path: row for row in rows if row.by == "attribute"}
        self._named = {row.path.rpartition(".")[2]: row for row in self._attributes.values()}
        self._calls = {row.path: row for row in rows if row.by == "call"}
        behaving = words.kinds.get(behaviour, ())
        self._begins = {row.path: row.keywords for row in behaving}
        self._calls.update({row.path: row for row in behaving})
        self._callees = frozenset(path.rpartition(".")[2] for path in self._calls)
        self._back = {method: row for row in self._calls.values() for method in row.methods}
        self._keeping: dict[str, list[Row]] = {}
        for row in rows:
            for name in row.keywords:
                self._keeping.setdefault(name, []).append(row)
        self._accessor = accessor
        self._accessors = words.kinds.get(accessor, ())
        self._through = frozenset(m for row in self._accessors for m in (*row.methods, *row.keywords))
        self._setting = setting
        self._asked = asked
        self._finding = finding
        self._located = Located(program)
        self.setters = frozenset(name for kind in setting for name in words.lasts(kind)) | self._keeping.keys()
        self.keeping = self.setters | self._through
        self._changing = program.writes.methods | DROPPING | KEYED
        self._telling = self._changing.union(self._callees, self._back, self._through)
        self._near: dict[int, bool] = {}
        self._mentions = self._through.union(self._named, self._callees, self._back)

    def _is_near(self, file: int) -> bool:
        """Whether a file may touch a setting itself."""
        found = self._near.get(file)
        if found is None:
            found = self._near[file] = not self._mentions.isdisjoint(self._units[file].interface.mentions)
        return found

    def changing(self, file: int) -> list[int]:
        """The scopes of a file that may touch a setting, as far as names tell."""
        if not self._is_near(file):
            return []
        unit, telling = self._units[file], self._telling
        scopes = range(len(unit.interface.scopes))
        return [n for n in scopes if not telling.isdisjoint(unit.callees(n)) or self._may_store(unit.body(n).stores)]

    def _may_store(self, stores: tuple[tuple[Any, ...], ...]) -> bool:
        return any(s[0].endswith("item") or s[2] in self._named for s in stores) if stores else False

    def calling(self, file: int, scope: int) -> list[int]:
        """The numbers of the calls that may touch a setting, as far as names tell."""
        names = self._units[file].callees(scope) if self._is_near(file) else ()
        return [] if self._telling.isdisjoint(names) else [n for n, name in enumerate(names) if name in self._telling]

    def stores(self, file: int, scope: int) -> list[Touch]:
        """The touches by assignment and deletion."""
        found: list[Touch] = []
        if not self._is_near(file):
            return found
        for kind, base, key, value, position, region in self._units[file].body(scope).stores:
            drops = kind.startswith("del-")
            row = self._stored(file, scope, kind.removeprefix("del-"), base, key)
            if row is not None:
                part = text(self._e, file, scope, key) if kind.endswith("item") else None
                adds = _adds(value, base, key)
                touch = Touch(Thing(row.path, part), position, region, _place(row, part), value, drops=drops, adds=adds)
                found.append(touch if drops else self._weighed(file, scope, touch, base, key))
        return found

    def _weighed(self, file: int, scope: int, touch: Touch, held: Any, key: Any) -> Touch:
        """A touch that sets something, and what is known of what was there before."""
        given = touch.value
        if self._asked is None:
            return touch
        if self._asked.keeps(file, scope, given, held, key):
            return touch._replace(counts=self._is_doubtful(file, scope, given), mild=True)
        if touch.thing.store in self._finding:
            return touch._replace(mild=self._located.is_so(file, scope, given))
        return touch._replace(mild=self._asked.fills(file, scope, touch.region, touch.position, key))

    def _is_doubtful(self, file: int, scope: int, value: Any) -> bool:
        """Whether what was there is one of several that a value may be, as where something stands for nothing."""
        if type(value) is not int:
            return type(value) is tuple and value[:1] == ("|",)
        _, arguments, keywords, *_ = self._units[file].body(scope).calls[value]
        return len(arguments) + len(keywords) > 1

    def _stored(self, file: int, scope: int, kind: str, base: Any, key: Any) -> Row | None:
        if kind == "attr":
            row = self._named.get(key) if type(key) is str else None
            whole = row.path.rpartition(".")[0] if row else ""
            held = self._origins(file, scope, base) if row else ()
            return row if any(type(o) is Ext and o.path == whole for o in held) else None
        return self._attribute(file, scope, base) if kind == "item" else None

    def _attribute(self, file: int, scope: int, value: Any) -> Row | None:
        """The row of what a value is, if it is such a setting."""
        for origin in self._origins(file, scope, value):
            if type(origin) is Ext and origin.path in self._attributes:
                return self._attributes[origin.path]
        return None

    def _origins(self, file: int, scope: int, value: Any) -> Any:
        return self._e.origins(file, scope, value) if type(value) in (str, tuple) else ()

    def call(self, call: Call) -> list[Touch]:
        """The touches by a call."""
        name, given = last_name(call.callee), call.arguments
        file, scope = call.site.file, call.site.scope
        value = given[0] if given else None
        if name in self._callees or name in self._back:
            row = self._called(call)
            if row is not None:
                if row.argument >= len(given) and not call.keywords and name not in row.methods:
                    return []  # only asks
                part = text(self._e, file, scope, value) if name in ("putenv", "unsetenv") else None
                touch = Touch(Thing(row.path, part), call.position, call.region, f"{row.path}(..)", value)
                if row.path in self._begins:
                    return [self._behaving(touch, call, row)]
                kept = self._asked is not None and self._asked.keeps(file, scope, value, None, None)
                return [touch._replace(counts=not kept)]
        held = receiver(call.callee)
        if held is None:
            return []
        if name in self._changing:
            row = self._attribute(file, scope, held)
            if row is not None:
                part = text(self._e, file, scope, value) if name in KEYED else None
                touch = Touch(Thing(row.path, part), call.position, call.region, _place(row, part), value)
                if name in DROPPING:
                    return [touch._replace(drops=True)]
                touch = touch._replace(adds=name in ADDING)
                if row.path in self._finding:
                    return [touch._replace(mild=any(self._located.is_so(file, scope, v) for v in given))]
                half = name == MERGING and self._is_copy(file, scope, value, row)
                return [touch._replace(mild=name in MILD, half=half)]
        return self._accessed(call, name, held)

    def _is_copy(self, file: int, scope: int, value: Any, row: Row) -> bool:
        """Whether a value is a copy of the whole setting: `dict(x)`, `x.copy()`."""
        for origin in self._e.origins(file, scope, value) if value is not None else ():
            site = origin.site if type(origin) is Ext else None
            if site is not None:
                callee, arguments, *_ = self._units[site.file].body(site.scope).calls[site.call]
                copied = receiver(callee) if last_name(callee) == "copy" and not arguments else (*arguments, None)[0]
                if copied is not None and self._attribute(site.file, site.scope, copied) is row:
                    return True
        return False

    def _behaving(self, touch: Touch, call: Call, row: Row) -> Touch:
        """The touch of how the process behaves; to set what that begins with, or what sets it back, is no change."""
        number, given = row.argument, call.arguments
        value = given[number] if 0 <= number < len(given) else None
        begins = repr(value[1]) if type(value) is tuple and value[:1] == ("=",) else last_name(value)
        back = last_name(call.callee) in row.methods or begins in self._begins[row.path]
        thing = Thing(row.path, self._constant(call, given[0])) if number > 0 and given else touch.thing
        return touch._replace(thing=thing, value=value, counts=not back, drops=back)

    def _constant(self, call: Call, value: Any) -> str | None:
        """The name of the one thing of a library that a value is, however it is spelt, or None."""
        origins = self._origins(call.site.file, call.site.scope, value)
        names = {o.path.rpartition(".")[2] if type(o) is Ext and o.site is None else None for o in origins}
        return names.pop() if len(names) == 1 else None

    def _called(self, call: Call) -> Row | None:
        for origin in self._origins(call.site.file, call.site.scope, call.callee):
            if type(origin) is Ext:
                path = origin.path
                row = self._calls.get(path) or self._back.get(path.rpartition(".")[2])
                if row is not None and row.path.rpartition(".")[0] == path.rpartition(".")[0]:
                    return row
        return None

    def _accessed(self, call: Call, name: str, held: Any) -> list[Touch]:
        """The touches through an object that a project reads its settings from."""
        row = self._access(call, name, held)
        if row is None or name not in row.methods:
            return []
        place = f"{self._owner(row)}.{name}"
        return [Touch(Thing(self._accessor), call.position, call.region, place, mild=True)]

    def _access(self, call: Call, name: str, held: Any) -> Row | None:
        if name not in self._through:
            return None
        path = self._units[call.site.file].path.rpartition("/")[2]
        for origin in self._e.origins(call.site.file, call.site.scope, held):
            for row in self._e.meaning.rows(origin, self._accessor):
                return None if snake(self._owner(row)).strip("_") in path else row  # its own tests
        return None

    def _owner(self, row: Row) -> str:
        return row.path.removesuffix("()").rpartition(".")[2]

    def kept(self, call: Call) -> list[Thing]:
        """What a call sets and has set back later."""
        name = last_name(call.callee)
        file, scope, given = call.site.file, call.site.scope, call.arguments
        found = [
            Thing(row.path, text(self._e, file, scope, given[0]) if given else None)
            for row in self._keeping.get(name, ()) if self._called(call) is None
        ]  # fmt: skip
        held = receiver(call.callee)
        row = self._access(call, name, held) if held is not None else None
        if row is not None and name in row.keywords:
            found.append(Thing(self._accessor))
        if name in self.setters and self.sets(call):
            for value in given[:2]:
                found += self._meant(file, scope, value)
        return found

    def restores(self, origin: Origin) -> bool:
        """Whether a thing is of all kinds that set something and set it back."""
        return all(self._e.meaning.has_kind(origin, kind) for kind in self._setting)

    def sets(self, call: Call) -> bool:
        """Whether a call sets something and sets it back; one on something unknown is known by its name."""
        origins = self._e.origins(call.site.file, call.site.scope, call.callee)
        if any(self._e.meaning.has_kind(o, kind) for o in origins for kind in self._setting):
            return True
        return type(call.callee) is not str or "." in call.callee

    def _meant(self, file: int, scope: int, value: Any) -> list[Thing]:
        """What a value says that is set: the setting itself, its path, or its last name."""
        row = self._attribute(file, scope, value)
        if row is None and type(value) is tuple and value[:1] == ("=",) and type(value[1]) is str:
            row = self._named.get(value[1].rpartition(".")[2])
        return [Thing(row.path)] if row is not None else []


def _place(row: Row, part: str | None) -> str:
    return row.path if part is None else f"{row.path}[{part!r}]"


def _adds(value: Any, held: Any, key: Any) -> bool:
    """Whether what is stored is made of what was there: `x += y`, `e[k] = f"{e[k]}:more"`."""
    if type(value) is not tuple or value[:1] != ("<-",):
        return False
    if type(key) is tuple and key[:1] == ("=",):
        return contains(value, ("[]", held, key))  # another part of it is not what was there
    whole = f"{held}.{key}" if type(held) is str and type(key) is str else held
    return contains(value, whole) or contains(value, ("[]", held, key))
