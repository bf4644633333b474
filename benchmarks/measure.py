"""Measures isolint on a tree in all the ways that its speed matters, and its peers, beside the time that parsing takes.

    python benchmarks/measure.py [FOLDER] [--runs N] [--only NAMES] [--json FILE]
                                 [--peers] [--peers-from FOLDER] [--peer-runs N] [--limit SECONDS] [--settle SECONDS]

A run of the floor stands beside each run, so that what else the machine does touches both. The tree is read only: what
is changed is a copy. Its own isolint configuration holds, if it has one. Status 1 if a row that could be measured was
not; a peer that is not installed is said to be so.
"""
# ruff: noqa: INP001

import argparse
import difflib
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ground import SETTLED, Ground
from machine import described
from raw import written
from results import results
from rows import Row, peer_rows, rows
from table import told
from tree import tree_of

from isolint.errors import UsageError


def main(arguments: Sequence[str]) -> int:
    """Measure, and print the table."""
    options = _options(arguments)
    try:
        tree = tree_of(options.folder.resolve())
        chosen = _chosen(options.only, peers=options.peers)
    except (UsageError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    with tempfile.TemporaryDirectory(prefix="isolint-benchmark-") as temporary:
        ground = Ground(
            tree=tree,
            temporary=Path(temporary).resolve(),
            runs=options.runs,
            peers_from=options.peers_from and options.peers_from.resolve(),
            peer_runs=options.peer_runs or options.runs,
            limit=options.limit,
            settle=options.settle,
        )
        found = results(chosen, ground, _begins)
    heading = described(tree)
    sys.stdout.write(f"{told(heading, found)}\n")
    if options.json:
        options.json.write_text(f"{written(heading, found)}\n", "utf-8")
    return 1 if any(each.failed for each in found) else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    library = Path(sysconfig.get_path("stdlib"))
    parser.add_argument("folder", nargs="?", type=Path, default=library, help="the standard library if left out")
    parser.add_argument("--runs", type=_some, default=5, help="how many of each kind; the figures are their medians")
    parser.add_argument("--only", default="", help="these rows alone: names, or what names begin with, as leaf")
    parser.add_argument("--json", type=Path, help="write the figures of all runs there")
    parser.add_argument("--peers", action="store_true", help="measure other tools, too")
    parser.add_argument("--peers-from", type=Path, help="look for their programs there, before PATH")
    parser.add_argument("--peer-runs", type=_some, help="how many of each of them; as --runs if left out")
    parser.add_argument("--limit", type=float, default=900, help="the seconds after which a run of a peer is stopped")
    parser.add_argument("--settle", type=float, default=SETTLED, help="the seconds after which files count as old")
    return parser.parse_args(arguments)


def _begins(row: Row) -> None:
    sys.stderr.write(f"{row.title}\n")
    sys.stderr.flush()


def _some(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("one run at least")
    return int(text)


def _chosen(only: str, *, peers: bool) -> Sequence[Row]:
    """The rows that are asked for; raises ValueError for a name that there is not."""
    every = (*rows(), *peer_rows())
    if not only:
        return every if peers else rows()
    wanted = only.split(",")
    for word in wanted:
        if not any(_means(word, row) for row in every):
            names = [row.name for row in every]
            near = difflib.get_close_matches(word, names, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"
            raise ValueError(f"--only: there is no row {word}; {hint}")
    return [row for row in every if any(_means(word, row) for word in wanted)]


def _means(word: str, row: Row) -> bool:
    return row.name == word or row.name.startswith(f"{word}-")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
