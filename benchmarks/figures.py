"""Figures: what the runs of one row took, what was run beside each of them, and the bound that is set to it."""
# ruff: noqa: INP001

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Taken:
    """The figures of each run, and of each run beside it by name; `parts` are what each run consists of, by name.

    Raises ValueError where a figure is missing, so that no row can look measured without being so.
    """

    figures: Sequence[float]
    beside: Mapping[str, Sequence[float]] = field(default_factory=dict)
    parts: Mapping[str, Sequence[float]] = field(default_factory=dict)
    note: str = ""

    def __post_init__(self) -> None:
        """Hold that each run has its figure."""
        if not self.figures or min(self.figures) <= 0:
            raise ValueError(f"figures of a row are missing: {self.figures}")
        for name, runs in (*self.beside.items(), *self.parts.items()):
            if len(runs) != len(self.figures):
                raise ValueError(f"{len(runs)} runs of {name} beside {len(self.figures)}")

    def ratio(self, to: str) -> float:
        """How many times what ran beside, pair by pair, so that what else the machine did touches both."""
        return self._ratio(self.figures, to)

    def part(self, name: str, to: str) -> float:
        """The ratio of a part."""
        return self._ratio(self.parts[name], to)

    def middle(self) -> float:
        return median(self.figures)

    def _ratio(self, runs: Sequence[float], to: str) -> float:
        return median(figure / other for figure, other in zip(runs, self.beside[to], strict=True))


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that a row may take: so many times what its ratio is to, and the whole of `plus` beside that.

    Of a row that has no ratio it is a figure.
    """

    most: float
    plus: str = ""

    def allowed(self, taken: Taken, to: str) -> float:
        """In the terms of the ratio."""
        if not self.plus:
            return self.most
        pairs = zip(taken.beside[self.plus], taken.beside[to], strict=True)
        return self.most + median(plus / other for plus, other in pairs)
