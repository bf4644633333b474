"""Machine: what was measured, where and when, in two lines that name no host."""
# ruff: noqa: INP001

import os
import platform
import time
from collections.abc import Sequence
from pathlib import Path

from tree import Tree

import isolint


def described(tree: Tree) -> Sequence[str]:
    """A line for the machine and the date, one for the tree."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}"
    code = f"isolint {isolint.__version__}, {_compiled()} of its modules compiled"
    return (
        f"{os.cpu_count()} cores, {python}, {system}; {time.strftime('%Y-%m-%d')}; {code}.",
        f"{tree.folder.name}: {len(tree.files):,} files, {tree.lines:,} lines.",
    )


def _compiled() -> int:
    folder = Path(isolint.__file__).parent
    return sum(1 for end in ("*.so", "*.pyd") for _ in folder.rglob(end))
