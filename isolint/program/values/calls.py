"""Calls: what a call calls and gives, and what a parameter is given."""

from typing import TYPE_CHECKING, Final

from isolint.facts import GENERATOR, KWARG, VARARG, Header, Value
from isolint.program.unit import last_name
from isolint.program.values.members import STATIC
from isolint.program.values.origins import Arg, Cls, Const, Ext, Fn, Obj, Origin, Origins, Site, join, known

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator

_LANGUAGE: Final = frozenset({"builtins.super", "builtins.next", "builtins.anext"})


class Calls:
    """Answers about calls and parameters, by way of annotations, arguments, injectors and fixtures."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._returned: dict[Fn, Origins] = {}

    def parameter(self, file: int, scope: int, name: str, me: Obj | Cls | None) -> Origins:
        """What a parameter is: the receiver, the argument at a known site, a fixture, or what its annotation says."""
        unit = self._e.units[file]
        header = unit.header(scope)
        for number, (param, note, default, kind) in enumerate(header.params):
            if param != name:
                continue
            owner = unit.owner(scope)
            if number == 0 and owner >= 0 and STATIC not in header.decorators:
                cls = Cls(file, owner)
                return (
                    me if me is not None else self._e.members.receiver(header, cls, Obj(cls, None)) or Obj(cls, None),
                )
            if kind in (VARARG, KWARG):
                return self._e.outside("builtins.tuple()" if kind == VARARG else "builtins.dict()")
            found: Origins = ()
            if header.name == "__init__" and isinstance(me, Obj):
                found = self._handed_up(file, scope, number, name, me)
                if known(found):
                    return found
            declared = self._declared(file, scope, header, note, default, name)
            return declared if known(declared) or not found else found
        return ()

    def _handed_up(self, file: int, scope: int, number: int, name: str, me: Obj) -> Origins:
        """What `__init__` is given where an object is made, or by the `super().__init__(..)` of a class below."""
        made = next((f for f in self._e.members.member(me.cls, "__init__", me) if isinstance(f, Fn)), None)
        if made is None or (made.file, made.scope) == (file, scope):
            given = () if me.site is None else self.argument(me.site, number - 1, name)
            return () if given == () or me.site is None else self._e.origins(me.site.file, me.site.scope, given)
        for call, (callee, *_) in enumerate(self._e.units[made.file].body(made.scope).calls):
            if last_name(callee) == "__init__":
                up = Site(made.file, made.scope, call)
                given = self.argument(up, number - (type(callee) is not str), name)
                if given != ():
                    return self._e.origins(made.file, made.scope, given, me)
        return ()

    def _declared(self, file: int, scope: int, header: Header, note: Value, default: Value, name: str) -> Origins:
        found: list[Origins] = []
        if default != ():
            held = self.injected(self._e.origins(file, header.parent, default))
            found.append(tuple(o for o in held if type(o) is not Const))
        if note is not None:
            found.append(self._e.annotations.instances(file, header.parent, note))
        found.append(self._e.fixture(file, scope, name))
        if not any(found) and header.params[0][0] == name:
            found.append(self._started(file, header.name))
        return join(*found) or (Arg(file, scope, name),)

    def _started(self, file: int, name: str) -> Origins:
        """The application, for a function of the same module that it is made with to run when it starts."""
        found: list[Origins] = []
        if self._e.vocabulary.lasts("start-up").isdisjoint(self._e.units[file].interface.mentions):
            return ()
        for scope, number in self._e.units[file].calls_named(name):
            keywords = {k for k, v in self._e.units[file].body(scope).calls[number][2] if v == name}
            rows = [r for o in self.callees(Site(file, scope, number)) for r in self._e.meaning.rows(o, "start-up")]
            if any(keywords & set(row.keywords) for row in rows):
                found.append(self.result(file, scope, number, None))
        return join(*found)

    def argument(self, site: Site, number: int, name: str) -> Value:
        """The value given for a parameter at a call, or `()`; `number` does not count the receiver."""
        _, arguments, keywords, *_ = self._e.units[site.file].body(site.scope).calls[site.call]
        for key, value in keywords:
            if key == name:
                return value
        if 0 <= number < len(arguments) and not any(
            type(a) is tuple and a and a[0] == "*" for a in arguments[: number + 1]
        ):
            return arguments[number]
        return ()

    def callees(self, site: Site, me: Obj | Cls | None = None) -> Origins:
        """What a call calls."""
        file, scope, call = site
        return self._e.origins(file, scope, self._e.units[file].body(scope).calls[call][0], me)

    def result(self, file: int, scope: int, number: int, me: Obj | Cls | None) -> Origins:
        """What a call gives."""
        callees = self._e.origins(file, scope, self._e.units[file].body(scope).calls[number][0], me)
        if not callees:
            return ()
        site = Site(file, scope, number)
        return self.called(callees[0], site) if len(callees) == 1 else join(*[self.called(o, site) for o in callees])

    def called(self, callee: Origin, site: Site) -> Origins:
        """What one of the things that a call may call gives."""
        if type(callee) is Ext:
            if callee.path in _LANGUAGE:
                return self._language(callee.path, site)
            return (Ext(f"{callee.path}()", site),)
        if type(callee) is Cls:
            return (Obj(callee, site),)
        if type(callee) is Fn:
            path = f"{self._e.meaning.canonical(callee)}()"
            told: Origins = (Ext(path, site),) if self._e.vocabulary.of(path) else ()
            if self._e.meaning.has_kind(callee, "injector"):
                return (Ext(path, site),)
            return join(told, self.returned(callee, site))
        if type(callee) is Obj:
            methods = self._e.members.member(callee.cls, "__call__", callee)
            return join(*[self.called(m, site) for m in methods if type(m) is Fn])
        return ()

    def _language(self, path: str, site: Site) -> Origins:
        """What `super()` and `next(..)` give."""
        if path != "builtins.super":
            arguments = self._e.units[site.file].body(site.scope).calls[site.call][1]
            return self._e.origins(site.file, site.scope, ("iter", arguments[0])) if arguments else ()
        owner = self._e.units[site.file].owner(site.scope)
        if owner < 0:
            return ()
        base = next(iter(self._e.members.mro(Cls(site.file, owner))[1:]), Ext("builtins.object"))
        return (Obj(base, None),) if isinstance(base, Cls) else self._e.outside(f"{base.path}()")

    def parts(self, site: Site, number: int, me: Obj | Cls | None) -> Origins:
        """One part of the tuples that a call gives."""
        groups: list[Origins] = []
        for fn in self.callees(site, me):
            if isinstance(fn, Fn):
                body = self._e.units[fn.file].body(fn.scope)
                for value, _ in (*body.returns, *body.yields):
                    if type(value) is tuple and value[0] in ("tuple", "list") and 0 <= number < len(value) - 1:
                        groups.append(self._e.origins(fn.file, fn.scope, value[number + 1], fn.receiver))
        return join(*groups)

    def injected(self, origins: Origins) -> Origins:
        """Origins in a place where an injector such as a framework's `Depends` hands over what its function gives."""
        return join(*[self._provided(o) for o in origins])

    def _provided(self, origin: Origin) -> Origins:
        if type(origin) is not Ext or origin.site is None:
            return (origin,)
        site = origin.site
        providers = self.providers(origin)
        return (origin,) if providers is None else join(*[self.called(p, site) for p in providers])

    def providers(self, origin: Origin) -> Origins | None:
        """What an injector is told to hand over the result of; None where something is no injector's."""
        if type(origin) is not Ext or origin.site is None or not origin.path.endswith("()"):
            return None
        for row in self._e.vocabulary.of(origin.path.removesuffix("()")):
            if row.kind == "injector":
                given = self.argument(origin.site, row.argument, row.keywords[0] if row.keywords else "")
                if given != ():
                    return self._e.origins(origin.site.file, origin.site.scope, given)
        return None

    def returned(self, fn: Fn, site: Site | None) -> Origins:
        """What a function returns, or yields where it is a generator; bare parameters become the arguments."""
        found = self._returned.get(fn)
        if found is None:
            self._returned[fn] = ()
            unit = self._e.units[fn.file]
            header, body = unit.header(fn.scope), unit.body(fn.scope)
            given = body.yields if header.flags & GENERATOR else body.returns
            found = join(*[self._e.origins(fn.file, fn.scope, value, fn.receiver) for value, _ in given])
            if header.returns is not None and not known(found):
                found = join(self._e.annotations.instances(fn.file, header.parent, header.returns), found)
            self._returned[fn] = found
        if site is None or not any(type(o) is Arg for o in found):
            return found
        return join(*[self._substituted(o, fn, site) if type(o) is Arg else (o,) for o in found])

    def _substituted(self, arg: Arg, fn: Fn, site: Site) -> Origins:
        if (arg.file, arg.scope) != (fn.file, fn.scope):
            return (arg,)
        names = [row[0] for row in self._e.units[fn.file].header(fn.scope).params]
        given = self.argument(site, names.index(arg.name) - (fn.receiver is not None), arg.name)
        return (arg,) if given == () else self._e.origins(site.file, site.scope, given)
