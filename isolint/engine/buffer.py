"""Buffer: checking text that is not, or not so, on disk, within the project that it belongs to."""

import os
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from isolint.config import Config
from isolint.engine.journey import Outcome, Request, check
from isolint.errors import UsageError
from isolint.source.patterns import compile_patterns
from isolint.source.tree import Tree


def check_buffer(config: Config, request: Request, file: str, data: bytes) -> Outcome:
    """What a run says about the text alone; `file`, relative to the request's `cwd`, says where it would stand.

    The file need not exist. With `force_exclude` nothing is said about one that is excluded. Raises UsageError for a
    file outside the root, and as `check` does.
    """
    path = _within(config.root, request.cwd or Path.cwd(), file)
    given = (str(config.root / path),) if (config.root / path).is_file() else ()
    overlay = MappingProxyType({**request.overlay, path: data})
    outcome = check(config, replace(request, given=given, overlay=overlay))
    left_out = request.force_exclude and Tree(config.root, compile_patterns(config.exclude)).excludes_file(path)
    return _narrowed(outcome, frozenset() if left_out else frozenset({path}))


def _narrowed(outcome: Outcome, paths: frozenset[str]) -> Outcome:
    """The outcome as if these paths alone had been reported on: a path that is not on disk cannot be given."""
    if paths == frozenset(outcome.reported):
        return outcome
    report = replace(
        outcome.report,
        findings=tuple(each for each in outcome.report.findings if each.path in paths),
        faults=tuple(each for each in outcome.report.faults if each.path in paths),
        notes=(),
        suppressed=0,
        files=len(paths),
    )
    return replace(
        outcome,
        report=report,
        every=tuple(each for each in outcome.every if each.path in paths),
        reported=tuple(sorted(paths)),
    )


def _within(root: Path, cwd: Path, file: str) -> str:
    full = os.path.normpath(cwd / file)
    for seen, base in ((full, str(root)), (os.path.realpath(full), os.path.realpath(root))):
        if seen.startswith(f"{base.rstrip(os.sep)}{os.sep}"):
            return Path(os.path.relpath(seen, base)).as_posix()
    message = f"path {file!r} lies outside the root {str(root)!r}"
    raise UsageError(message)
