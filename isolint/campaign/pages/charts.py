"""Charts: how a figure changes from run to run, as a line of its own that needs no script and no colour to be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import ceil, floor, log10
from typing import Final

from isolint.campaign.pages.markup import Markup, joined, tag
from isolint.campaign.pages.wording import moment
from isolint.campaign.state import Point

WIDTH: Final = 520
HEIGHT: Final = 230
LEFT, RIGHT, TOP, BOTTOM = 62, 74, 16, 34
TICKS: Final = 4
MANY: Final = 30  # points, from which on they are drawn smaller


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure over time: its name, its value in a run, how that is told, and how far the axis goes at least.

    The axis begins at zero, or, with a `ceiling`, ends there and begins shortly below the least value.
    """

    key: str
    name: str
    value: Callable[[Point], float]
    told: Callable[[float], str]
    ceiling: float | None = None

    def drawn(self, trend: Sequence[Point]) -> Markup:
        """The picture; the trend has at least two points."""
        ticks = self._ticks([self.value(point) for point in trend])
        places = _places(trend, [self.value(point) for point in trend], ticks[0], ticks[-1])
        title, text = f"{self.key}-title", f"{self.key}-text"
        return tag(
            "svg",
            tag("title", self.name, id=title),
            tag("desc", self._described(trend), id=text),
            *(self._grid(tick, ticks) for tick in ticks),
            *_dates(trend, places),
            *_breaks(trend, places),
            *_lines(trend, places),
            *(
                self._dot(point, place, 2.5 if len(trend) > MANY else 4)
                for point, place in zip(trend, places, strict=True)
            ),
            tag("text", self.told(self.value(trend[-1])), x=places[-1][0] + 10, y=places[-1][1] + 5, class_="end"),
            class_="chart many" if len(trend) > MANY else "chart",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            role="img",
            aria_labelledby=f"{title} {text}",
        )

    def _described(self, trend: Sequence[Point]) -> str:
        first, last = trend[0], trend[-1]
        return (
            f"From {self.told(self.value(first))} on {moment(first.when)} to {self.told(self.value(last))} on "
            f"{moment(last.when)}, in {len(trend)} runs."
        )

    def _ticks(self, values: Sequence[float]) -> list[float]:
        top = self.ceiling if self.ceiling is not None else max(*values, 1)
        bottom = 0.0 if self.ceiling is None else min(values)
        step = _step((top - bottom or top) / TICKS)
        if self.ceiling is None:
            step = max(step, 1)
        else:
            return [top - step * count for count in range(ceil(round((top - bottom) / step, 6)) or 1, -1, -1)]
        return [step * count for count in range(ceil(round(top / step, 6)) + 1)]

    def _grid(self, tick: float, ticks: Sequence[float]) -> Markup:
        y = _y(tick, ticks[0], ticks[-1])
        line = tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="axis" if tick == ticks[0] else "grid")
        return joined(
            line,
            tag("text", self.told(tick).replace(".0 %", " %"), x=LEFT - 8, y=y + 4, class_="tick", text_anchor="end"),
        )

    def _dot(self, point: Point, place: tuple[float, float], radius: float) -> Markup:
        told = f"{moment(point.when)}, {point.what}: {self.told(self.value(point))}"
        return tag("circle", tag("title", told), cx=place[0], cy=place[1], r=radius, class_=f"dot {point.what}")


def _y(value: float, low: float, high: float) -> float:
    return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)


def _places(trend: Sequence[Point], values: Sequence[float], low: float, high: float) -> list[tuple[float, float]]:
    """Where each point stands; time runs evenly, so that a quiet month looks like one."""
    times = [datetime.fromisoformat(point.when).timestamp() for point in trend]
    first, last = min(times), max(times)
    room = WIDTH - LEFT - RIGHT
    shares = [
        (time - first) / (last - first) if last > first else at / (len(times) - 1) for at, time in enumerate(times)
    ]
    return [(round(LEFT + room * x, 1), _y(value, low, high)) for x, value in zip(shares, values, strict=True)]


def _lines(trend: Sequence[Point], places: Sequence[tuple[float, float]]) -> list[Markup]:
    """A line from each run to the next, but none to where other rules were asked."""
    pieces: list[list[str]] = []
    for point, (x, y) in zip(trend, places, strict=True):
        if point.apart or not pieces:
            pieces.append([])
        pieces[-1].append(f"{x:g},{y:g}")
    return [tag("polyline", points=" ".join(piece), class_="line") for piece in pieces if len(piece) > 1]


def _breaks(trend: Sequence[Point], places: Sequence[tuple[float, float]]) -> list[Markup]:
    middles = [
        (point.apart, round((before[0] + place[0]) / 2, 1))
        for (_, before), (point, place) in pairwise(zip(trend, places, strict=True))
    ]
    return [tag("line", x1=x, x2=x, y1=TOP, y2=HEIGHT - BOTTOM, class_="break") for apart, x in middles if apart]


def _dates(trend: Sequence[Point], places: Sequence[tuple[float, float]]) -> list[Markup]:
    """The dates of the first and the last run."""
    days = [point.when[:10] for point in (trend[0], trend[-1])]
    ends = [(places[0][0], "start"), (places[-1][0], "end")]
    if days[0] == days[1]:
        days, ends = days[:1], ends[:1]
    return [
        tag("text", day, x=x, y=HEIGHT - 10, class_="tick", text_anchor=anchor)
        for day, (x, anchor) in zip(days, ends, strict=True)
    ]


def _step(least: float) -> float:
    """The least step of 1, 2 or 5 times a power of ten that is not below this."""
    power = 10.0 ** floor(log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * 0.999)
