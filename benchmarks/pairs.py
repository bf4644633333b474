"""Pairs: a run of what is measured, and one of what it is compared with, in turn."""
# ruff: noqa: INP001

from collections.abc import Callable, Mapping

from figures import Taken
from running import Command, seconds


def alike(_run: int) -> None:
    """Nothing is done before a run: all are alike."""


def taken(
    runs: int, measured: Callable[[int], Command], beside: Mapping[str, Command], before: Callable[[int], None] = alike
) -> Taken:
    """The seconds of runs, each just behind one of everything beside and what is to be done before it; from run 1."""
    figures: list[float] = []
    others: dict[str, list[float]] = {name: [] for name in beside}
    for run in range(1, runs + 1):
        for name, command in beside.items():
            others[name].append(seconds(command))
        before(run)
        figures.append(seconds(measured(run)))
    return Taken(figures, others)
