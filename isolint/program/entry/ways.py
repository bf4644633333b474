"""Ways: the shortest chain of calls from an entry point to a function."""

from typing import NamedTuple

from isolint.facts import CLASS, FUNCTION
from isolint.program.entry.callers import Callers
from isolint.program.entry.entries import Entries
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Site

FAR = 300  # functions looked at on the way back to an entry


class Way(NamedTuple):
    """A chain of calls from an entry point: the entry's file and scope, then the calls in the order they run."""

    file: int
    scope: int
    calls: tuple[Site, ...]
    entries: int
    assumed: bool


class Ways:
    """Answers how requests reach a function."""

    def __init__(self, evaluator: Evaluator, callers: Callers, entries: Entries, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._callers = callers
        self._entries = entries
        self._roles = roles
        self._memory: dict[tuple[int, int], Way | None] = {}

    def to(self, file: int, scope: int) -> Way | None:
        """The shortest way from an entry point to a function, or None where no entry is known to reach it."""
        key = (file, scope)
        if key not in self._memory:
            self._memory[key] = self._search(file, scope)
        return self._memory[key]

    def _search(self, file: int, scope: int) -> Way | None:
        table = self._entries.all()
        start = (file, scope)
        onward: dict[tuple[int, int], tuple[tuple[int, int], Site | None]] = {start: (start, None)}
        queue = [start]
        first: tuple[int, int] | None = None
        entries = 0
        for at in queue if table else ():
            if len(onward) > FAR:
                break
            if self._roles[at[0]] != "application" and at != start:
                continue
            if at in table:
                entries += 1
                first = first or at
                continue
            unit = self._evaluator.units[at[0]]
            header = unit.header(at[1])
            if header.kind == FUNCTION and header.parent > 0 and unit.header(header.parent).kind != CLASS:
                outer = (at[0], header.parent)
                if outer not in onward:
                    onward[outer] = (at, None)
                    queue.append(outer)
            for site, runner, _ in self._callers.of(*at):
                caller = (site.file, runner)
                if caller not in onward and (runner > 0 or site.file in self._entries.sessions):
                    onward[caller] = (at, site)
                    queue.append(caller)
        if first is None:
            return None
        calls: list[Site] = []
        at = first
        while at != start:
            at, call = onward[at]
            if call is not None:
                calls.append(call)
        return Way(*first, tuple(calls), entries, assumed=False)
