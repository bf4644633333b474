"""Buffer: checking text that is not, or not so, on disk, within the project that it belongs to."""

import os
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from isolint.config import Config
from isolint.engine.journey import check
from isolint.engine.judging import Outcome
from isolint.engine.request import Request
from isolint.errors import UsageError
from isolint.source.patterns import compile_patterns
from isolint.source.tree import Tree


def check_buffer(config: Config, request: Request, file: str, data: bytes) -> Outcome:
    """What a run says about the text alone; `file`, relative to the request's `cwd`, says where it would stand.

    The file need not exist. With `force_exclude` nothing is said about one that is excluded. Raises UsageError for a
    file outside the root, and as `check` does.
    """
    path = _within(config.root, request.cwd or Path.cwd(), file)
    left_out = request.force_exclude and Tree(config.root, compile_patterns(config.exclude)).excludes_file(path)
    overlay = MappingProxyType({} if left_out else {path: data})
    return check(config, replace(request, overlay=overlay, overlay_only=True))


def _within(root: Path, cwd: Path, file: str) -> str:
    full = os.path.normpath(cwd / file)
    for seen, base in ((full, str(root)), (os.path.realpath(full), os.path.realpath(root))):
        if seen.startswith(f"{base.rstrip(os.sep)}{os.sep}"):
            return Path(os.path.relpath(seen, base)).as_posix()
    message = f"path {file!r} lies outside the root {str(root)!r}"
    raise UsageError(message)
