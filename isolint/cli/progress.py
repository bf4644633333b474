"""Progress: the stages of a run, shown on a terminal when it takes long, and timed."""

import os
import sys
import threading
from time import perf_counter
from types import TracebackType
from typing import Final, final

PATIENCE: Final = 1.0  # seconds before anything is shown
REFRESH: Final = 0.5


@final
class Progress:
    """A run's stages; while it is entered, a terminal on standard error shows the one at work."""

    def __init__(self) -> None:
        self._began = [("discovering files", perf_counter())]
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True) if _is_terminal() else None

    def __call__(self, stage: str) -> None:
        """A stage begins."""
        self._began.append((stage, perf_counter()))

    def __enter__(self) -> "Progress":
        """Begin to watch."""
        if self._thread:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take away what was shown."""
        self._began.append(("", perf_counter()))
        self._done.set()
        if self._thread:
            self._thread.join()

    def timings(self) -> tuple[str, ...]:
        """A line for each stage with its seconds, then one for all."""
        stages = zip(self._began, self._began[1:], strict=False)
        rows = [(stage, end - start) for (stage, start), (_, end) in stages]
        rows.append(("in all", self._began[-1][1] - self._began[0][1]))
        return tuple(f"{seconds:8.3f} s  {stage}" for stage, seconds in rows)

    def _show(self) -> None:
        width = 0
        wait = PATIENCE
        while not self._done.wait(wait):
            text = f"isolint: {self._began[-1][0]} ({perf_counter() - self._began[0][1]:.0f} s)"
            _draw(f"\r{text.ljust(width)}")
            width = len(text)
            wait = REFRESH
        if width:
            _draw(f"\r{' ' * width}\r")


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _draw(text: str) -> None:
    # Past Python's own stream: a worker that is forked meanwhile must not inherit the lock of that.
    os.write(sys.stderr.fileno(), text.encode("ascii", "backslashreplace"))
