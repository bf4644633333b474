"""Kinds: the kinds of run that are measured, and what has to be so before each of them."""
# ruff: noqa: INP001

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from edits import EDITS, Edit
from figures import Taken
from ground import Ground
from known import InapplicableError
from pairs import taken
from running import Command, FailedError, peak, seconds, told

Which = Literal["leaf", "central"]
STARTS: Final = 5  # starts of a process are short and so noisy: as many for each of the runs
OUTSIDE: Final = "outside of the stages: start and end of the process"
_STAGE: Final = re.compile(r"^ *(\d+\.\d+) s  (.+)$", re.MULTILINE)
_ALL: Final = "in all"


def cold(ground: Ground, *words: str) -> Taken:
    """Without a cache; a first run, which is not timed, fills the system's own cache of files."""
    command = _cold(ground, *words)
    return taken(ground.runs, lambda _run: command, {"floor": ground.floor})


def unchanged(ground: Ground) -> Taken:
    """Everything is known and nothing has changed."""
    ground.known.ready()
    command = ground.check(ground.known.folder)
    return taken(ground.runs, lambda _run: command, {"floor": ground.floor})


def fresh(ground: Ground) -> Taken:
    """Everything is known, but each file has been written anew."""
    ground.known.ready()
    command = ground.check(ground.known.folder)
    return taken(ground.runs, lambda _run: command, {"floor": ground.floor}, lambda _run: ground.known.renew())


def changed(ground: Ground, which: Which, way: str) -> Taken:
    """Everything is known but a change of one file, a further one before each run."""
    command = ground.check(ground.known.folder)
    return _edited(ground, _paths(ground, which, 1)[0], EDITS[way], command, {"floor": ground.floor})


def asked(ground: Ground, which: Which) -> Taken:
    """Everything is known, and of each run another file is asked for, so that no run has been asked before."""
    paths = _paths(ground, which, ground.runs)
    ground.known.ready()
    commands = [ground.check(ground.known.folder, only=path) for path in paths]
    figures = taken(ground.runs, lambda run: commands[(run - 1) % len(commands)], _floor_and_start(ground))
    ground.look(commands[0], 1)
    return figures


def asked_changed(ground: Ground, which: Which) -> Taken:
    """Everything is known but a change of the file that is asked for, a further one before each run."""
    path = _paths(ground, which, 1)[0]

    def edit(data: bytes, run: int) -> bytes:
        return EDITS["call"](data, ground.runs + run)  # no text that another row has made known already

    return _edited(ground, path, edit, ground.check(ground.known.folder, only=path), _floor_and_start(ground))


def version(ground: Ground) -> Taken:
    """The start of isolint, and no more."""
    return _start(ground, ground.isolint("--version"))


def small(ground: Ground) -> Taken:
    """A check of one small file, without a cache."""
    command = ground.isolint("check", "--no-cache", str(ground.small))
    ground.look(command, 1)
    return _start(ground, command)


def memory(ground: Ground) -> Taken:
    """MiB of all processes of a cold run together."""
    command = _cold(ground)
    seen = [peak(command) for _ in range(ground.runs)]
    if not seen[0].bytes:
        raise InapplicableError("the system does not tell it")
    return Taken([each.bytes / 2**20 for each in seen], note=seen[0].counted)


def phases(ground: Ground) -> Taken:
    """What a cold run itself tells about its stages; what it does not tell about, it takes outside of them."""
    command = _cold(ground, "--timings")
    runs, floors, stages = [], [], []
    for _ in range(ground.runs):
        floors.append(seconds(ground.floor))
        ran = told(command)
        runs.append(ran.seconds)
        stages.append(_stages(ran.seconds, ran.errors))
    names = list(stages[0])
    if any(list(each) != names for each in stages):
        raise FailedError("the runs tell of different stages")
    return Taken(runs, {"floor": floors}, {name: [each[name] for each in stages] for name in names})


def _cold(ground: Ground, *words: str) -> Command:
    command = ground.check(ground.tree.folder, "--no-cache", *words)
    ground.look(command, len(ground.tree.files))
    return command


def _edited(ground: Ground, path: str, edit: Edit, command: Command, beside: Mapping[str, Command]) -> Taken:
    file = ground.known.folder / path
    original = file.read_bytes()
    ground.known.ready()
    try:
        figures = taken(ground.runs, lambda _run: command, beside, lambda run: _write(file, edit(original, run)))
        return replace(figures, note=path)
    finally:
        file.write_bytes(original)


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def _paths(ground: Ground, which: Which, some: int) -> Sequence[str]:
    return ground.known.leaves(some) if which == "leaf" else ground.known.centres(some)


def _floor_and_start(ground: Ground) -> dict[str, Command]:
    return {"floor": ground.floor, "start": ground.isolint("--version")}


def _start(ground: Ground, command: Command) -> Taken:
    beside = {"click": ground.click}
    for each in (*beside.values(), command):
        seconds(each)
    return taken(ground.runs * STARTS, lambda _run: command, beside)


def _stages(whole: float, errors: str) -> Mapping[str, float]:
    """Seconds by stage, in order; what the run tells of twice is added up."""
    found: dict[str, float] = defaultdict(float)
    for told_seconds, name in _STAGE.findall(errors):
        found[name] += float(told_seconds)
    if _ALL not in found or len(found) == 1:
        raise FailedError("no stage was told of")
    found[OUTSIDE] = whole - found.pop(_ALL)
    return found
