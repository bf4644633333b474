"""Origins: what a value can be, seen from the whole program."""

from typing import Any, NamedTuple


class Site(NamedTuple):
    """A call: file, scope and number."""

    file: int
    scope: int
    call: int


class Ext(NamedTuple):
    """A thing that no indexed file defines, by its access path; `site` is where it, or what it hangs on, was made."""

    path: str
    site: Site | None = None


class Mod(NamedTuple):
    """A module of the program."""

    file: int


class Cls(NamedTuple):
    """A class of the program."""

    file: int
    scope: int


class Obj(NamedTuple):
    """An instance of a class of the program; `site` is None where it is known by annotation only."""

    cls: Cls
    site: Site | None


class Fn(NamedTuple):
    """A function of the program, with what its first parameter is bound to."""

    file: int
    scope: int
    receiver: "Obj | Cls | None"


class Const(NamedTuple):
    """A constant."""

    value: Any
    tag: str = "const"


class Arg(NamedTuple):
    """A parameter of which nothing is known but its name."""

    file: int
    scope: int
    name: str


class Sub(NamedTuple):
    """A type with arguments, such as an alias of `Optional[X]`: the value, and the scope that it stands in."""

    file: int
    scope: int
    value: Any
    tag: str = "sub"


Origin = Ext | Mod | Cls | Obj | Fn | Const | Arg | Sub
Origins = tuple[Origin, ...]
WIDTH = 8


def join(*groups: Origins) -> Origins:
    """All origins once, cut at a fixed width."""
    told = [group for group in groups if group] if len(groups) > 1 else groups
    if not told:
        return ()
    if len(told) == 1 and len(told[0]) < 2:  # noqa: PLR2004  # one alone is there once
        return told[0]
    seen: dict[Origin, None] = {}
    for group in told:
        for origin in group:
            seen[origin] = None
    return tuple(seen)[:WIDTH]


def known(origins: Origins) -> Origins:
    """Those that say something: no None, no bare parameter."""
    for origin in origins:
        if type(origin) is Arg or (type(origin) is Const and origin.value is None):
            return tuple([o for o in origins if type(o) is not Arg and not (type(o) is Const and o.value is None)])
    return origins
