"""Running the command line inside the tests' own process, and a small project to run it on."""

import gc
import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from isolint.cli import main
from isolint.engine import lowering
from isolint.lower import lower

LEAK = "from sqlalchemy.orm import Session\n\nsession = Session()\n"
"""One finding, ISO202 at line 3."""

CLEAN = (
    "from sqlalchemy.orm import Session\n\n\n"
    "def handle(query):\n    with Session() as session:\n        return session.scalar(query)\n"
)
BROKEN = "def (:\n"
"""One finding, ISO001 at line 1."""


POISON = "poison = 1\n"
"""What other processes die of under `poisoned`."""


def poisoned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every other process that lowers a file with poison be killed by it."""
    tester = os.getpid()

    def deadly(data: bytes) -> object:
        if b"poison" in data:
            assert os.getpid() != tester
            os.kill(os.getpid(), signal.SIGKILL)
        return lower(data)

    monkeypatch.setattr(lowering, "lower", deadly)


class Ran(NamedTuple):
    """What a run left behind."""

    status: object
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """The codes that the lines of `--format concise` tell."""
        return [line.split()[1] for line in self.out.splitlines() if line.count(":") > 2]


def isolint(*arguments: str, stdin: bytes = b"") -> Ran:
    """Run with these arguments in the current folder."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with _going_on(), patch.multiple(sys, stdout=out, stderr=err, stdin=given), pytest.raises(SystemExit) as ended:
        main(arguments)
    out.seek(0)
    err.seek(0)
    return Ran(ended.value.code, out.read(), err.read())


@contextmanager
def _going_on() -> Iterator[None]:
    """Give back what the command line takes from a process that it thinks its own."""
    try:
        yield
    finally:
        gc.enable()


def project(folder: Path, files: Mapping[str, str], patching: pytest.MonkeyPatch) -> Path:
    """Lay a project down, make it the current folder, and keep the cache and the terminal's wishes apart."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    patching.chdir(folder)
    patching.setenv("XDG_CACHE_HOME", str(folder.parent / "cache"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "ISOLINT_TRACEBACK"):
        patching.delenv(name, raising=False)
    return folder
