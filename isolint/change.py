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
    """Give the call at a place one more argument, by position or, with `keyword`, by that."""

    at: Place
    text: str
    keyword: str = ""


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


class Enclose(NamedTuple):
    """Put what follows the statement at a place, to the end of its block, into a block of its own.

    With `tail` it is `try` and, in `finally`, the tail. With `manager` it is a `with` of that expression, in which
    `{}` stands for what the statement assigns, and which replaces the statement.
    """

    at: Place
    tail: str = ""
    manager: str = ""


class Import(NamedTuple):
    """See that a module, or a name of one, is imported at the top of the file; `own` is one of the project."""

    module: str
    name: str = ""
    own: bool = False


class Unimport(NamedTuple):
    """Import a name no more; the place is that of the import statement."""

    at: Place
    name: str


class Comment(NamedTuple):
    """Write `text` for the comment at a place, or nothing at all."""

    at: Place
    text: str


Change = (
    Pass | Recall | Drop | Await | Reword | Rewrite | Parameter | Sync | Rename | Decorate | Default | Insert | Remove
    | Restore | Enclose | Import | Unimport | Comment
)  # fmt: skip
KINDS: Final[Mapping[str, Any]] = MappingProxyType({each.__name__: each for each in Change.__args__})


def packed(change: Change) -> tuple[Any, ...]:
    """A change as a plain tuple, which is all that `marshal` takes."""
    return (type(change).__name__, *change)


def unpacked(row: tuple[Any, ...]) -> Change:
    """The change that `packed` made a tuple of; raises KeyError and TypeError for another one."""
    made: Change = KINDS[row[0]](*row[1:])
    return made
