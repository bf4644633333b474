"""Changes: what a fix is made of; plain data, so that it is known that a fix is there long before code is rewritten.

A place is (line, column, end line, end column), 1-based, columns in code points, the last one behind the end, as a
finding has it. `code` and `text` are Python source without the indentation of the place they go to.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

Place = tuple[int, int, int, int]
Where = Literal["before", "after", "begin", "end"]


class Pass(NamedTuple):
    """Give the call at a place one more argument, by position or, with `keyword`, by that.

    By position it stands behind the others, or before the argument of this `number`, counted from 0.
    """

    at: Place
    text: str
    keyword: str = ""
    number: int = -1


class Recall(NamedTuple):
    """Let the call at a place call something else."""

    at: Place
    callee: str


class Drop(NamedTuple):
    """Leave out a keyword argument of the call at a place; a decorator that is left with none loses its parentheses."""

    at: Place
    keyword: str


class Await(NamedTuple):
    """Await the call at a place."""

    at: Place


class Unawait(NamedTuple):
    """Do not await the call at a place."""

    at: Place


class Reword(NamedTuple):
    """Write `text` for the literal of this `value` (as `repr` spells it) among the arguments of the call at a place."""

    at: Place
    value: str
    text: str


class Rewrite(NamedTuple):
    """Write `text` for the expression at a place."""

    at: Place
    text: str


class Parameter(NamedTuple):
    """Give a function one more parameter, before those with defaults; the place is that of its name."""

    at: Place
    name: str


class Sync(NamedTuple):
    """Make a coroutine function a plain one; the place is that of its name."""

    at: Place


class Rename(NamedTuple):
    """Give the function or class of the name at a place another name."""

    at: Place
    name: str


class Decorate(NamedTuple):
    """Put a decorator, without its `@`, over the function or class of the name at a place."""

    at: Place
    text: str


class Default(NamedTuple):
    """Make the default of a parameter None, and what it was inside the function; the place is that of its name."""

    at: Place
    parameter: str


class Bind(NamedTuple):
    """Bind an attribute of the class of the name at a place in `__init__`, not in the class.

    Where `__init__` is not there it is written, and with `above` it calls that of the bases first.
    """

    at: Place
    attribute: str
    above: bool = False


class Insert(NamedTuple):
    """Put statements before or after the statement at a place, or at the beginning or end of the body defined there.

    For `begin` and `end` the place is that of the name of a function or class; a docstring stays first.
    """

    at: Place
    code: str
    where: Where


class Remove(NamedTuple):
    """Take away the statement at a place."""

    at: Place


class Restore(NamedTuple):
    """Let `fixture`, pytest's monkeypatch, do what the statement at a place does to the environment or the like."""

    at: Place
    fixture: str


class Raze(NamedTuple):
    """Take away the statement at a place, or the widest `if` around it that holds so many statements and no others."""

    at: Place
    statements: int


class Enlist(NamedTuple):
    """See that the list `name` of a module has an item: in the list, beside the value, or alone behind the imports."""

    name: str
    text: str


class Enclose(NamedTuple):
    """Put what follows the statement at a place, to the end of its block, into a block of its own.

    It is a `try`, and in its `finally` stand the statements at the places `last`, which follow each other and then end
    what is enclosed, and the `tail`. With a `manager`, such as `async with {}`, it is that, in the statement's place:
    the place is that of the call whose result the statement assigns, `{}` stands for this call, and those at `last` go.
    `name` is given what the statement, a call, gives. At the place of a function's name all in its body is enclosed.
    """

    at: Place
    tail: str = ""
    manager: str = ""
    last: tuple[Place, ...] = ()
    name: str = ""


class Import(NamedTuple):
    """See that a module, or a name of one, is imported at the top of the file; `own` is one of the project."""

    module: str
    name: str = ""
    own: bool = False


class Comment(NamedTuple):
    """Write `text` for the comment at a place, or nothing at all."""

    at: Place
    text: str


Change = (
    Pass | Recall | Drop | Await | Unawait | Reword | Rewrite | Parameter | Sync | Rename | Decorate | Default | Bind
    | Insert | Remove | Restore | Raze | Enlist | Enclose | Import | Comment
)  # fmt: skip
KINDS: Final[Mapping[str, Any]] = MappingProxyType({each.__name__: each for each in Change.__args__})


def packed(change: Change) -> tuple[Any, ...]:
    """A change as a plain tuple, which is all that `marshal` takes."""
    return (type(change).__name__, *change)


def unpacked(row: tuple[Any, ...]) -> Change:
    """The change that `packed` made a tuple of; raises KeyError and TypeError for another one."""
    made: Change = KINDS[row[0]](*row[1:])
    return made
