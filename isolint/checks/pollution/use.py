"""Use: one thing that a function does with state that outlives a test."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from isolint.checks.pollution.cells import Cell, Part

# set: to something else, whatever it was; change: of what it is; back: to what it was; reset: to nothing
Way = Literal["set", "change", "back", "reset", "read"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What names of methods tell: those that change a thing of some kind, and those that reset whatever it is.

    `signing_in` and `signing_out` tell of whatever is named by one of the words `speaking`, that it speaks for another
    user from now on, and for nobody. `kept` are kinds of what keeps something behind them, changed by the methods that
    their rows name, and others.
    """

    sessions: str
    session_changes: tuple[str, ...]
    clients: str
    client_changes: tuple[str, ...]
    speaking: tuple[str, ...]
    signing_in: tuple[str, ...]
    signing_out: tuple[str, ...]
    kept: tuple[str, ...]
    kept_changes: tuple[str, ...]
    resets: tuple[str, ...]

    def telling(self) -> "Telling":
        """The names alone, without what a check adds: checks that tell alike share what is found out."""
        return Telling(
            self.sessions, self.session_changes, self.clients, self.client_changes,
            self.speaking, self.signing_in, self.signing_out, self.kept, self.kept_changes, self.resets,
        )  # fmt: skip


class Use(NamedTuple):
    """One use of a cell; `key` is the way to the part, as far as it is known.

    `mild`: through a method of a class, or of a service behind a client, so that only `--strict` takes it for a change
    of the state. `told`: a read that an assertion or condition depends on. `promised`: it is done in the end.
    `takes`: it takes away what may have been there from the beginning.
    """

    cell: Cell
    key: tuple[Any, ...]
    way: Way
    position: int
    region: int
    mild: bool = False
    told: bool = False
    promised: bool = False
    takes: bool = False

    def meets(self, other: "Use") -> bool:
        """Whether two may be uses of the same part, or one of a part of the other's."""
        short = min(len(self.key), len(other.key))
        return self.key[:short] == other.key[:short]

    def settles(self, other: "Use") -> bool:
        """Whether nothing is left of another one behind this one."""
        return self.way in ("set", "back", "reset") and self.key == other.key[: len(self.key)]


def used(part: Part, way: Way, position: int, region: int) -> Use:
    """A use of a part; its key ends before the first step that is not known."""
    key = part.steps[: part.steps.index(None)] if None in part.steps else part.steps
    return Use(part.cell, key, way, position, region)


def constant(key: Any) -> Any:
    """The key of an element as a step, None where it is not constant."""
    return key if type(key) is tuple and key[:1] == ("=",) else None
