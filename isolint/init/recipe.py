"""Recipe: how a test makes a context of its own, and clears it away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from isolint.checks.context.signatures import Signatures, Slot
from isolint.facts import ASYNC, POSITIONAL_ONLY
from isolint.init.contexts import KIND
from isolint.init.makers import NAMED
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Obj
from isolint.program.words import snake

CLEANUPS: Final = ("cleanup", "aclose", "close")
BARE: Final = frozenset({"abc.ABC", "object", "builtins.object", "typing.Generic", "typing.Protocol"})
ANY: Final = 'f"{}-{{uuid.uuid4()}}"'
MADE: Final = {"builtins.str()": ANY, "uuid.UUID()": "uuid.uuid4()", "builtins.int()": "uuid.uuid4().int"}
"""What is unlike any other, by what a parameter is annotated with."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is called and with which arguments, as they are written; `cleanup` is a method's name, or empty."""

    target: Cls | Fn
    name: str
    arguments: tuple[str, ...]
    waits: bool
    cleanup: str = ""
    cleanup_waits: bool = False

    @property
    def is_async(self) -> bool:
        """Whether the fixture has to wait for something."""
        return self.waits or self.cleanup_waits


def recipe(program: Program, target: Cls | Fn, *, may_wait: bool) -> Recipe | str:
    """How to make a context, or why that cannot be told; `may_wait` is whether the suite has asynchronous fixtures."""
    name = called(program, target)
    if isinstance(target, Cls) and (fault := _unmade(program, target)):
        return f"`{name}` {fault}"
    slots = [each for each in Signatures(program, KIND, NAMED).of(target) if _required(program, each)]
    values = [(each, _value(program, each)) for each in slots]
    lacking = [f"`{each.name}`" for each, text in values if not text]
    if lacking:
        return f"`{name}` needs {', '.join(lacking)}, and isolint cannot tell what that is"
    arguments = tuple(text if each.kind == POSITIONAL_ONLY else f"{each.name}={text}" for each, text in values)
    waits = isinstance(target, Fn) and bool(program.units[target.file].header(target.scope).flags & ASYNC)
    if waits and not may_wait:
        return f"`{name}` is a coroutine function, and the suite does not use pytest-asyncio"
    ways = [*_cleanups(program, class_of(program, target))]
    way = next(((method, wait) for method, wait in ways if may_wait or not wait), None)
    if ways and way is None:
        return f"`{name}` is cleaned up by the coroutine `{ways[0][0]}`, and the suite does not use pytest-asyncio"
    return Recipe(target, name, arguments, waits, *(way or ()))


def called(program: Program, target: Cls | Fn) -> str:
    """The name that it is defined by."""
    return program.units[target.file].header(target.scope).name


def _unmade(program: Program, cls: Cls) -> str:
    """Why it is not known how objects of a class are made, if it is not."""
    members = program.evaluator.members
    every = [
        (base.file, method) for base in members.mro(cls) if isinstance(base, Cls) for method in members.methods(base)
    ]
    own: set[str] = set()
    for file, method in every:
        header = program.units[file].header(method)
        if header.name not in own and any(last_name(each).startswith("abstract") for each in header.decorators):
            return "is abstract"
        own.add(header.name)
    if "__init__" in own:
        return ""
    meaning = program.evaluator.meaning
    bases = [base for base in members.mro(cls) if isinstance(base, Ext)]
    other = [base.path for base in bases if base.path not in BARE and not meaning.has_kind(base, "fields")]
    return f"inherits from `{other[0]}`, whose constructor isolint does not know" if other else ""


def _required(program: Program, slot: Slot) -> bool:
    """Whether a parameter has to be given; a field that is only described, as by `field(repr=False)`, has to."""
    if type(slot.default) is not int:
        return bool(slot.default == ())
    callee, arguments, keywords, *_ = program.units[slot.file].body(slot.scope).calls[slot.default]
    told = {str(key) for key, _ in keywords}
    described = last_name(callee).lower() == "field" and not arguments
    return described and told.isdisjoint({"default", "default_factory", "init"})


def _value(program: Program, slot: Slot) -> str:
    """What is given for a parameter, unlike what any other test gives; empty where that cannot be told."""
    word = snake(slot.name).strip("_")
    people = program.vocabulary.names("identity-name") | program.vocabulary.names("personal-name")
    if not word.endswith("_id") and word not in people:
        return ""
    told = program.evaluator.annotations.instances(slot.file, slot.scope, slot.annotation)
    kinds = {each.path if isinstance(each, Ext) else "" for each in told} or {"builtins.str()"}
    unknown = slot.annotation is not None and not told
    made = "" if unknown or len(kinds) > 1 else MADE.get(kinds.pop(), "")
    return made.format((word.removesuffix("_id") or word).replace("_", "-")) if made == ANY else made


def class_of(program: Program, target: Cls | Fn) -> Cls | None:
    """The class of what a call gives."""
    if isinstance(target, Cls):
        return target
    given = program.evaluator.calls.returned(target, None)
    classes: Sequence[Cls] = [each.cls for each in given if isinstance(each, Obj)]
    return classes[0] if len(classes) == 1 else None


def _cleanups(program: Program, cls: Cls | None) -> Iterator[tuple[str, bool]]:
    """The methods that clean an object up and need nothing, each with whether it has to be waited for."""
    for name in CLEANUPS if cls else ():
        for each in program.evaluator.members.member(cls, name, Obj(cls, None)) if cls else ():
            if isinstance(each, Fn):
                needed = [slot for slot in Signatures(program, KIND, NAMED).of(each) if slot.default == ()]
                if not needed:
                    yield name, bool(program.units[each.file].header(each.scope).flags & ASYNC)
