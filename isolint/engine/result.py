"""Result: all that a program answers, before comments, a baseline or a choice take anything away."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from isolint.finding import Finding

if TYPE_CHECKING:
    from isolint.lower.comments import Comment


class Result(NamedTuple):
    """What is left of a program once it has been asked; `comments` and `tests` have the files that have some."""

    findings: tuple[Finding, ...]
    comments: "Mapping[str, tuple[Comment, ...]]"
    entries: int
    tests: Mapping[str, int]
    calls: int
    unresolved: int
    notes: tuple[str, ...]
