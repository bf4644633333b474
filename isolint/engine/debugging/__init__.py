"""Debugging: what a program knows about one line, and why the line was or was not flagged."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from isolint.config import Config
from isolint.engine.debugging.enclosing import enclosing
from isolint.engine.debugging.happenings import happenings
from isolint.engine.debugging.reaching import reaching
from isolint.engine.debugging.verdicts import verdicts
from isolint.engine.journey import opened
from isolint.engine.judging import Outcome
from isolint.engine.request import Request
from isolint.errors import UsageError
from isolint.program import Program
from isolint.source.place import locate


def debug(config: Config, request: Request, file: str, line: int) -> tuple[str, ...]:
    """Lines for people; `file` is relative to the current folder, `line` 1-based.

    Raises UsageError for a file or a line that does not exist, and as `opened` does.
    """
    cwd = request.cwd or Path.cwd()
    path = locate(file, str(cwd), config.root)
    if path.kind == "folder":
        message = f"{file!r} is a folder, expected FILE:LINE"
        raise UsageError(message)
    with opened(config, replace(request, given=(file,))) as (outcome, program):
        lines = outcome.lines(path.path)
        last = len(lines) - (not lines[-1])
        if not 0 < line <= last:
            message = f"{file!r} ends with line {last}, line {line} does not exist"
            raise UsageError(message)
        told = [f"{path.path}:{line}", f"    {lines[line - 1].strip()}"]
        for title, rows in _sections(config, outcome, program, path.path, line):
            told += ["", title, *(f"  {row}" for row in rows)]
    return tuple(told)


def _sections(
    config: Config, outcome: Outcome, program: Program, path: str, line: int
) -> Iterator[tuple[str, Iterable[str]]]:
    file = next((number for number, unit in enumerate(program.units) if unit.path == path), None)
    if file is None:
        yield "File", ["it could not be checked: a worker died on it"]
        return
    areas = ", ".join(sorted(program.areas.of(path))) or "none"
    yield "File", [f"role: {program.roles[file]}", f"areas: {areas}"]
    if program.units[file].interface.fault is None:
        scope = enclosing(program, file, line, outcome.lines(path))
        yield "Scope", reaching(program, file, scope)
        happened = tuple(happenings(program, file, line))
        yield "What happens here", happened or ["no call and no store begins on this line"]
    found = tuple(verdicts(config, outcome, program, path, line))
    yield "Findings", found or ["no rule finds anything at this line, at whatever confidence"]
