"""The one exception for mistakes that a user can mend, configuration or arguments, and how they are worded."""

from collections.abc import Iterable
from difflib import get_close_matches


class UsageError(Exception):
    """A mistake of the user's, told in one line; the command line ends with status 2."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The ending of a message about an unknown name: the nearest known one, or all of them.

    >>> nearest("selct", ["select", "ignore"])
    "did you mean 'select'?"
    """
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(names)}"


def reason(error: OSError) -> str:
    """Why the system refused something, as the ending of a message."""
    return (error.strerror or str(error)).lower()
