"""Deeds: what a function does to the environment, the working folder and the search path, statement by statement."""

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

from isolint.facts import DISCARDED
from isolint.program import Program
from isolint.program.values.origins import Const, Ext

# set, drop: a fixture can do it and set it back; back: only sets back what was there; other: nobody knows
How = Literal["set", "drop", "back", "other"]

ENVIRONMENT: Final = "os.environ"
SEARCH: Final = "sys.path"
FOLDER: Final = "os.chdir"
PUTTING: Final = "os.putenv"
UNSETTING: Final = "os.unsetenv"
ASKING: Final = frozenset({"get", "keys", "values", "items", "copy", "index", "count", "__contains__", "__getitem__"})
KEYED: Final = frozenset({"pop", "setdefault", "__setitem__", "__delitem__"})
FEW: Final = 2  # `pop` takes a key and a default, `insert` an index and a value


class Deed(NamedTuple):
    """One statement that changes something; `key` is a constant of the environment's, or None where nobody knows."""

    store: str
    key: str | None
    how: How
    position: int
    region: int
    values: tuple[Any, ...] = ()

    def meets(self, other: "Deed") -> bool:
        """Whether two may be about the same thing."""
        return self.store == other.store and (None in (self.key, other.key) or self.key == other.key)


def deeds(program: Program, file: int, scope: int) -> list[Deed]:
    """The deeds of a function itself, in order."""
    found = [*_stored(program, file, scope), *_called(program, file, scope)]
    return sorted(found, key=lambda deed: deed.position)


def _stored(program: Program, file: int, scope: int) -> Iterator[Deed]:
    for kind, base, key, value, position, region in program.units[file].body(scope).stores:
        if kind.endswith("attr"):
            path = f"{_path(program, file, scope, base)}.{key}"
            if path in (ENVIRONMENT, SEARCH):
                yield Deed(path, None, "other", position, region)
            continue
        path = _path(program, file, scope, base) if kind.endswith("item") else ""
        if path == ENVIRONMENT:
            text = _text(program, file, scope, key)
            if kind == "del-item":
                yield Deed(path, text, "drop", position, region)
            else:
                how: How = "set" if _is_text(program, file, scope, value) else "back"
                yield Deed(path, text, how, position, region, (value,))
        elif path == SEARCH:
            yield Deed(path, None, "other", position, region)


def _called(program: Program, file: int, scope: int) -> Iterator[Deed]:
    for callee, arguments, keywords, position, flags, region in program.units[file].body(scope).calls:
        path = _path(program, file, scope, callee)
        store, _, method = path.rpartition(".")
        alone = bool(flags & DISCARDED)
        if path == FOLDER and arguments:
            yield Deed(FOLDER, None, "set" if alone else "other", position, region, arguments)
        elif path in (PUTTING, UNSETTING) and arguments:
            key = _text(program, file, scope, arguments[0])
            sets = path == PUTTING and alone and _is_text(program, file, scope, arguments[-1])
            yield Deed(ENVIRONMENT, key, "set" if sets else "back" if alone else "other", position, region, arguments)
        elif store == SEARCH and method not in ASKING:
            how: How = "set" if method == "insert" and arguments[:1] == (("=", 0),) else "back"
            yield Deed(SEARCH, None, how if alone and not keywords else "other", position, region, arguments[1:])
        elif store == ENVIRONMENT and method not in ASKING:
            yield from _written(program, file, scope, (method, arguments, keywords, position, alone, region))


def _written(program: Program, file: int, scope: int, call: tuple[Any, ...]) -> Iterator[Deed]:
    """What a method of the environment does."""
    method, arguments, keywords, position, alone, region = call
    if method == "pop" and alone and len(arguments) in (1, FEW) and not keywords:
        yield Deed(ENVIRONMENT, _text(program, file, scope, arguments[0]), "drop", position, region)
        return
    pairs = _pairs(arguments, keywords) if method == "update" and alone else None
    if not pairs or not all(_is_text(program, file, scope, value) for _, value in pairs):
        keyed = method in KEYED and arguments
        yield Deed(ENVIRONMENT, _text(program, file, scope, arguments[0]) if keyed else None, "other", position, region)
        return
    for key, value in pairs:
        yield Deed(ENVIRONMENT, _text(program, file, scope, key), "set", position, region, (value,))


def _pairs(arguments: tuple[Any, ...], keywords: tuple[Any, ...]) -> list[tuple[Any, Any]] | None:
    """The keys and values that an update is given, or None where they are not written out."""
    found = []
    for value in arguments:
        if type(value) is not tuple or value[:1] != ("dict",) or any(key is None for key, _ in value[1:]):
            return None
        found += list(value[1:])
    if any(not name for name, _ in keywords):
        return None
    return [*found, *((("=", name), value) for name, value in keywords)]


def _path(program: Program, file: int, scope: int, value: Any) -> str:
    """The path of what a library has, or an empty string."""
    if type(value) not in (str, tuple):
        return ""
    origins = program.evaluator.origins(file, scope, value)
    return origins[0].path if len(origins) == 1 and type(origins[0]) is Ext else ""


def _text(program: Program, file: int, scope: int, value: Any) -> str | None:
    """The string that a value is, or None."""
    if type(value) is tuple and value[:1] == ("=",):
        return value[1] if type(value[1]) is str else None
    if type(value) is not str or value.startswith("$"):
        return None
    origins = program.evaluator.origins(file, scope, value)
    constants = [o.value for o in origins if type(o) is Const and type(o.value) is str]
    return constants[0] if len(constants) == len(origins) == 1 else None


def _is_text(program: Program, file: int, scope: int, value: Any) -> bool:
    """Whether a value is proved to be a string: a constant, what `str` gives, or made of a string that is written out.

    Of what is made of a string, a comparison alone is none, and the environment never took one.
    """
    if type(value) is int:
        return bool(program.units[file].body(scope).calls[value][0] == "str")
    if type(value) is tuple and value[:1] == ("|",):
        return all(_is_text(program, file, scope, each) for each in value[1:])
    if type(value) is tuple and value[:1] == ("<-",):
        return any(type(v) is tuple and v[:1] == ("=",) and type(v[1]) is str for v in value[1:])
    return _text(program, file, scope, value) is not None
