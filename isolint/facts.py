"""Facts: what one file says, as nested tuples that `marshal` can keep; they know no path, no vocabulary and no rule.

A *value* says symbolically what an expression evaluates to, seen from the scope it stands in:

==========================  =============================================================================
`None`                      unknown
`"os.environ"`              attributes of a name that is free here: of the module, an enclosing scope or builtins
`"$self.registry"`          attributes of a parameter
`3`                         the result of call number 3 of this scope
`(".", v, "a.b")`           attributes of any other value
`("[]", v, key)`            an element
`("iter", v)`               what iterating gives
`("with", v)`               what entering gives
`("=", 200)`                a constant
`("|", v, w)`               one of these
`("<-", v, w)`              derived from these (f-strings, which show numbers as text, operators, comparisons)
`("list", v, ..)`           a display; also `tuple` and `set`; an empty list bound to a local name is a call of `list`
`("dict", (k, v), ..)`      a dict display; a key is None for `**v`
`("def", 4)`                the function, lambda or class of scope 4
`("import", level, m, n)`   module `m`, or name `n` in it
`(":", v, a)`               `v`, annotated with `a`
`("*", v)`                  an unpacked argument
==========================  =============================================================================

A *position* is one int: line, column, extra lines and end column, see `pack`. Columns are 0-based code points.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

VERSION: Final = 16

Value = Any  # a recursive union of None, str, int and tagged tuples; the table above is its definition

# kinds of a scope
MODULE: Final = 0
CLASS: Final = 1
FUNCTION: Final = 2

# flags of a scope
ASYNC: Final = 1
GENERATOR: Final = 2
LAMBDA: Final = 4

# flags of a call
AWAITED: Final = 1
ENTERED: Final = 2
DISCARDED: Final = 4
ITERATED: Final = 8

RESULT: Final = "()"  # among the identifiers of a file: it calls what a call gives

# kinds of a parameter
POSITIONAL_ONLY: Final = 0
POSITIONAL: Final = 1
VARARG: Final = 2
KEYWORD: Final = 3
KWARG: Final = 4


class Param(NamedTuple):
    """One parameter; annotation and default are values of the enclosing scope, `()` is no default."""

    name: str
    annotation: Value
    default: Value
    kind: int


class Header(NamedTuple):
    """The outside of a scope; decorators, parameters, `returns` and bases are values of the scope `parent`.

    `bindings` maps each name bound in a module or class, and in a function with nested scopes, to its value; `places`
    the names of a module or class to the position where each is bound first, and of a function those parameters whose
    default is a list, dict or set that is written out, to the position of that.
    """

    kind: int
    name: str
    parent: int
    position: int
    flags: int
    decorators: tuple[Value, ...]
    params: tuple[tuple[Any, ...], ...]
    returns: Value
    bases: tuple[Value, ...]
    bindings: dict[str, Value]
    places: dict[str, int]


class Body(NamedTuple):
    """The inside of a scope, each list in the order of evaluation.

    calls    (callee, arguments, keywords, position, flags, region)
    stores   (kind, base, key, value, position, region), kind one of `name`, `attr`, `item`, with `del-` before it for
             deletion; a `name` store rebinds a global or nonlocal; the value of `x += y` is derived from `x` and `y`
    loads    (base, key, position, region): elements read
    returns  (value, position)
    yields   (value, position)
    asserts  (test, position)
    regions  (kind, parent, value): kind one of `if`, `else`, `try`, `tried` (the `else` of a `try`), `except`,
             `finally`, `with`, `loop`; 0 is the scope
    turns    (kind, value, position, region): where control may turn; kind one of `assert`, `refute` (`assert not x`,
             `assert x not in y`), `raise`, `return`, `break`, `continue`, `match` (its subject), `filter` (of a
             comprehension), `bind` (a handler that goes on has bound the local name that value says); and `words`: a
             list, tuple or set that is written out, of three or more strings
    reads    (name, position, region): the first read of each attribute of the object whose method this is, or stands in
    names    the local names that a function binds, whatever becomes of their values
    bound    (name, value, position, region): the bindings, in their order, of those local names of a function that
             somewhere hold what a call gives; the position is the target's
    """

    calls: tuple[tuple[Any, ...], ...]
    stores: tuple[tuple[Any, ...], ...]
    loads: tuple[tuple[Any, ...], ...]
    returns: tuple[tuple[Value, int], ...]
    yields: tuple[tuple[Value, int], ...]
    asserts: tuple[tuple[Value, int], ...]
    regions: tuple[tuple[Any, ...], ...]
    turns: tuple[tuple[Any, ...], ...]
    reads: tuple[tuple[str, int, int], ...]
    names: tuple[str, ...]
    bound: tuple[tuple[str, Value, int, int], ...]


PLACED: Final[Mapping[str, int]] = MappingProxyType({
    "calls": 3, "stores": 4, "loads": 2, "returns": 1, "yields": 1, "asserts": 1, "turns": 2, "reads": 1, "bound": 2,
})  # where in a row of each list of a body its position stands  # fmt: skip


class Interface(NamedTuple):
    """What other files need of a file, and what is asked of every file.

    `stars` are the (level, module) of star imports; `mentions` are all identifiers that the file reads or defines, and
    `RESULT` where it calls what a call gives;
    `listed` are the strings in lists, tuples and sets that are written out with two or more strings;
    `counts` are (calls, calls whose callee has no known root); `fault` is (line, column, message), 1-based, of a file
    that could not be read, which then says nothing else.
    """

    scopes: tuple[tuple[Any, ...], ...]
    stars: tuple[tuple[int, str], ...]
    mentions: frozenset[str]
    listed: frozenset[str]
    comments: tuple[tuple[int, int, str, int, int], ...]
    counts: tuple[int, int]
    fault: tuple[int, int, str] | None


class Facts(NamedTuple):
    """An object file: the interface, and one body for each scope."""

    interface: Interface
    bodies: tuple[Body, ...]


class Span(NamedTuple):
    """A position unpacked: lines 1-based, columns 1-based, `end_column` after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


COLUMNS: Final = 1 << 14
PLACES: Final = COLUMNS * COLUMNS
MOST: Final = COLUMNS - 1


def pack(line: int, column: int, end_line: int, end_column: int) -> int:
    """One int for a range; columns and the number of lines are cut at 16,383."""
    lines = end_line - line
    if (lines | column | end_column) > MOST:
        lines, column, end_column = min(lines, MOST), min(column, MOST), min(end_column, MOST)
    return (line * COLUMNS + column) * PLACES + (lines * COLUMNS + end_column)  # sums are cheaper than shifts


def unpack(position: int) -> Span:
    """The range that `pack` made, in the columns that reports use."""
    rest, end_column = position >> 14, position & MOST
    rest, lines = rest >> 14, rest & MOST
    line, column = rest >> 14, rest & MOST
    return Span(line, column + 1, line + lines, end_column + 1)


def unreadable(line: int, column: int, message: str) -> Facts:
    """The facts of a file that could not be read."""
    return Facts(Interface((), (), frozenset(), frozenset(), (), (0, 0), (line, column, message)), ())
