"""Table: the measured figures as Markdown, for people and for docs/performance.md."""
# ruff: noqa: INP001

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from running import Peak


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All runs of each kind, in seconds, over a tree of so many files and lines."""

    tree: str
    files: int
    lines: int
    floor: Sequence[float]
    cold: Sequence[float]
    unchanged: Sequence[float]
    changed: Sequence[float]
    click: Sequence[float]
    version: Sequence[float]
    memory: Peak


def told(figures: Figures) -> str:
    """The table, what it was measured on above it."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{python}, {os.cpu_count()} cores, {platform.system()}"
    parse, start = median(figures.floor), median(figures.click)
    rows = (
        _row("floor: `ast.parse` alone, as many processes", figures.floor, 1.0),
        _row("cold: `isolint check --no-cache`", figures.cold, median(figures.cold) / parse),
        _row("warm, nothing changed", figures.unchanged, median(figures.unchanged) / parse),
        _row("warm, one file changed", figures.changed, median(figures.changed) / parse),
        _row('`python -c "import click"`', figures.click, 1.0),
        _row("`isolint --version`", figures.version, median(figures.version) / start),
    )
    return "\n".join((
        f"{figures.tree}: {figures.files:,} files, {figures.lines:,} lines; {machine}.",
        "",
        "| run | median, s | fastest to slowest, s | runs | ratio |",
        "|---|---|---|---|---|",
        *rows,
        "",
        *_memory(figures.memory),
        "Ratios are to the floor, that of the start-up to importing click.",
    ))  # fmt: skip


def _row(name: str, runs: Sequence[float], ratio: float) -> str:
    return f"| {name} | {median(runs):.3f} | {min(runs):.3f} to {max(runs):.3f} | {len(runs)} | {ratio:.2f} |"


def _memory(most: Peak) -> Iterator[str]:
    if most.bytes:
        yield f"Peak memory of a cold run: {most.bytes / 2**20:.0f} MiB ({most.counted})."
