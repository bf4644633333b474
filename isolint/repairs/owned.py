"""Owned: an attribute of a class that each of its objects binds for itself, in `__init__`."""

from dataclasses import dataclass
from typing import Any, Final

from isolint.change import Bind
from isolint.checks import Match
from isolint.checks.parts import behind
from isolint.facts import ASYNC, FUNCTION
from isolint.program import Program
from isolint.program.unit import Unit, last_name
from isolint.program.values.origins import Cls, Ext
from isolint.repairs.free import free, holds
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot

INIT: Final = "__init__"
SPECIAL: Final = frozenset({"__slots__", "__new__", "__setattr__", "__getattr__", "__init_subclass__"})
CLASSES: Final = frozenset({"cls", "klass", "mcs", "__class__"})
BY_NAME: Final = frozenset({"getattr", "setattr", "hasattr", "delattr", "vars", "patch", "object"})
LIKE: Final = frozenset({"Mock", "MagicMock", "NonCallableMock", "AsyncMock", "create_autospec"})  # know a class alone
MOST: Final = 30  # more heirs than anybody would look through


@dataclass(frozen=True, slots=True)
class Owned:
    """The attribute that a method changes on its own object; `plain` bases make nothing of what a class binds."""

    plain: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """Nothing where anybody sees the attribute on the class, or where some object may come to be without it."""
        attribute = match.words["place"].rpartition(".")[2]
        cls = self._bound(program, match, attribute)
        if cls is None or cls.file not in program.asked or program.roles[cls.file] != "application":
            return None
        family = [cls, *program.evaluator.members.below(cls)]
        if len(family) > MOST or not all(self._is_plain(program, each, cls, attribute) for each in family):
            return None
        above = self._above(program, cls, attribute)
        heirs = all(self._calls_on(program, each, cls) for each in family[1:])
        if above is None or not heirs or not _is_movable(program, cls, attribute):
            return None
        if self._is_seen(program, family, attribute):
            return None
        unit = program.units[cls.file]
        header = unit.header(cls.scope)
        change = Bind(spot(header.position), attribute, above)
        return Offer(((unit.path, change),), {"attribute": attribute, "class": header.name})

    def _bound(self, program: Program, match: Match, attribute: str) -> Cls | None:
        """The class whose body binds what a method changes on its own object."""
        owner = program.units[match.file].owner(match.scope)
        for base in program.evaluator.members.mro(Cls(match.file, owner)) if owner >= 0 else ():
            if isinstance(base, Cls) and attribute in program.units[base.file].header(base.scope).bindings:
                named = f"{program.evaluator.meaning.canonical(base)}.{attribute}"
                return base if match.words["place"] == named else None
        return None

    def _is_plain(self, program: Program, each: Cls, cls: Cls, attribute: str) -> bool:
        """Whether a class is what it says, and has nothing else of that name."""
        header = program.units[each.file].header(each.scope)
        if header.decorators or SPECIAL & header.bindings.keys() or (each != cls and attribute in header.bindings):
            return False
        for base in header.bases:
            plain = base[1] if type(base) is tuple and base[0] == "[]" else base
            found = program.evaluator.origins(each.file, header.parent, plain)
            if not found or not all(type(o) is Cls or (isinstance(o, Ext) and o.path in self.plain) for o in found):
                return False
        for other in program.evaluator.members.mro(each)[1:]:
            if isinstance(other, Ext):
                if other.path not in self.plain:
                    return False
                continue
            inner = program.units[other.file].header(other.scope)
            if inner.decorators or SPECIAL & inner.bindings.keys() or (other != cls and attribute in inner.bindings):
                return False
            if any(type(base) is tuple and base[0] == "=" for base in inner.bases):
                return False
        return True

    def _above(self, program: Program, cls: Cls, attribute: str) -> bool | None:
        """Whether a new `__init__` has to call that of the bases; None where none can be written."""
        unit, members = program.units[cls.file], program.evaluator.members
        bindings = unit.header(cls.scope).bindings
        line = [each for each in members.mro(cls)[1:] if isinstance(each, Cls)]
        for base in line:
            bodies = [program.units[base.file].body(scope) for scope in members.methods(base)]
            if any(row[0] == attribute for body in bodies for row in body.reads):
                return None  # before it is there, for all that is known
        if INIT in bindings:
            return False if _is_method(unit, bindings[INIT]) else None
        for base in line:
            other = program.units[base.file]
            made = other.header(base.scope).bindings.get(INIT)
            if made is not None:
                alone = _is_method(other, made) and len(other.header(made[1]).params) == 1
                return True if alone else None
        return False

    def _calls_on(self, program: Program, heir: Cls, cls: Cls) -> bool:
        """Whether objects of a class below get what `__init__` of the one above binds."""
        unit = program.units[heir.file]
        bindings = unit.header(heir.scope).bindings
        written = INIT not in program.units[cls.file].header(cls.scope).bindings
        if INIT not in bindings:
            members = program.evaluator.members
            known = {*members.mro(cls), *members.below(cls)}
            others = [o for o in members.mro(heir) if isinstance(o, Cls) and o not in known]
            return all(INIT not in program.units[o.file].header(o.scope).bindings for o in others)
        if not _is_method(unit, bindings[INIT]):
            return False
        calls = unit.body(bindings[INIT][1]).calls
        for callee, arguments, keywords, _, _, region in calls:
            match callee:
                case (".", int(number), "__init__") if calls[number][0] == "super" and not region:
                    return not (written and (arguments or keywords))
        return False

    def _is_seen(self, program: Program, family: list[Cls], attribute: str) -> bool:
        """Whether code speaks of the attribute of a class, not of an object."""
        names = frozenset(program.units[each.file].header(each.scope).name for each in family)
        for file, unit in enumerate(program.units):
            if {attribute, *BY_NAME, *LIKE}.isdisjoint(unit.interface.mentions):
                continue
            spelled = program.spelled(file, names)
            if spelled and any(
                _sees(unit, scope, spelled | CLASSES, attribute) for scope in range(len(unit.interface.scopes))
            ):
                return True
        return False


def _is_method(unit: Unit, value: Any) -> bool:
    """Whether a name of a class is a plain method."""
    if type(value) is not tuple or value[0] != "def":
        return False
    header = unit.header(value[1])
    return header.kind == FUNCTION and not header.decorators and not header.flags & ASYNC and bool(header.params)


def _is_movable(program: Program, cls: Cls, attribute: str) -> bool:
    """Whether what the class binds is written out or made there, of what means the same in a method."""
    unit = program.units[cls.file]
    header = unit.header(cls.scope)
    value, note = header.bindings[attribute], None
    if type(value) is tuple and value[0] == ":":
        _, value, note = value
    if last_name(note[1] if type(note) is tuple and note[0] == "[]" else note) == "ClassVar":
        return False
    made = type(value) is int or (type(value) is tuple and value[0] in {"list", "dict", "set"})
    others = [v for n, v in header.bindings.items() if n != attribute]
    if not made or header.bindings.keys() & {*free(unit, cls.scope, value)}:
        return False
    if any(v is not None and holds(value, v) for v in others) or (type(value) is int and value in others):
        return False
    calls = [call for number, call in enumerate(unit.body(cls.scope).calls) if number != value]
    inner = [each for each in unit.interface.scopes if each[2] == cls.scope]
    used = [given for call in calls for given in (*call[1], *[v for _, v in call[2]])]
    used += [part for each in inner for part in (*each[5], *[row[2] for row in each[6]])]
    if any(each == value or holds(each, value) for each in used):
        return False
    return any(each[0] == FUNCTION for each in inner)


def _sees(unit: Unit, scope: int, names: frozenset[str], attribute: str) -> bool:
    """Whether a scope speaks of an attribute behind one of these names, or behind `type(..)`."""
    calls = unit.body(scope).calls
    header = unit.header(scope)
    own = {unit.own(scope)} if "classmethod" in header.decorators else set()
    if behind((unit.body(scope), *header), calls, names | own, attribute):
        return True
    if any(("=", attribute) in call[1] and last_name(call[0]) in BY_NAME for call in calls):
        return True
    likened = [given for c in calls if last_name(c[0]) in LIKE for given in (*c[1][:1], *[v for _, v in c[2]])]
    return any(type(given) is str and last_name(given) in names - CLASSES for given in likened)
