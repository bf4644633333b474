"""Members: the attributes of classes, instances, functions and application state, through bases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from isolint.facts import CLASS, Header, Value
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Const, Ext, Fn, Obj, Origins, Site, join, known

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator

STATIC = "staticmethod"
CLASS_FIRST = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})


class Members:
    """Answers about attributes; what is assigned in methods counts before what is only declared."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._attributes: dict[Cls, dict[str, list[tuple[int, Value]]]] = {}
        self._named: dict[int, dict[str, list[tuple[int, str, Value]]]] = {}
        self._mro: dict[Cls, tuple[Cls | Ext, ...]] = {}
        self._states: dict[str, Origins] = {}
        self._kept: dict[str, list[tuple[int, int, Value, Value]]] = {}

    def on_state(self, base: Ext, name: str) -> Origins:
        """What the program stores on an application's state under a name."""
        if not self._e.meaning.has_kind(base, "application-state"):
            return ()
        found = self._states.get(name)
        if found is None:
            self._states[name] = ()
            groups = [
                self._e.origins(file, scope, value)
                for file, scope, place, value in self._stores(name) if self._is_state(file, scope, place)
            ]  # fmt: skip
            found = self._states[name] = join(*groups)
        return found

    def _stores(self, name: str) -> list[tuple[int, int, Value, Value]]:
        """What the application stores in attributes of a name: (file, scope, of what, value)."""
        found = self._kept.get(name)
        if found is None:
            found = self._kept[name] = []
            for file in self._e.surface.mentioning(name) if name else ():
                unit = self._e.units[file]
                for scope in range(len(unit.interface.scopes)) if self._e.roles[file] == "application" else ():
                    for kind, place, attr, value, _, _ in unit.body(scope).stores:
                        if kind == "attr" and attr == name:
                            found.append((file, scope, place, value))
        return found

    def _is_state(self, file: int, scope: int, place: Value) -> bool:
        return any(self._e.meaning.has_kind(o, "application-state") for o in self._e.origins(file, scope, place))

    def on_function(self, file: int, scope: int, name: str) -> Origins:
        """What the module of a function stores on it."""
        stores = self._on_names(file).get(self._e.units[file].header(scope).name, ())
        return join(*[self._e.origins(file, at, value) for at, key, value in stores if key == name])

    def member(self, cls: Cls, name: str, me: Obj | Cls) -> Origins:
        for owner in self.mro(cls):
            if isinstance(owner, Ext):
                return (
                    Ext(f"{owner.path}{'()' if type(me) is Obj else ''}.{name}", me.site if type(me) is Obj else None),
                )
            values = self.attributes(owner).get(name, ())
            bindings = self._e.units[owner.file].header(owner.scope).bindings
            if not values and name not in bindings:
                continue
            found: list[Origins] = []
            if type(me) is Obj and (values or me.site is not None):
                found += self._assigned(owner, name, values, bindings, me)
            elif values:
                found += [self._e.origins(owner.file, s, v, self._class_side(owner, s)) for s, v in values]
            if name in bindings:
                found.append(self._bound(owner, bindings[name], me))
            joined = join(*found)
            if len(joined) > 1 and known(joined):
                return tuple([o for o in joined if type(o) is not Const]) or joined
            return joined
        return ()

    def _assigned(
        self, owner: Cls, name: str, values: Sequence[tuple[int, Value]], bindings: dict[str, Value], me: Obj
    ) -> list[Origins]:
        """What methods assign to an attribute; what is only declared counts where nothing else is known."""
        made = [(s, v[1] if type(v) is tuple and v[0] == ":" else v) for s, v in values]
        found = [self._e.origins(owner.file, s, v, me) for s, v in made]
        if me.site is not None and name in bindings and "__init__" not in bindings:
            found += self._field(bindings, name, me.site)
        if any(known(f) for f in found):
            return found
        return [self._e.origins(owner.file, s, v, me) for s, v in values] or found

    def _bound(self, owner: Cls, value: Value, me: Obj | Cls) -> Origins:
        if type(value) is tuple and value[0] == "def":
            header = self._e.units[owner.file].header(value[1])
            if header.kind != CLASS:
                fn = Fn(owner.file, value[1], self.receiver(header, owner, me))
                return self._e.calls.returned(fn, None) if self.is_property(owner.file, header) else (fn,)
        return self._e.origins(owner.file, owner.scope, value)

    def receiver(self, header: Header, owner: Cls, me: Obj | Cls) -> Obj | Cls | None:
        if STATIC in header.decorators:
            return None
        if "classmethod" in header.decorators or header.name in CLASS_FIRST:
            return me.cls if type(me) is Obj else me
        return me if type(me) is Obj else Obj(owner, None)

    def is_property(self, file: int, header: Header) -> bool:
        """Whether a decorator makes the function an attribute."""
        if not header.decorators:
            return False
        return any(
            self._e.meaning.has_kind(o, "property")
            for d in header.decorators
            for o in self._e.origins(file, header.parent, d)
        )

    def _field(self, bindings: dict[str, Value], name: str, site: Site) -> list[Origins]:
        """The argument for a field of a class without `__init__`, such as a dataclass."""
        fields = [n for n, v in bindings.items() if type(v) is tuple and v[0] == ":"]
        if name not in fields:
            return []
        given = self._e.calls.argument(site, fields.index(name), name)
        return [] if given == () else [self._e.origins(site.file, site.scope, given)]

    def attributes(self, cls: Cls) -> dict[str, list[tuple[int, Value]]]:
        """What the methods of a class assign to attributes of their first parameter: name -> (scope, value)."""
        found = self._attributes.get(cls)
        if found is None:
            found = self._attributes[cls] = {}
            unit = self._e.units[cls.file]
            for member in self.methods(cls):
                header = unit.header(member)
                if not header.params:
                    continue
                first = f"${header.params[0][0]}"
                made = header.name == "__new__"
                for kind, base, key, value, _, _ in unit.body(member).stores:
                    if kind != "attr" or type(key) is not str:
                        continue
                    if base == first or (made and self._made(cls.file, member, base, first)):
                        found.setdefault(key, []).append((member, value))
            for scope, key, value in self._on_names(cls.file).get(unit.header(cls.scope).name, ()):
                found.setdefault(key, []).append((scope, value))
        return found

    def _made(self, file: int, scope: int, base: Value, first: str) -> bool:
        """Whether `__new__` speaks of the object that it makes: `cls._instance`, or what `super().__new__` gives."""
        if type(base) is int:
            return last_name(self._e.units[file].body(scope).calls[base][0]) == "__new__"
        return type(base) is str and base.rpartition(".")[0] == first

    def _on_names(self, file: int) -> dict[str, list[tuple[int, str, Value]]]:
        """The attributes that a file sets on plain names: name -> (scope, attribute, value)."""
        found = self._named.get(file)
        if found is None:
            found = self._named[file] = {}
            unit = self._e.units[file]
            for scope in range(len(unit.interface.scopes)):
                for kind, base, key, value, _, _ in unit.body(scope).stores:
                    if kind == "attr" and type(base) is str and "." not in base and type(key) is str:
                        found.setdefault(base, []).append((scope, key, value))
        return found

    def _class_side(self, owner: Cls, scope: int) -> Cls | None:
        header = self._e.units[owner.file].header(scope)
        return owner if "classmethod" in header.decorators or header.name in CLASS_FIRST else None

    def methods(self, cls: Cls) -> list[int]:
        """The scopes of the functions that stand in a class."""
        unit = self._e.units[cls.file]
        scopes = unit.interface.scopes
        return [n for n in range(cls.scope + 1, len(scopes)) if scopes[n][2] == cls.scope and scopes[n][0] != CLASS]

    def mro(self, cls: Cls) -> tuple[Cls | Ext, ...]:
        """The class and all its bases, nearest first; bases outside the program are access paths."""
        found = self._mro.get(cls)
        if found is None:
            self._mro[cls] = (cls,)
            order: dict[Cls | Ext, None] = {cls: None}
            header = self._e.units[cls.file].header(cls.scope)
            for base in header.bases:
                if type(base) is tuple and base[0] == "=":
                    continue
                plain = base[1] if type(base) is tuple and base[0] == "[]" else base
                for origin in self._e.origins(cls.file, header.parent, plain):
                    if type(origin) is Cls:
                        order |= dict.fromkeys(self.mro(origin))
                    elif type(origin) is Ext and origin.path != "builtins.object":
                        order[origin] = None
            found = self._mro[cls] = tuple(sorted(order, key=lambda o: type(o) is Ext))
        return found

    def below(self, cls: Cls) -> tuple[Cls, ...]:
        """The classes of the program that inherit from a class, directly or not."""
        found: dict[Cls, None] = {}
        pending = [cls]
        for base in pending:
            for heir in self._e.surface.heirs(self._e.units[base.file].header(base.scope).name):
                inner = Cls(heir.file, heir.scope)
                if inner != cls and inner not in found and base in self.mro(inner):
                    found[inner] = None
                    pending.append(inner)
        return tuple(found)
