"""Measures isolint on a tree, cold, warm and after a change of one file, beside the time that parsing alone takes.

    python benchmarks/cold.py [FOLDER] [--runs N]

Runs of the floor and cold runs alternate, so that what else the machine does touches both. The tree is read only: what
is changed is a copy. Its own isolint configuration holds, if it has one.
"""
# ruff: noqa: INP001

import argparse
import shutil
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from running import Command, peak, seconds
from table import Figures, told

from isolint.config import load
from isolint.source import discover

STARTS: Final = 5  # starts of a process are short and so noisy: as many for each of the runs
SETTLED: Final = 2.5  # seconds: isolint reads files again that changed less than 2 s before it began
CLEAN_OR_FOUND: Final = (0, 1)
LEFT_OUT: Final = (".git", "__pycache__", "node_modules", "site-packages", ".venv")
FLOOR: Final = Path(__file__).with_name("floor.py")


def measured(tree: Path, runs: int) -> Figures:
    """All figures of a tree."""
    found = discover(load([tree], cwd=Path.cwd(), root=tree), [], force_exclude=False)
    files = [tree / path for path in found.reported]
    parse = Command([sys.executable, str(FLOOR)], "\n".join(map(str, files)))
    check = isolint("check", "--no-cache", "--root", str(tree), str(tree))
    pairs = alternating(parse, check, runs)
    with tempfile.TemporaryDirectory(prefix="isolint-benchmark-") as temporary:
        unchanged, changed = warm(tree, Path(temporary), found.reported, runs)
    starts = alternating(Command([sys.executable, "-c", "import click"]), isolint("--version"), runs * STARTS)
    return Figures(
        tree=tree.name,
        files=len(files),
        lines=sum(file.read_bytes().count(b"\n") for file in files),
        floor=[pair[0] for pair in pairs],
        cold=[pair[1] for pair in pairs],
        unchanged=unchanged,
        changed=changed,
        click=[pair[0] for pair in starts],
        version=[pair[1] for pair in starts],
        memory=peak(check),
    )


def isolint(*arguments: str, cache: str = "") -> Command:
    """isolint, run by this very interpreter."""
    environment = {"XDG_CACHE_HOME": cache} if cache else None
    return Command([sys.executable, "-m", "isolint", *arguments], environment=environment, good=CLEAN_OR_FOUND)


def alternating(first: Command, second: Command, runs: int) -> list[tuple[float, float]]:
    """The seconds of both in turn, after one run of each that does not count: it fills the system's page cache."""
    return [(seconds(first), seconds(second)) for _ in range(runs + 1)][1:]


def warm(tree: Path, folder: Path, paths: Sequence[str], runs: int) -> tuple[list[float], list[float]]:
    """The seconds of runs that find all facts in the cache, and of runs each after a change of one middling file."""
    copy = folder / "tree" / tree.name
    shutil.copytree(tree, copy, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
    check = isolint("check", "--root", str(copy), str(copy), cache=str(folder / "cache"))
    time.sleep(SETTLED)
    seconds(check)
    unchanged = [seconds(check) for _ in range(runs)]
    by_size = sorted((copy / path for path in paths if (copy / path).is_file()), key=lambda file: file.stat().st_size)
    changed = []
    for number in range(runs):
        with by_size[len(by_size) // 2].open("a", encoding="utf-8") as file:
            file.write(f"# change {number}\n")
        changed.append(seconds(check))
    return unchanged, changed


def main(arguments: Sequence[str]) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    library = Path(sysconfig.get_path("stdlib"))
    parser.add_argument("folder", nargs="?", type=Path, default=library, help="the standard library if left out")
    parser.add_argument("--runs", type=int, default=5, help="how many of each kind; the figures are their medians")
    options = parser.parse_args(arguments)
    sys.stdout.write(told(measured(options.folder.resolve(), max(1, options.runs))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
