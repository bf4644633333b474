"""Owned: does an object put a credential of its own into a setting of the whole process?"""

from typing import Any, Final

from isolint.program import Program
from isolint.program.flow.settings import Setting
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Site
from isolint.program.words import matcher, snake

FAR: Final = 4  # calls between an attribute and what is made of it


def owned(program: Program, one: Setting, configuring: tuple[str, ...], locating: tuple[str, ...]) -> str:
    """The name of a credential that an object has, or is given by whoever calls its method, or an empty string.

    What is called by one of `configuring` holds what the whole process works with; names that end with one of
    `locating` say where a credential lies, not what it is.
    """
    file, scope = one.change.file, one.change.scope
    unit = program.units[file]
    owner = unit.owner(scope)
    if owner < 0 or _is_called(_titles(program, Cls(file, owner)), configuring):
        return ""
    names = program.vocabulary.names
    credential, other = matcher(names("credential-name") | names("secret-name")), matcher(names("no-credential-name"))
    keyed = one.key[1] if type(one.key) is tuple and one.key[:1] == ("=",) else ""
    for value in one.values:
        name = _given(program, file, scope, value)
        told = snake(f"{keyed} {name}")
        if any(snake(each).strip("_").rpartition("_")[2] in locating for each in (keyed, name)):
            continue
        if _is_kept_back(program, Cls(file, owner), name, one.row.path):
            continue
        if name and not _is_called([name], configuring) and credential.search(told) and not other.search(told):
            return name
    return ""


def _is_kept_back(program: Program, cls: Cls, name: str, setting: str) -> bool:
    """Whether an attribute holds what the setting was before, to be put back."""
    for scope, value in program.evaluator.members.attributes(cls).get(name, ()):
        callees = program.evaluator.calls.callees(Site(cls.file, scope, value)) if type(value) is int else ()
        if any(type(o) is Ext and o.path.startswith(f"{setting}.") for o in callees):
            return True
    return False


def _titles(program: Program, cls: Cls) -> list[str]:
    """What a class and its bases are called."""
    every = [program.units[o.file].header(o.scope) for o in program.evaluator.members.mro(cls) if type(o) is Cls]
    return [name for header in every for name in (header.name, *map(last_name, header.bases))]


def _is_called(titles: list[str], words: tuple[str, ...]) -> bool:
    return any(not set(words).isdisjoint(snake(title).split("_")) for title in titles)


def _given(program: Program, file: int, scope: int, value: Any) -> str:
    """The attribute of the own object, or the parameter with what hangs on it, that a value is or is made from."""
    unit = program.units[file]
    for _ in range(FAR):
        if type(value) is not int:
            break
        value = receiver(unit.body(scope).calls[value][0])
    if type(value) is not str or value[:1] != "$":
        return ""
    root, _, rest = value[1:].partition(".")
    if root != unit.own(scope):
        return value[1:]
    return "" if "." in rest else rest  # what hangs on something else that the object has is that one's
