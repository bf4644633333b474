"""The floor: parses the files named on standard input, with as many processes as isolint, and nothing else."""
# ruff: noqa: INP001

import ast
import gc
import multiprocessing
import os
import sys
import warnings
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from typing import Final

CHUNKS: Final = 64  # as isolint's own lowering: each has large and small files, so that all processes end together


def parse(paths: Sequence[str]) -> int:
    """Parse files, and let go of each tree at once; says how many could be parsed."""
    parsed = 0
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            ast.parse(data)
            parsed += 1
    return parsed


def quiet() -> None:
    """What each process does first: no collection of cycles, no warnings about the code that it parses."""
    gc.disable()
    warnings.simplefilter("ignore")


def main(paths: Sequence[str]) -> None:
    """Parse everything in a pool."""
    by_size = sorted(paths, key=lambda path: -os.stat(path).st_size)
    chunks = [by_size[n::CHUNKS] for n in range(min(CHUNKS, len(by_size)))]
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=context, initializer=quiet) as pool:
        parsed = sum(pool.map(parse, chunks))
    sys.stdout.write(f"{parsed}\n")


if __name__ == "__main__":
    gc.disable()
    main(sys.stdin.read().splitlines())
