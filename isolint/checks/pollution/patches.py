"""Patches: what touches modules, classes and objects that all tests share, by assignment, patcher or override."""

from typing import Any, Final, NamedTuple

from isolint.checks.pollution.environs import Environs
from isolint.checks.pollution.outliving import FALSY, Outliving
from isolint.checks.pollution.products import ATTRIBUTE, Products
from isolint.checks.pollution.reloaded import Reloaded
from isolint.checks.pollution.standins import StandIns
from isolint.program import Program
from isolint.program.testing.touches import Call, Thing, Touch
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, known
from isolint.program.words import snake

OBJECT: Final = "object"  # all that a module's object holds
PATCHER: Final = "patcher"
TELLING: Final = frozenset({"setattr", "delattr", "cache_clear", "update", "start", "stop", "stopall"})
STARTING: Final = "start"
CLEARING: Final = frozenset({"clear", "pop"})


class Names(NamedTuple):
    """Names that tell what is no patch.

    `mocks`: attributes by which a mock is told what to do; `saving`: words in names of attributes that keep what was
    there before; `resetting`: words in names of functions that set anew; `loading`: calls that give a module that is
    being loaded; `but`: what another rule speaks of; `reloading`: the call that loads a module anew; `accessor`: the
    kind of objects that another rule speaks of.
    """

    reloading: str
    accessor: str
    mocks: frozenset[str]
    saving: frozenset[str]
    resetting: frozenset[str]
    loading: frozenset[str]
    but: frozenset[str]


class Patches:
    """Touches of attributes, of overrides, of patchers that are started, and of settings such as the loaded modules.

    `overrides` are the names of attributes that hold what replaces something.
    """

    def __init__(
        self,
        program: Program,
        environs: Environs,
        outliving: Outliving,
        standins: StandIns,
        reloaded: Reloaded,
        overrides: frozenset[str],
        names: Names,
    ) -> None:
        self._e = program.evaluator
        self._units = program.units
        self._environs = environs
        self.keeping = environs.keeping
        self._outliving = outliving
        self._standins = standins
        self._reloaded = reloaded
        self._products = Products(program, outliving, names.accessor)
        self._overrides = overrides
        self._names = names
        self._overriding: dict[int, bool] = {}

    def changing(self, file: int) -> list[int]:
        """The scopes of a file that may touch such a thing so that it counts, as far as names tell."""
        unit = self._units[file]
        scopes = range(len(unit.interface.scopes))
        if self._is_overriding(file):
            return list(scopes)
        near = set(self._environs.changing(file))
        if STARTING in unit.interface.mentions:
            near.update([n for n in scopes if STARTING in unit.callees(n)])
        near.update([n for n in scopes if self._products.effects.keeping(unit.callees(n))])
        return [n for n in scopes if n in near or _may_store(unit.body(n).stores)]

    def _is_overriding(self, file: int) -> bool:
        """Whether a file mentions what holds what replaces something."""
        found = self._overriding.get(file)
        if found is None:
            mentions = self._units[file].interface.mentions
            found = self._overriding[file] = not self._overrides.isdisjoint(mentions)
        return found

    def calling(self, file: int, scope: int) -> list[int]:
        """The numbers of the calls that may touch such a thing, as far as names tell."""
        unit = self._units[file]
        found = self._environs.calling(file, scope)
        if self._is_overriding(file):
            calls = enumerate(unit.body(scope).calls)
            found += [n for n, call in calls if last_name(receiver(call[0])) in self._overrides]
        names = unit.callees(scope)
        if not TELLING.isdisjoint(names):
            found += [n for n, name in enumerate(names) if name in TELLING]
        if keeping := self._products.effects.keeping(names):
            found += [n for n, name in enumerate(names) if name in keeping]
        return sorted(set(found)) if found else found

    def stores(self, file: int, scope: int) -> list[Touch]:
        """The touches by assignment and deletion."""
        found: list[Touch] = []
        settings = self._environs.stores(file, scope)
        for touch in settings:
            if not self._is_loaded(file, scope, touch):
                mild = touch.mild or self._standins.is_needed(file, scope, touch)
                fake = self._standins.is_one(file, scope, touch.value)
                found += self._loaded(file, scope, touch._replace(mild=mild, fake=fake))
        for kind, base, key, value, position, region in self._units[file].body(scope).stores:
            drops, plain = kind.startswith("del-"), kind.removeprefix("del-")
            if plain == "item" and last_name(base) in self._overrides:
                counts = self._outliving.of(file, scope, receiver(base), suite=True)
                place = self._shown(file, scope, base)
                found.append(Touch(Thing(last_name(base)), position, region, place, value, counts, drops))
            elif plain == "attr" and key in self._overrides:
                empty = self._outliving.plain(file, scope, value) == "{}"
                counts = not empty and self._outliving.of(file, scope, base, suite=True)
                place = f"{self._shown(file, scope, base)}.{key}"
                found.append(Touch(Thing(key), position, region, place, value, counts, empty or drops))
            elif plain == "attr":
                name = key if type(key) is str and not key.startswith("$") else None
                counts = name is not None and self._counts(file, scope, base, name)
                back = counts and self._is_begun(file, scope, base, str(name), value)
                counts = counts and not back
                within = tuple([Thing(ATTRIBUTE, part) for part in _parts(base)])
                keeper = self._outliving.keeper(file, scope, base) if counts else None
                if keeper is not None:
                    within = (*within, Thing(OBJECT if keeper[1] else ATTRIBUTE, keeper[0]))
                place = f"{self._shown(file, scope, base)}.{name}"
                thing = Thing(ATTRIBUTE, name)
                touch = Touch(thing, position, region, place, value, counts, drops, back=back, within=within)
                sure = type(value) is str or (type(value) is tuple and value[0] == ".")
                fake = counts and self._standins.is_one(file, scope, value)
                found.append(touch._replace(sure=sure, fake=fake))
            elif kind == "item":
                found += self._products.filled(file, scope, base, key, position, region)
        return found

    def _counts(self, file: int, scope: int, base: Any, key: str) -> bool:
        """Whether an attribute is set that outlives the test."""
        mocks = self._names.mocks
        if key in mocks or not mocks.isdisjoint(_parts(base)) or not _is_named(base):
            return False
        if not self._names.saving.isdisjoint(_words(key)) or not self._outliving.of(file, scope, base, suite=False):
            return False
        origins = known(self._e.origins(file, scope, base))
        return not any(f"{self._e.meaning.canonical(o)}.{key}" in self._names.but for o in origins)

    def _is_begun(self, file: int, scope: int, base: Any, key: str, value: Any) -> bool:
        """Whether an attribute is set to what it begins with."""
        resets = not self._names.resetting.isdisjoint(_words(self._units[file].header(scope).name))
        if resets and self._outliving.plain(file, scope, value) in FALSY:
            return True
        return self._outliving.begins(file, scope, base, key, value)

    def call(self, call: Call) -> list[Touch]:
        """The touches by a call."""
        file, scope = call.site.file, call.site.scope
        settings = self._environs.call(call)
        fakes = [self._standins.is_one(file, scope, touch.value) for touch in settings]
        pairs = zip(settings, fakes, strict=True)
        found = [t for touch, fake in pairs for t in self._loaded(file, scope, touch._replace(fake=fake), call)]
        if found:
            return found
        name, held = last_name(call.callee), receiver(call.callee)
        touch = Touch(Thing(ATTRIBUTE), call.position, call.region, name, counts=False)
        if name in ("setattr", "delattr") and len(call.arguments) > 1:
            key = next((v for v in call.arguments[:2] if _is_text(v)), None)  # of a path as text, what it ends with
            touch = touch._replace(drops=name == "delattr")
            return [touch._replace(thing=Thing(ATTRIBUTE, key[1].rpartition(".")[2]))] if key else [touch]
        if name == "cache_clear" or (name == "update" and last_name(held) == "__dict__"):
            return [touch]
        if held is not None and last_name(held) in self._overrides:
            drops = name in CLEARING
            counts = not drops and self._outliving.of(file, scope, receiver(held), suite=True)
            place = self._shown(file, scope, held)
            return [touch._replace(thing=Thing(last_name(held)), place=place, counts=counts, drops=drops)]
        found = self._patcher(touch, call, held) if name in ("start", "stop", "stopall") else []
        return found or (self._products.call(call) if self._products.effects.keeping((name,)) else [])

    def _patcher(self, touch: Touch, call: Call, held: Any) -> list[Touch]:
        """The start or stop of a patcher."""
        key = last_name(held) or None
        if touch.place == "stopall":
            return [touch._replace(thing=Thing(PATCHER), drops=True)]
        if touch.place == "stop":
            return [touch._replace(thing=Thing(PATCHER, key), drops=True)]
        for origin in self._e.origins(call.site.file, call.site.scope, held):
            if type(origin) is Ext and origin.path.endswith("()"):
                made = Ext(origin.path.removesuffix("()"))
                if self._environs.restores(made):
                    place = f"{self._shown(call.site.file, call.site.scope, held)}.start"
                    return [touch._replace(thing=Thing(PATCHER, key), place=place, counts=True, fake=True)]
        return []

    def _loaded(self, file: int, scope: int, touch: Touch, call: Call | None = None) -> list[Touch]:
        """A touch of a module; to load it anew puts its attributes back, and so may putting another one there."""
        back = [touch._replace(thing=Thing(store), counts=False) for store in (ATTRIBUTE, self._names.reloading)]
        others = [t for t in back if t.thing.store != touch.thing.store]
        if touch.thing.store == self._names.reloading and call is not None:
            body = self._units[file].body(scope)
            again = any(c[3] > call.position and c[0] == call.callee for c in body.calls)
            patched = self._reloaded.is_patched(file, scope, touch.position)
            return [touch._replace(mild=again or not patched, value=ATTRIBUTE), *others]
        mild = not self._reloaded.is_set(file, scope, touch.position) if touch.drops else touch.mild
        return [touch._replace(mild=mild), *others]

    def _is_loaded(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether a touch makes a module known that is being loaded."""
        calls = self._units[file].body(scope).calls
        return type(touch.value) is int and last_name(calls[touch.value][0]) in self._names.loading

    def kept(self, call: Call) -> list[Thing]:
        """What a call sets and has set back later."""
        found = self._environs.kept(call)
        if last_name(call.callee) in self._environs.setters and self._environs.sets(call):
            found += [Thing(ATTRIBUTE, v[1].rpartition(".")[2]) for v in call.arguments[:2] if _is_text(v)]
            found += [Thing(ATTRIBUTE, key) for key, _ in call.keywords if key]
        return found

    def _shown(self, file: int, scope: int, value: Any) -> str:
        """A value as readers know it, as far as its path says."""
        match value:
            case str():
                return value.lstrip("$")
            case int():
                return f"{last_name(self._units[file].body(scope).calls[value][0])}(..)"
            case (".", base, path):
                return f"{self._shown(file, scope, base)}.{path}"
            case ("import", _, module, name):
                return str(name or module)
            case (":", inner, _):
                return self._shown(file, scope, inner)
        return ".."


def _may_store(stores: tuple[tuple[Any, ...], ...]) -> bool:
    """Whether an attribute is set of something that is known by names, and is not the own object."""
    if not stores:
        return False
    return any(_is_named(s[1]) for s in stores if s[1] != "$self" and s[0].endswith(("attr", "item")))


def _is_named(base: Any) -> bool:
    """Whether a value is known by names, or is what a call by names gives; of elements nobody knows which."""
    match base:
        case str():
            return base.partition(".")[0] not in ("$self", "$cls")
        case int() | ("import", *_):
            return True
        case (".", inner, _) | (":", inner, _):
            return _is_named(inner)
    return False


def _is_text(value: Any) -> bool:
    return type(value) is tuple and value[:1] == ("=",) and type(value[1]) is str


def _parts(base: Any) -> list[str]:
    """The names of the attributes that lead to a value."""
    match base:
        case str():
            return base.split(".")[1:]
        case (".", _, path):
            return str(path).split(".")
    return []


def _words(name: str) -> list[str]:
    return snake(name).strip("_").split("_")
