"""Fixtures: a context for each test, in the conftest that all tests share which lack one."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from isolint import atomic
from isolint.checks.context.signatures import Signatures
from isolint.errors import UsageError, reason
from isolint.init.candidates import attempt, candidates
from isolint.init.conftest import with_fixture
from isolint.init.contexts import KIND
from isolint.init.makers import NAMED
from isolint.program import Program
from isolint.program.testing.fixtures import Fixture
from isolint.program.values.origins import Cls
from isolint.repairs.fixtures import is_context

NAME: Final = "user_context"
SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A conftest as it was, empty where it was not there, and as it is to be; `told` is what the fixture does."""

    path: str
    before: bytes
    after: bytes
    told: str


def draft(program: Program, root: Path) -> Written | str:
    """The conftest with a fixture that gives a context, or why none is written."""
    lacking, there = _lacking(program)
    if not lacking:
        if there:
            shown = ", ".join(f"`{each.name}` ({_place(program, each)})" for each in there[:SHOWN])
            return f"every test can ask for a context: {shown}"
        return "there are no tests that take fixtures"
    targets = candidates(program)
    if not targets:
        return f"no class or function of the project is known to be a {KIND}; `isolint init` proposes some"
    folder = os.path.commonpath([f"/{program.units[file].folder}" for file in lacking])[1:]
    path = f"{folder}/conftest.py" if folder else "conftest.py"
    made = attempt(program, targets, may_wait=_waits(program))
    if isinstance(made, str):
        return made
    before = _read(root, path)
    after = with_fixture(program, path, before, made, NAME)
    if isinstance(after, str):
        return after
    ending = f", and `{made.cleanup}` ends it" if made.cleanup else ""
    others = f"; {len(targets) - 1} more would do" if len(targets) > 1 else ""
    return Written(path, before, after, f"it gives each test a `{made.name}` of a user of its own{ending}{others}")


def write(root: Path, written: Written) -> None:
    """Put the conftest in its place; raises UsageError where that fails, and then it is what it was."""
    try:
        if _read(root, written.path) != written.before:
            raise UsageError(f"{written.path}: it changed since it was read")
        atomic.write(root / written.path, written.after)
    except OSError as error:
        message = f"{written.path}: cannot be written: {reason(error)}"
        raise UsageError(message) from None


def _read(root: Path, path: str) -> bytes:
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {reason(error)}") from None


def _lacking(program: Program) -> tuple[list[int], list[Fixture]]:
    """The files with a test of pytest's that can ask for no context, and the fixtures that give the others one."""
    suites, signatures = program.suites, Signatures(program, KIND, NAMED)
    known: dict[Fixture, bool] = {}
    found: dict[Fixture, None] = {}
    lacking = []
    for file, owner, scope in _asking(program):
        visible = suites.visible(file, scope).values()
        known |= {each: is_context(program, signatures, each) for each in visible if each not in known}
        given = [each for each in visible if known[each]]
        found |= dict.fromkeys(given)
        if not given and not suites.has_unknown_base(Cls(file, owner)):
            lacking.append(file)
    return sorted(set(lacking)), list(found)


def _asking(program: Program) -> Iterator[tuple[int, int, int]]:
    """A test of each file and class whose tests take fixtures, as file, class or -1, and scope."""
    suites = program.suites
    for file, unit in enumerate(program.units):
        tests = {unit.owner(scope): scope for scope in suites.tests(file)}
        for owner, scope in tests.items():
            if owner < 0 or not suites.is_test_class(Cls(file, owner)):
                yield file, owner, scope


def _waits(program: Program) -> bool:
    """Whether the suite uses pytest-asyncio."""
    if any("pytest_asyncio" in unit.interface.mentions for unit in program.units):
        return True
    if any(program.options.of(unit.path).values.get("asyncio_mode") for unit in program.units):
        return True
    return any(
        "asyncio" in program.suites.markers(file, scope)
        for file, unit in enumerate(program.units) if {"asyncio", "mark"} <= set(unit.interface.mentions)
        for scope in program.suites.tests(file)
    )  # fmt: skip


def _place(program: Program, fixture: Fixture) -> str:
    path, span = program.span(fixture.file, program.units[fixture.file].header(fixture.scope).position)
    return f"{path}:{span.line}"
