"""Links: files that fixes would change and that go by several paths, or lie outside of the root."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from isolint.campaign.tasks import Task

OUTSIDE: Final = "it is a link to a file outside of the root"


@dataclass(slots=True)
class Links:
    """Paths that lead `outside` of the root, and those that lead to a file `twice`, with the one it is fixed by."""

    root: str
    outside: set[str] = field(default_factory=set)
    twice: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    def know(self, reported: Sequence[str], offered: Sequence[Task]) -> None:
        """Look at the files that fixes would change; a file's own path goes before a link to it."""
        known = frozenset(reported)
        for path in sorted({path for task in offered for path in task.paths}):
            real = os.path.relpath(os.path.realpath(os.path.join(self.root, path)), self.root).replace(os.sep, "/")
            if real.startswith("../"):
                self.outside.add(path)
                continue
            by = self._seen.setdefault(real, real if real in known else path)
            if by != path:
                self.twice[path] = by
