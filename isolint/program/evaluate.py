"""Evaluate: the origins of a value, followed through names, modules, classes and calls, on demand and remembered."""

from typing import Any, Final

from isolint.facts import CLASS, GENERATOR, MODULE, VARARG, KWARG, Header, Value
from isolint.program.modules import Modules
from isolint.program.origins import Arg, Cls, Const, Ext, Fn, Mod, Obj, Origin, Origins, Site, Sub, join, known
from isolint.program.unit import Unit, last_name
from isolint.vocabulary import Vocabulary

DEPTH: Final = 64  # steps from one value to the next; a longer way is unknown
STATIC: Final = "staticmethod"
CLASS_FIRST: Final = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})


class Evaluator:
    """Origins of values, with a memory; `fixture` is set by the model of tests and answers for parameters."""

    def __init__(self, units: tuple[Unit, ...], modules: Modules, vocabulary: Vocabulary) -> None:
        self.units = units
        self.modules = modules
        self.vocabulary = vocabulary
        self.fixture: Any = lambda _file, _scope, _name: ()
        self._memory: dict[Any, Origins] = {}
        self._attributes: dict[Cls, dict[str, list[tuple[int, Value]]]] = {}
        self._named: dict[int, dict[str, list[tuple[int, str, Value]]]] = {}
        self._mro: dict[Cls, tuple[Origin, ...]] = {}
        self._bases: list[tuple[str, frozenset[str]]] | None = None
        self._aliases: dict[str, set[str]] | None = None
        self._depth = 0

    def origins(self, file: int, scope: int, value: Value, me: Obj | Cls | None = None) -> Origins:
        """What `value` can be, in a scope whose first parameter is bound to `me`."""
        if value is None or self._depth > DEPTH:
            return ()
        key = (file, scope, value, me)
        found = self._memory.get(key)
        if found is not None:
            return found
        self._memory[key] = ()
        self._depth += 1
        try:
            found = self._evaluate(file, scope, value, me)
        finally:
            self._depth -= 1
        self._memory[key] = found
        return found

    def _evaluate(self, file: int, scope: int, value: Value, me: Obj | Cls | None) -> Origins:
        if type(value) is str:
            return self._path(file, scope, value, me)
        if type(value) is int:
            return self.result(file, scope, value, me)
        match value:
            case (".", base, path):
                found = self.origins(file, scope, base, me)
                for name in path.split("."):
                    found = self.attribute(found, name)
                return found
            case ("=", constant):
                return (Const(constant),)
            case ("|", *members):
                return join(*[self.origins(file, scope, m, me) for m in members])
            case (":", inner, note):
                found = self.origins(file, scope, inner, me)
                return found if known(found) else join(self.instances(file, scope, note), found)
            case ("def", number):
                return (Cls(file, number),) if self.units[file].header(number).kind == CLASS else (Fn(file, number, None),)
            case ("import", level, module, name):
                return self._import(file, level, module, name)
            case ("with", inner):
                return self._entered(self.origins(file, scope, inner, me))
            case ("iter", inner):
                return self._iterated(file, scope, inner, me)
            case ("[]", base, key):
                return self._element(file, scope, base, key, me)
            case ("list" | "tuple" | "set" | "dict" as kind, *_):
                return (Ext(f"builtins.{kind}()"),)
        return ()

    # names

    def _path(self, file: int, scope: int, path: str, me: Obj | Cls | None) -> Origins:
        root, _, rest = path.partition(".")
        if rest:
            head, _, last = path.rpartition(".")
            return self.attribute(self.origins(file, scope, head, me), last)
        return self.parameter(file, scope, root[1:], me) if root[0] == "$" else self.free(file, scope, root)

    def free(self, file: int, scope: int, name: str) -> Origins:
        """What a name that is free in a scope means."""
        unit = self.units[file]
        at = unit.header(scope).parent if scope else -1
        while at > 0:
            header = unit.header(at)
            if header.kind != CLASS:
                if any(row[0] == name for row in header.params):
                    return self.parameter(file, at, name, None)
                if name in header.bindings:
                    return self.origins(file, at, header.bindings[name])
            at = header.parent
        found = self.exported(file, name)
        return (Ext(f"builtins.{name}"),) if found is None else found

    def exported(self, file: int, name: str) -> Origins | None:
        """What a name of a module is, or None where the module has no such name."""
        unit = self.units[file]
        if not unit.interface.scopes:
            return None
        bindings = unit.header(MODULE).bindings
        if name in bindings:
            value = bindings[name]
            inner = value[1] if type(value) is tuple and value[0] == ":" else value
            found = self.origins(file, MODULE, inner)
            if not known(found):
                found = join(self._rebound(file, name), found)
            return found if known(found) else join(found, self.origins(file, MODULE, value))
        for level, module in unit.interface.stars:
            for target in self._import(file, level, module, None):
                if type(target) is Mod and target.file != file:
                    key = ("star", target.file, name)
                    if key in self._memory:
                        return None
                    self._memory[key] = ()
                    found_there = self.exported(target.file, name)
                    del self._memory[key]
                    if found_there is not None:
                        return found_there
        return None

    def _rebound(self, file: int, name: str) -> Origins:
        """What functions of a module assign to one of its names by `global`."""
        unit = self.units[file]
        groups = []
        for scope in range(1, len(unit.interface.scopes)):
            for kind, _, key, value, _, _ in unit.body(scope).stores:
                if kind == "name" and key == name:
                    groups.append(self.origins(file, scope, value))
        return join(*groups)

    def _import(self, file: int, level: int, module: str, name: str | None) -> Origins:
        if level:
            stem = self.modules.relative(self.units[file].path, level, module)
            target = self.modules.at(stem)
            dotted = stem.replace("/", ".")
        else:
            stem, dotted = "", module
            target = self.modules.find(self.units[file].folder, module)
        if name is None:
            return (Ext(dotted),) if target is None else (Mod(target),)
        if target is not None and target != file:
            found = self.exported(target, name)
            if found is not None:
                return found
        inner = self.modules.at(f"{stem}/{name}") if level else self._submodule(target, module, name, file)
        if inner is not None:
            return (Mod(inner),)
        return (Ext(f"{dotted}.{name}" if target is None else f"{self.modules.dotted(target)}.{name}"),)

    def _submodule(self, target: int | None, module: str, name: str, file: int) -> int | None:
        if target is None:
            return self.modules.find(self.units[file].folder, f"{module}.{name}")
        stem = self.units[target].path.removesuffix("/__init__.py")
        return self.modules.at(f"{stem}/{name}")

    # attributes

    def attribute(self, bases: Origins, name: str) -> Origins:
        """`base.name` for each base."""
        return join(*[self._attribute(base, name) for base in bases]) if bases else ()

    def _attribute(self, base: Origin, name: str) -> Origins:
        match base:
            case Ext(path, site):
                return self._state(base, name) or (Ext(f"{path}.{name}", site),)
            case Fn(file, scope, _):
                return self._set_on_function(file, scope, name)
            case Mod(file):
                found = self.exported(file, name)
                if found is not None:
                    return found
                inner = self._submodule(file, "", name, file)
                return (Mod(inner),) if inner is not None else (Ext(f"{self.modules.dotted(file)}.{name}"),)
            case Cls() as cls:
                return self._member(cls, name, cls)
            case Obj(cls, _) as instance:
                return self._member(cls, name, instance)
        return ()

    def _state(self, base: Ext, name: str) -> Origins:
        """What the program stores on an application's state under a name."""
        if not self.has_kind(base, "application-state"):
            return ()
        key = ("state", name)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            groups = []
            for file, unit in enumerate(self.units):
                if name not in unit.interface.mentions:
                    continue
                for scope in range(len(unit.interface.scopes)):
                    for kind, place, attr, value, _, _ in unit.body(scope).stores:
                        if kind == "attr" and attr == name and self._on_state(file, scope, place):
                            groups.append(self.origins(file, scope, value))
            found = self._memory[key] = join(*groups)
        return found

    def _on_state(self, file: int, scope: int, place: Value) -> bool:
        return any(self.has_kind(o, "application-state") for o in self.origins(file, scope, place))

    def _set_on_function(self, file: int, scope: int, name: str) -> Origins:
        """What the module of a function stores on it."""
        stores = self._on_names(file).get(self.units[file].header(scope).name, ())
        return join(*[self.origins(file, at, value) for at, key, value in stores if key == name])

    def _member(self, cls: Cls, name: str, me: Obj | Cls) -> Origins:
        for owner in self.mro(cls):
            if type(owner) is Ext:
                return (Ext(f"{owner.path}{'()' if type(me) is Obj else ''}.{name}", me.site if type(me) is Obj else None),)
            assert type(owner) is Cls  # noqa: S101  # the only other member of an mro
            found: list[Origins]
            if type(me) is Obj:
                found = self._assigned(owner, name, me)
            else:
                values = self.attributes(owner).get(name, ())
                found = [self.origins(owner.file, s, v, self._class_side(owner, s)) for s, v in values]
            bindings = self.units[owner.file].header(owner.scope).bindings
            if name in bindings:
                found.append(self._bound(owner, bindings[name], me))
            if found:
                joined = join(*found)
                return tuple(o for o in joined if type(o) is not Const) or joined if known(joined) else joined
        return ()

    def _assigned(self, owner: Cls, name: str, me: Obj) -> list[Origins]:
        """What methods assign to an attribute; what is only declared counts where nothing else is known."""
        values = self.attributes(owner).get(name, ())
        made = [(s, v[1] if type(v) is tuple and v[0] == ":" else v) for s, v in values]
        found = [self.origins(owner.file, s, v, me) for s, v in made] + self._field(owner, name, me)
        if any(known(f) for f in found):
            return found
        return [self.origins(owner.file, s, v, me) for s, v in values] or found

    def _bound(self, owner: Cls, value: Value, me: Obj | Cls) -> Origins:
        if type(value) is tuple and value[0] == "def":
            header = self.units[owner.file].header(value[1])
            if header.kind != CLASS:
                fn = Fn(owner.file, value[1], self._receiver(header, owner, me))
                return self.returned(fn, None) if self.is_property(owner.file, header) else (fn,)
        return self.origins(owner.file, owner.scope, value)

    def _receiver(self, header: Header, owner: Cls, me: Obj | Cls) -> Obj | Cls | None:
        if STATIC in header.decorators:
            return None
        if "classmethod" in header.decorators or header.name in CLASS_FIRST:
            return me.cls if type(me) is Obj else me
        return me if type(me) is Obj else Obj(owner, None)

    def is_property(self, file: int, header: Header) -> bool:
        """Whether a decorator makes the function an attribute."""
        if not header.decorators:
            return False
        return any(self.has_kind(o, "property") for d in header.decorators for o in self.origins(file, header.parent, d))

    def _field(self, owner: Cls, name: str, me: Obj) -> list[Origins]:
        """The argument for a field of a class without `__init__`, such as a dataclass."""
        header = self.units[owner.file].header(owner.scope)
        if me.site is None or "__init__" in header.bindings or name not in header.bindings:
            return []
        fields = [n for n, v in header.bindings.items() if type(v) is tuple and v[0] == ":"]
        if name not in fields:
            return []
        given = self.argument(me.site, fields.index(name), name)
        return [] if given == () else [self.origins(me.site.file, me.site.scope, given)]

    def attributes(self, cls: Cls) -> dict[str, list[tuple[int, Value]]]:
        """What the methods of a class assign to attributes of their first parameter: name -> (scope, value)."""
        found = self._attributes.get(cls)
        if found is None:
            found = self._attributes[cls] = {}
            unit = self.units[cls.file]
            for member in self.methods(cls):
                params = unit.header(member).params
                if not params:
                    continue
                first = f"${params[0][0]}"
                for kind, base, key, value, _, _ in unit.body(member).stores:
                    if kind == "attr" and base == first and type(key) is str:
                        found.setdefault(key, []).append((member, value))
            for scope, key, value in self._on_names(cls.file).get(unit.header(cls.scope).name, ()):
                found.setdefault(key, []).append((scope, value))
        return found

    def _on_names(self, file: int) -> dict[str, list[tuple[int, str, Value]]]:
        """The attributes that a file sets on plain names: name -> (scope, attribute, value)."""
        found = self._named.get(file)
        if found is None:
            found = self._named[file] = {}
            unit = self.units[file]
            for scope in range(len(unit.interface.scopes)):
                for kind, base, key, value, _, _ in unit.body(scope).stores:
                    if kind == "attr" and type(base) is str and "." not in base and type(key) is str:
                        found.setdefault(base, []).append((scope, key, value))
        return found

    def _class_side(self, owner: Cls, scope: int) -> Cls | None:
        header = self.units[owner.file].header(scope)
        return owner if "classmethod" in header.decorators or header.name in CLASS_FIRST else None

    def methods(self, cls: Cls) -> list[int]:
        """The scopes of the functions that stand in a class."""
        unit = self.units[cls.file]
        scopes = unit.interface.scopes
        return [n for n in range(cls.scope + 1, len(scopes)) if scopes[n][2] == cls.scope and scopes[n][0] != CLASS]

    def mro(self, cls: Cls) -> tuple[Origin, ...]:
        """The class and all its bases, nearest first; bases outside the program are access paths."""
        found = self._mro.get(cls)
        if found is None:
            self._mro[cls] = (cls,)
            order: dict[Origin, None] = {cls: None}
            header = self.units[cls.file].header(cls.scope)
            for base in header.bases:
                if type(base) is tuple and base[0] == "=":
                    continue
                plain = base[1] if type(base) is tuple and base[0] == "[]" else base
                for origin in self.origins(cls.file, header.parent, plain):
                    if type(origin) is Cls:
                        order |= dict.fromkeys(self.mro(origin))
                    elif type(origin) is Ext and origin.path != "builtins.object":
                        order[origin] = None
            found = self._mro[cls] = tuple(sorted(order, key=lambda o: type(o) is Ext))
        return found

    def aliases(self) -> dict[str, set[str]]:
        """The other names under which the program's modules import a name: name -> aliases."""
        if self._aliases is None:
            self._aliases = found = {}
            for unit in self.units:
                for name, value in unit.header(MODULE).bindings.items() if unit.interface.scopes else ():
                    if type(value) is tuple and value[0] == "import" and value[3] not in (None, name):
                        found.setdefault(value[3], set()).add(name)
        return self._aliases

    def definition(self, file: int, name: str) -> tuple[int, Value] | None:
        """Where a module's name is bound in the end, and to what, followed through imports."""
        for _ in range(6):
            unit = self.units[file]
            value = unit.header(MODULE).bindings.get(name) if unit.interface.scopes else None
            if type(value) is not tuple or value[0] != "import" or value[3] is None:
                return None if value is None else (file, value)
            target = self._import(file, value[1], value[2], None)
            if not target or type(target[0]) is not Mod:
                return None
            file, name = target[0].file, value[3]
        return None

    def inheriting(self, names: frozenset[str]) -> frozenset[str]:
        """These names and those of the classes that, as far as names tell, inherit from one of them."""
        if self._bases is None:
            self._bases = [
                (header[1], frozenset(last_name(b[1] if type(b) is tuple and b[0] == "[]" else b) for b in header[8]))
                for unit in self.units for header in unit.interface.scopes if header[0] == CLASS and header[8]
            ]  # fmt: skip
        grown = True
        while grown:
            more = {name for name, above in self._bases if name not in names and not above.isdisjoint(names)}
            grown = bool(more)
            names |= more
        return names

    # parameters and calls

    def parameter(self, file: int, scope: int, name: str, me: Obj | Cls | None) -> Origins:
        """What a parameter is: the receiver, the argument at a known site, a fixture, or what its annotation says."""
        unit = self.units[file]
        header = unit.header(scope)
        for number, (param, note, default, kind) in enumerate(header.params):
            if param != name:
                continue
            owner = unit.owner(scope)
            if number == 0 and owner >= 0 and STATIC not in header.decorators:
                cls = Cls(file, owner)
                return (me if me is not None else self._receiver(header, cls, Obj(cls, None)) or Obj(cls, None),)
            if kind in (VARARG, KWARG):
                return (Ext("builtins.tuple()" if kind == VARARG else "builtins.dict()"),)
            if header.name == "__init__" and type(me) is Obj and me.site is not None:
                given = self.argument(me.site, number - 1, name)
                if given != ():
                    found = self.origins(me.site.file, me.site.scope, given)
                    if known(found):
                        return found
            return self._declared(file, scope, header, note, default, name)
        return ()

    def _declared(self, file: int, scope: int, header: Header, note: Value, default: Value, name: str) -> Origins:
        found: list[Origins] = []
        if default != ():
            found.append(tuple(o for o in self.origins(file, header.parent, default) if type(o) is not Const))
        if note is not None:
            found.append(self.instances(file, header.parent, note))
        found.append(self.fixture(file, scope, name))
        return join(*found) or (Arg(file, scope, name),)

    def argument(self, site: Site, number: int, name: str) -> Value:
        """The value given for a parameter at a call, or `()`; `number` does not count the receiver."""
        _, arguments, keywords, *_ = self.units[site.file].body(site.scope).calls[site.call]
        for key, value in keywords:
            if key == name:
                return value
        if 0 <= number < len(arguments) and not any(type(a) is tuple and a and a[0] == "*" for a in arguments[: number + 1]):
            return arguments[number]
        return ()

    def callees(self, site: Site, me: Obj | Cls | None = None) -> Origins:
        """What a call calls."""
        return self.origins(site.file, site.scope, self.units[site.file].body(site.scope).calls[site.call][0], me)

    def result(self, file: int, scope: int, number: int, me: Obj | Cls | None) -> Origins:
        """What a call gives."""
        site = Site(file, scope, number)
        return join(*[self._called(origin, site) for origin in self.callees(site, me)])

    def _called(self, callee: Origin, site: Site) -> Origins:
        match callee:
            case Ext("builtins.super"):
                owner = self.units[site.file].owner(site.scope)
                if owner < 0:
                    return ()
                base = next(iter(self.mro(Cls(site.file, owner))[1:]), Ext("builtins.object"))
                return (Obj(base, None),) if type(base) is Cls else (Ext(f"{base.path}()"),) if type(base) is Ext else ()
            case Ext(path, _):
                return self._injected(path, site) or (Ext(f"{path}()", site),)
            case Cls():
                return (Obj(callee, site),)
            case Fn():
                return self.returned(callee, site)
            case Obj(cls, _):
                return join(*[self._called(m, site) for m in self._member(cls, "__call__", callee) if type(m) is Fn])
        return ()

    def _injected(self, path: str, site: Site) -> Origins:
        """What an injector such as a framework's `Depends` hands over: the result of the function given to it."""
        for row in self.vocabulary.of(path):
            if row.kind == "injector":
                given = self.argument(site, row.argument, row.keywords[0] if row.keywords else "")
                if given != ():
                    providers = self.origins(site.file, site.scope, given)
                    return join(*[self._called(p, site) for p in providers])
        return ()

    def returned(self, fn: Fn, site: Site | None) -> Origins:
        """What a function returns, or yields where it is a generator; its bare parameters become the site's arguments."""
        key = ("returned", fn)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            unit = self.units[fn.file]
            header, body = unit.header(fn.scope), unit.body(fn.scope)
            given = body.yields if header.flags & GENERATOR else body.returns
            found = join(*[self.origins(fn.file, fn.scope, value, fn.receiver) for value, _ in given])
            if header.returns is not None and not known(found):
                found = join(self.instances(fn.file, header.parent, header.returns), found)
            self._memory[key] = found
        if site is None or not any(type(o) is Arg for o in found):
            return found
        return join(*[self._substituted(o, fn, site) if type(o) is Arg else (o,) for o in found])

    def _substituted(self, arg: Arg, fn: Fn, site: Site) -> Origins:
        if (arg.file, arg.scope) != (fn.file, fn.scope):
            return (arg,)
        names = [row[0] for row in self.units[fn.file].header(fn.scope).params]
        given = self.argument(site, names.index(arg.name) - (fn.receiver is not None), arg.name)
        return (arg,) if given == () else self.origins(site.file, site.scope, given)

    def _entered(self, managers: Origins) -> Origins:
        groups: list[Origins] = []
        for origin in managers:
            found: Origins = ()
            if type(origin) is Obj:
                for name in ("__aenter__", "__enter__"):
                    enter = self._member(origin.cls, name, origin)
                    found = join(*[self.returned(f, None) for f in enter if type(f) is Fn])
                    if found:
                        break
            groups.append(found or (origin,))
        return join(*groups)

    def _iterated(self, file: int, scope: int, inner: Value, me: Obj | Cls | None) -> Origins:
        match inner:
            case ("list" | "tuple" | "set", *items):
                return join(*[self.origins(file, scope, i, me) for i in items])
            case int():
                for callee in self.callees(Site(file, scope, inner), me):
                    if type(callee) is Fn and self.units[callee.file].header(callee.scope).flags & GENERATOR:
                        return self.result(file, scope, inner, me)
        return tuple(Ext(f"{o.path}[]", o.site) for o in self.origins(file, scope, inner, me) if type(o) is Ext)

    def _element(self, file: int, scope: int, base: Value, key: Value, me: Obj | Cls | None) -> Origins:
        match base, key:
            case ("dict", *pairs), ("=", _):
                return join(*[self.origins(file, scope, v, me) for k, v in pairs if k == key])
            case ("tuple" | "list", *items), ("=", int(number)) if 0 <= number < len(items):
                return self.origins(file, scope, items[number], me)
        found: list[Origin] = []
        for origin in self.origins(file, scope, base, me):
            if type(origin) is Ext and self.has_kind(origin, "type-wrapper"):
                found.append(Sub(file, scope, ("[]", base, key)))
            elif type(origin) is Ext:
                found.append(Ext(f"{origin.path}[]", origin.site))
            elif type(origin) is Cls:
                found.append(origin)
        return tuple(found)

    # annotations

    def instances(self, file: int, scope: int, note: Value) -> Origins:
        """What a thing annotated with `note` is."""
        key = ("instances", file, scope, note)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            found = self._memory[key] = self._instances(file, scope, note)
        return found

    def _instances(self, file: int, scope: int, note: Value) -> Origins:
        match note:
            case ("|", *members):
                return join(*[self.instances(file, scope, m) for m in members])
            case ("[]", base, inner):
                return join(*[self._wrapped(o, file, scope, inner) for o in self.origins(file, scope, base)])
            case str() | (".", _, _):
                return join(*[self._instance(o) for o in self.origins(file, scope, note)])
        return ()

    def _instance(self, origin: Origin) -> Origins:
        match origin:
            case Cls():
                return (Obj(origin, None),)
            case Ext(path, None):
                return (Ext(f"{path}()"),)
            case Sub(file, scope, value):
                return self.instances(file, scope, value)
        return ()

    def _wrapped(self, origin: Origin, file: int, scope: int, inner: Value) -> Origins:
        if type(origin) is not Ext:
            return self._instance(origin)
        members = inner[1:] if type(inner) is tuple and inner[0] == "tuple" else (inner,)
        for row in self.vocabulary.of(origin.path):
            if row.kind == "type-wrapper":
                if row.argument < 0:
                    return join(*[self.instances(file, scope, m) for m in members])
                injected = [self.origins(file, scope, m) for m in members if type(m) is int]
                held = self.instances(file, scope, members[row.argument]) if row.argument < len(members) else ()
                return join(*injected, held)
        return (Ext(f"{origin.path}()"),)

    # meaning

    def canonical(self, origin: Origin) -> str:
        """The access path of an origin, or an empty string."""
        match origin:
            case Ext(path, _):
                return path
            case Cls(file, scope) | Fn(file, scope, _):
                return f"{self.modules.dotted(file)}.{self.units[file].qualname(scope)}"
            case Obj(cls, _):
                return f"{self.canonical(cls)}()"
            case Mod(file):
                return self.modules.dotted(file)
        return ""

    def rows(self, origin: Origin, kind: str) -> tuple[Any, ...]:
        """The rows of a kind that hold for an origin, through the bases of its class."""
        if kind not in self.vocabulary.kinds:
            return ()
        key = ("rows", origin, kind)
        found: Any = self._memory.get(key)
        if found is None:
            cls = origin.cls if type(origin) is Obj else origin if type(origin) is Cls else None
            line = self.mro(cls) if cls else (origin,)
            end = "()" if type(origin) is Obj else ""
            found = tuple(
                row for o in line for row in self.vocabulary.of(self.canonical(o) + end) if row.kind == kind
            )
            self._memory[key] = found
        return found  # type: ignore[no-any-return]  # the memory holds rows under this key

    def has_kind(self, origin: Origin, kind: str) -> bool:
        """Whether an origin is of a kind."""
        return bool(self.rows(origin, kind))
