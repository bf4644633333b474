"""What /proc tells about a process and all that descend from it."""
# ruff: noqa: INP001

import os
from contextlib import suppress
from typing import Final

PROC: Final = "/proc"


def occupied(pid: int) -> tuple[int, str] | None:
    """The bytes that a process and its descendants occupy now, and in words what they count; None without /proc.

    PSS divides a page by the number of processes that share it, so the sum counts every page once. Where the system
    does not tell it, the sum is over RSS, which counts the pages that forked processes share once for each.
    """
    if not os.path.isdir(f"{PROC}/{pid}"):
        return None
    family = _family(pid)
    if os.path.exists(f"{PROC}/self/smaps_rollup"):
        return sum(_field(each, "smaps_rollup", "Pss:") for each in family), "PSS, sum of all processes"
    return sum(_field(each, "status", "VmRSS:") for each in family), "RSS, sum of all processes"


def _family(pid: int) -> list[int]:
    parents = {each: _parent(each) for each in map(int, filter(str.isdigit, os.listdir(PROC)))}
    family = [pid]
    for member in family:  # it grows while it is read
        family += [each for each, parent in parents.items() if parent == member]
    return family


def _parent(pid: int) -> int:
    with suppress(OSError), open(f"{PROC}/{pid}/stat", encoding="utf-8", errors="replace") as file:
        # The second field is the program's name in parentheses, which may hold anything.
        return int(file.read().rpartition(")")[2].split()[1])
    return 0


def _field(pid: int, file_name: str, field: str) -> int:
    with suppress(OSError), open(f"{PROC}/{pid}/{file_name}", encoding="utf-8") as file:
        return next((int(line.split()[1]) * 1024 for line in file if line.startswith(field)), 0)
    return 0  # it has ended since
