"""Attribute memos: what a method keeps on its object for one caller, and gives back to whoever comes next."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.checks.parts import inside
from isolint.program import Program
from isolint.program.values.origins import Cls, Ext
from isolint.program.words import matcher, snake


class AttributeMemo(NamedTuple):
    """A store of what depends on the parameter `what`, which is given back without regard to that.

    Strict where the parameter has a default.
    """

    position: int
    place: str
    what: str
    strict: bool


def attribute_memos(program: Program, logins: tuple[str, ...], file: int, scope: int) -> Iterator[AttributeMemo]:
    """The first such store of a method for each attribute."""
    unit = program.units[file]
    own, header, body = unit.own(scope), unit.header(scope), unit.body(scope)
    returned = {v for v, _ in body.returns if type(v) is str and v.startswith(f"${own}.")} if own else set()
    if not returned or snake(header.name).strip("_").partition("_")[0] in logins:
        return
    asking = _asking(program, file, scope)
    if not asking or _is_somebodys(program, Cls(file, unit.owner(scope))):
        return
    tests = [set(_texts(body.calls, test, own)) for kind, _, test in body.regions if kind in ("if", "else") and test]
    for kind, base, key, value, position, _ in body.stores:
        path = f"{base}.{key}"
        if kind != "attr" or base != f"${own}" or path not in returned:
            continue
        what = next((p for p in asking if any(q.name == p for q in program.requests.of(file, scope, value).params)), "")
        if what and any(path in test for test in tests) and not any(f"${what}" in test for test in tests):
            returned.discard(path)
            yield AttributeMemo(position, f"{unit.header(unit.owner(scope)).name}.{key}", what, asking[what])


def _asking(program: Program, file: int, scope: int) -> dict[str, bool]:
    """The parameters of a method that say who asks, and whether they have a default."""
    names = program.vocabulary.names
    people, words = names("identity-name"), matcher(names("credential-name"))
    params = program.units[file].header(scope).params[1:]
    secret = {
        p[0] for p in params if words.search(snake(p[0])) and not p[0].endswith("s")
    }  # of several, it says nothing
    return {p[0]: p[2] != () for p in params if p[0] in people or p[0] in secret}


def _is_somebodys(program: Program, cls: Cls) -> bool:
    """Whether each object of a class is one user's: it is made for one, or never where it would last."""
    if any(type(base) is Ext for base in program.evaluator.members.mro(cls)):
        return True  # a library may make one for each request, or row
    made = program.units[cls.file].header(cls.scope).bindings.get("__init__")
    if type(made) is tuple and made[0] == "def" and _asking(program, cls.file, made[1]):
        return True
    sites = [s for s in program.lifetimes.sites(cls) if program.roles[s.file] == "application"]
    return bool(sites) and not any(program.lifetimes.site(s) for s in sites)


def _texts(calls: Any, test: Any, own: str) -> Iterator[str]:
    """The paths in a test, an attribute that it asks for by its name among them."""
    for part in inside([test], calls):
        if type(part) is str:
            yield from (part, part.partition(".")[0])
        elif type(part) is int and calls[part][0] in ("hasattr", "getattr") and calls[part][1][:1] == (f"${own}",):
            yield from (f"${own}.{v[1]}" for v in calls[part][1][1:2] if type(v) is tuple and v[0] == "=")
