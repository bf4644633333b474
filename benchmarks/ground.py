"""Ground: what the rows of one measurement share: the tree, a place for copies, and the commands."""
# ruff: noqa: INP001

import json
import os
import sys
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from known import Known
from running import Command, FailedError, told
from tree import Tree

CLEAN_OR_FOUND: Final = (0, 1)
SETTLED: Final = 2.5  # seconds: isolint reads files again that changed less than 2 s before it began
FLOOR: Final = Path(__file__).with_name("floor.py")
SMALL: Final = """\
from fastapi import FastAPI

app = FastAPI()
LAST = {}


@app.get("/users/{name}")
def user(name: str) -> dict[str, str]:
    LAST["name"] = name
    return LAST
"""


@dataclass(frozen=True)
class Ground:
    """A tree, a folder for what is made, how many runs; of the peers where they are, how many runs and seconds."""

    tree: Tree
    temporary: Path
    runs: int
    peers_from: Path | None = None
    peer_runs: int = 1
    limit: float = 0
    settle: float = SETTLED
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)

    @cached_property
    def empty(self) -> Path:
        """A folder without anything, to run in: nothing there is taken for a module."""
        folder = self.temporary / "empty"
        folder.mkdir()
        return folder

    @property
    def floor(self) -> Command:
        return Command((sys.executable, str(FLOOR)), self.tree.parsed(), folder=self.empty)

    @property
    def click(self) -> Command:
        return Command((sys.executable, "-c", "import click"), folder=self.empty)

    def isolint(self, *words: str) -> Command:
        """isolint, run by this very interpreter, with a cache of its own."""
        environment = {"XDG_CACHE_HOME": str(self.temporary / "cache")}
        whole = (sys.executable, "-m", "isolint", *words)
        return Command(whole, environment=environment, good=CLEAN_OR_FOUND, folder=self.empty)

    def check(self, root: Path, *words: str, only: str = ".") -> Command:
        """A check of a tree, or of one file of it."""
        return self.isolint("check", *words, "--root", str(root), str(root / only))

    def look(self, command: Command, files: int) -> None:
        """A run that is not timed and fills caches; raises FailedError where it does not look at so many files."""
        seen = json.loads(told(_as_json(command)).output)["files"]
        if seen != files:
            raise FailedError(f"{seen} files were checked instead of {files}")

    @cached_property
    def known(self) -> Known:
        """A copy that isolint has looked at, with its cache."""
        copy = self.tree.copied(self.temporary / "tree")
        return Known(copy, self.tree.files, self.settle, lambda: self.look(self.check(copy), len(self.tree.files)))

    @cached_property
    def bare(self) -> Path:
        """A copy of the files alone."""
        return self.tree.bare(self.temporary / "bare")

    @cached_property
    def small(self) -> Path:
        """One small file outside any project."""
        folder = self.temporary / "small"
        folder.mkdir()
        (folder / "small.py").write_text(SMALL, "utf-8")
        return folder / "small.py"


def _as_json(command: Command) -> Command:
    return replace(command, words=(*command.words, "--format", "json"))
