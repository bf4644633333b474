"""Asking peers: a row for each of them, which finds the program, and measures it on the bare files."""
# ruff: noqa: INP001

import os
import re
import shutil
from dataclasses import replace
from typing import Final

from figures import Taken
from ground import Ground
from known import InapplicableError
from pairs import taken
from peers import Peer
from running import Command, told

NOT_INSTALLED: Final = "not installed"
_VERSION: Final = re.compile(r"\b\d+(?:\.\d+)+")


def asked(ground: Ground, peer: Peer) -> Taken:
    """The runs of a peer over the files that isolint reports on; its version is asked first, and loads it."""
    found = os.pathsep.join(filter(None, (str(ground.peers_from or ""), os.environ.get("PATH", ""))))
    program = shutil.which(peer.program, path=found)
    if program is None:
        raise InapplicableError(NOT_INSTALLED)
    environment = {"PATH": found}
    said = told(Command((program, *peer.version), environment=environment, folder=ground.empty, limit=ground.limit))
    if peer.needs not in said.output:
        raise InapplicableError(f"{peer.needs} is {NOT_INSTALLED}")
    words = (program, *peer.filled(ground.bare, ground.jobs))
    command = Command(words, environment=environment, good=peer.good, folder=ground.empty, limit=ground.limit)
    figures = taken(ground.peer_runs, lambda _run: command, {"floor": ground.floor})
    number = _VERSION.search(said.output)
    return replace(figures, note=number[0] if number else "")
