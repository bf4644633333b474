"""Results: what became of each row, figures or the reason why there are none."""
# ruff: noqa: INP001

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from figures import Taken
from ground import Ground
from known import InapplicableError
from rows import Row
from running import FailedError


@dataclass(frozen=True, slots=True)
class Result:
    """A row with its figures, else with what is `missing` in words; `failed` where that is nobody's intent."""

    row: Row
    taken: Taken | None = None
    missing: str = ""
    failed: bool = False

    def met(self) -> bool | None:
        """Whether the bound is met, if there are a bound and figures."""
        if self.taken is None or self.row.bound is None:
            return None
        return self.ratio() <= self.row.bound.allowed(self.taken, self.row.to)

    def ratio(self) -> float:
        """The ratio, or for what has none the middle figure."""
        if self.taken is None:
            raise ValueError(f"{self.row.name} has no figures")
        return self.taken.ratio(self.row.to) if self.row.to else self.taken.middle()


def results(rows: Iterable[Row], ground: Ground, began: Callable[[Row], None]) -> Sequence[Result]:
    """One for each row, in order; a row that fails does not keep the others from being measured."""
    return [_result(row, ground, began) for row in rows]


def _result(row: Row, ground: Ground, began: Callable[[Row], None]) -> Result:
    began(row)
    try:
        return Result(row, row.measured(ground))
    except InapplicableError as reason:
        return Result(row, missing=str(reason))
    except (FailedError, OSError, ValueError) as failure:  # hours of other rows are not lost for it
        return Result(row, missing=f"failed: {failure}", failed=True)
