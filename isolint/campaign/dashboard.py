"""Watchers of a run of fixes: a dashboard for a terminal, plain lines for everything else."""

import contextlib
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from types import MappingProxyType, TracebackType
from typing import IO, TYPE_CHECKING, Final, TextIO, cast, final

from isolint.campaign.headway import Headway, Part
from isolint.campaign.outcome import Watcher
from isolint.report.summary import count
from isolint.report.terminal import columns, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

NO_OWNERS: Final[Mapping[str, str]] = MappingProxyType({})
REFRESH: Final = 4  # times a second
AROUND: Final = 6  # lines of the dashboard that are no areas
AREA, OWNER, BAR = 20, 12, 14  # columns, so that all of a row takes no more than 80
OVER: Final = frozenset({"written", "put back", "unchanged"})


def watcher(
    stream: TextIO, *, terminal: bool, owners: Mapping[str, str] = NO_OWNERS
) -> "AbstractContextManager[Watcher]":
    """Who watches: a dashboard where the stream is a terminal that can show one, else lines."""
    if terminal and os.environ.get("TERM") != "dumb":
        return Dashboard(stream, owners)
    return Lines(stream, owners)


@final
class Lines:
    """One line for each stage, and for each area when it begins and when it is through."""

    def __init__(self, stream: TextIO, owners: Mapping[str, str] = NO_OWNERS) -> None:
        self._stream = stream
        self._owners = owners
        self._headway = Headway()

    def __enter__(self) -> Watcher:
        """Begin to watch."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left to do."""

    def stage(self, text: str) -> None:
        if text != self._headway.stage:
            self._headway.stage = text
            self._tell(text)

    def planned(self, area: str, files: int, findings: int) -> None:
        self._headway.planned(area, files, findings)

    def made(self, area: str, path: str, repaired: int) -> None:
        if self._headway.made(area, path, repaired):
            part = self._headway.parts[area]
            owner = f" ({self._owners[area]})" if self._owners.get(area) else ""
            self._tell(f"{area}{owner}: begun, {count(part.findings, 'finding')} in {count(part.files, 'file')}")

    def finished(self, area: str, state: str) -> None:
        part = self._headway.finished(area, state)
        findings = count(max(part.findings, part.repaired), "finding")
        self._tell(f"{area}: {state}, fixes for {part.repaired} of {findings} ({clock(self._headway.elapsed)})")

    def _tell(self, text: str) -> None:
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        with contextlib.suppress(OSError, ValueError):  # whoever reads it may be gone, and the work goes on
            self._stream.write(f"isolint: {one_line(text, encoding)}\n")
            self._stream.flush()


@final
class Dashboard:
    """A table of areas that is drawn anew while it is entered, and stays as it was at the end."""

    def __init__(self, stream: TextIO, owners: Mapping[str, str] = NO_OWNERS) -> None:
        from rich.console import Console
        from rich.live import Live

        self._owners = owners
        self._headway = Headway()
        self._console = Console(file=_direct(stream), force_terminal=True, highlight=False, markup=False, emoji=False)
        # The streams of the process stay its own: a worker that is forked meanwhile must not inherit locks of ours.
        self._live = Live(
            get_renderable=self._drawn,
            console=self._console,
            refresh_per_second=REFRESH,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def __enter__(self) -> Watcher:
        """Begin to draw."""
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Draw the end, and give the terminal back."""
        self._live.stop()

    def stage(self, text: str) -> None:
        self._headway.stage = text

    def planned(self, area: str, files: int, findings: int) -> None:
        self._headway.planned(area, files, findings)

    def made(self, area: str, path: str, repaired: int) -> None:
        self._headway.made(area, path, repaired)

    def finished(self, area: str, state: str) -> None:
        self._headway.finished(area, state)

    def _drawn(self) -> "RenderableType":
        from rich.console import Group
        from rich.text import Text

        headway = self._headway
        left = headway.remaining
        times = f"{clock(headway.elapsed)} elapsed" + ("" if left is None else f", about {clock(left)} left for files")
        encoding = self._console.encoding
        text = one_line(headway.stage, encoding) or "beginning"
        stage = Text(_short(text, self._console.size.width), style="bold", no_wrap=True)
        return Group(stage, *self._table(encoding), Text(times, style="dim"))

    def _table(self, encoding: str) -> "list[RenderableType]":
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        shown, hidden = self._rows()
        if not shown:
            return []
        table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", pad_edge=False)
        for name, width in (("area", AREA), ("owner", OWNER), ("", BAR)):
            table.add_column(name, width=width, no_wrap=True)
        table.add_column("files", width=11, justify="right", no_wrap=True)
        table.add_column("left", width=6, justify="right", no_wrap=True)
        table.add_column("", width=10, no_wrap=True)
        for name, part in shown:
            bar = ProgressBar(
                max(part.files, 1), len(part.done), width=BAR, complete_style="blue", finished_style="blue"
            )
            done = f"{len(part.done):,}/{part.files:,}"
            area = Text(_short(one_line(name, encoding), AREA))
            owner = Text(_short(one_line(self._owners.get(name, ""), encoding), OWNER))
            state = Text(part.state, style=_STYLES.get(part.state, ""))
            table.add_row(area, owner, bar, done, f"{part.left:,}", state)
        return [table, *([Text(f"and {count(hidden, 'more area')}", style="dim")] if hidden else [])]

    def _rows(self) -> tuple[list[tuple[str, Part]], int]:
        """As many areas as the terminal has lines for, those that are through giving way first."""
        rows = list(self._headway.parts.items())
        room = max(self._console.size.height - AROUND, 1)
        if len(rows) <= room:
            return rows, 0
        wanted = sorted(rows, key=lambda row: row[1].state in OVER)[:room]
        names = {name for name, _ in wanted}
        return [row for row in rows if row[0] in names], len(rows) - room


_STYLES: Final[Mapping[str, str]] = MappingProxyType(
    {"written": "green", "put back": "yellow", "waiting": "dim", "unchanged": "dim"}
)


def clock(seconds: float) -> str:
    """Seconds as a clock has them.

    >>> clock(75)
    '1:15'
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _short(text: str, width: int) -> str:
    """The text in at most so many columns; any stream can carry the two dots."""
    if columns(text) <= width:
        return text
    while columns(text) > width - 2:
        text = text[:-1]
    return f"{text}.."


class _Direct:
    """A terminal that is written to past Python's own stream, and so past the lock of that."""

    def __init__(self, number: int, encoding: str) -> None:
        self._number = number
        self.encoding = encoding

    def write(self, text: str) -> int:
        data = text.encode(self.encoding, "backslashreplace")
        with contextlib.suppress(OSError):
            while data:
                data = data[os.write(self._number, data) :]
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._number


def _direct(stream: TextIO) -> IO[str]:
    try:
        number = stream.fileno()
    except OSError:  # text in memory
        return stream
    return cast("IO[str]", _Direct(number, getattr(stream, "encoding", None) or "utf-8"))
