"""Names: what pyflakes says about the names of a file, before and after; the only place that knows it."""

from collections import Counter
from typing import NamedTuple

from pyflakes import api


class Complaint(NamedTuple):
    """A kind of complaint and the name that it is about; lines are left out, for they move."""

    kind: str
    name: str


class _Listener:
    """What pyflakes tells its complaints to."""

    def __init__(self) -> None:
        self.heard: Counter[Complaint] = Counter()

    def flake(self, message: object) -> None:
        """One complaint about code that can be read."""
        arguments = getattr(message, "message_args", ())
        self.heard[Complaint(type(message).__name__, str(arguments[0]) if arguments else "")] += 1

    def syntaxError(self, _filename: str, message: str, *_where: object) -> None:  # noqa: N802  # pyflakes' interface
        """Code that cannot be read."""
        self.heard[Complaint("SyntaxError", message)] += 1

    unexpectedError = syntaxError  # noqa: N815  # pyflakes' interface


def complaints(text: str) -> Counter[Complaint]:
    """All complaints about a text, each with how often it is made."""
    listener = _Listener()
    try:
        api.check(text, "", listener)  # type: ignore[arg-type]  # it asks of a reporter what _Listener has
    except RecursionError:
        listener.heard[Complaint("RecursionError", "nested too deep")] += 1
    return listener.heard


def told(complaint: Complaint) -> str:
    """A complaint in words."""
    return f"{complaint.kind} {complaint.name!r}" if complaint.name else complaint.kind
