"""Writing: proved files into their places, each only where it is still what was read."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from isolint import atomic
from isolint.errors import reason

CHANGED: Final = "it changed since it was read"


def write(
    root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes], paths: Iterable[str], spare: Path
) -> dict[str, str]:
    """Replace the files; why one was not, by its path."""
    refused = {}
    for path in paths:
        target = root / path
        try:
            if target.read_bytes() != before[path]:
                refused[path] = CHANGED
            elif not os.access(target, os.W_OK):
                refused[path] = "it is read-only"
            else:
                atomic.write(target, after[path], spare=spare)
        except OSError as error:
            refused[path] = f"it cannot be written: {reason(error)}"
    return refused
