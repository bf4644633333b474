"""From a save to what `isolint check --watch` says of it: `python benchmarks/saved.py FOLDER FILE [--runs N]`.

FILE, relative to FOLDER, gets a function more at its end in a copy. Besides wall times there is the processor time of
the process that watches, where the system tells it.
"""
# ruff: noqa: INP001, S603, T201

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Final

FIELDS: Final = (11, 12)  # of /proc/PID/stat after the name: user and system time, in ticks


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("file")
    parser.add_argument("--runs", type=int, default=10)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "tree"
        shutil.copytree(arguments.folder, copy, symlinks=True)
        _measured(copy, arguments.file, arguments.runs, {**os.environ, "XDG_CACHE_HOME": f"{temporary}/cache"})


def _measured(tree: Path, file: str, runs: int, environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "isolint", "check", "--watch", "--format", "concise"]
    with subprocess.Popen(
        words, cwd=tree, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        lines = process.stdout
        assert lines is not None  # noqa: S101  # it is a pipe
        _until(lines, "isolint: watching")
        time.sleep(10)  # it makes itself ready
        saved, whole, processor = [], [], []
        for number in range(runs):
            before, began = _processor(process.pid), time.perf_counter()
            with (tree / file).open("a") as target:
                target.write(f"\n\ndef added_{number}(value):\n    return print(value)\n")
            _until(lines, "Checked ")
            saved.append(time.perf_counter() - began)
            processor.append(_processor(process.pid) - before)
            _until(lines, "isolint: besides")
            whole.append(time.perf_counter() - began)
            time.sleep(1)
        process.kill()
    named = (("what was saved", saved), ("processor time of that", processor), ("what came and went besides", whole))
    for name, times in named:
        print(f"{name}: {statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f})")


def _until(lines: IO[str], start: str) -> None:
    for line in lines:
        if line.startswith(start):
            return
    sys.exit("the process that watches has ended")


def _processor(number: int) -> float:
    """The seconds of processor time that a process has had."""
    try:
        told = Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(told[each]) for each in FIELDS) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
