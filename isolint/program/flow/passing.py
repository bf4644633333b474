"""Passing: what is put on an object for one call, and meets the others that run meanwhile."""

from isolint.program.flow.swapped import Swapped
from isolint.program.flow.wrapping import Wrapping
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting


class Passing:
    """Answers for writes that by themselves say that the object outlives the call."""

    def __init__(self, swapped: Swapped, wrapping: Wrapping) -> None:
        self._swapped = swapped
        self._wrapping = wrapping

    def of(self, write: Write) -> Lasting | None:
        """Why others meet what is put there."""
        return self._swapped.of(write) or self._wrapping.of(write)
