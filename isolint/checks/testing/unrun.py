"""Unrun: is there a set-up or clean-up hook that no framework runs?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.facts import ASYNC, FUNCTION
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.values.origins import Cls


@dataclass(frozen=True, slots=True)
class Unrun:
    """Hooks whose coroutine is never awaited, hooks of another framework, and methods called like a hook."""

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each hook."""
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] == "test":
                yield from self._of_module(program, file)
            for cls in program.suites.classes.of(file):
                names = [n for n in unit.header(cls.scope).bindings if program.suites.lifecycle.alike(n)]
                if names and not program.suites.classes.has_unknown_base(cls):
                    yield from self._of_class(program, cls, names)

    def _of_module(self, program: Program, file: int) -> Iterator[Match]:
        unit = program.units[file]
        for name in sorted(program.suites.lifecycle.around_module() & unit.top().keys()):
            value = unit.top()[name]
            if type(value) is not tuple or value[0] != "def" or unit.header(value[1]).kind != FUNCTION:
                continue
            scope = value[1]
            idle = program.suites.lifecycle.is_idle(file, scope) and not program.suites.is_fixture(file, scope)
            if idle and name in program.suites.lifecycle.clear() and not program.callers.of(file, scope):
                yield self._match(program, file, scope, f"nothing awaits `{name}`", "high")

    def _of_class(self, program: Program, cls: Cls, names: list[str]) -> Iterator[Match]:
        classes, lifecycle = program.suites.classes, program.suites.lifecycle
        unit = program.units[cls.file]
        family = [c for c in (cls, *classes.below(cls)) if classes.is_named(c)]
        if program.roles[cls.file] != "test" and not any(classes.is_reached(c) for c in family):
            return
        official = {*lifecycle.names(cls), *lifecycle.cleaning(cls)}
        for name in names:
            value = unit.header(cls.scope).bindings[name]
            if type(value) is not tuple or value[0] != "def":
                continue
            scope = value[1]
            if unit.header(scope).kind != FUNCTION or any(lifecycle.awaits(c, name) for c in (cls, *family)):
                continue
            if program.suites.is_fixture(cls.file, scope):
                if name in lifecycle.clear():
                    yield from self._fixture(program, cls, scope)
                continue
            why = self._why(program, cls, scope, official=name in official, family=family)
            if why and not program.suites.summoned.is_called(cls, cls.file, scope):
                yield self._match(program, cls.file, scope, *why)

    def _why(
        self, program: Program, cls: Cls, scope: int, *, official: bool, family: list[Cls]
    ) -> tuple[str, Confidence] | None:
        """Why no framework runs a method of that name, and how sure that is; None where one does."""
        lifecycle, classes = program.suites.lifecycle, program.suites.classes
        header = program.units[cls.file].header(scope)
        name = header.name
        if official:
            collected = any(classes.is_collected(c) for c in family)
            if not lifecycle.is_idle(cls.file, scope) or not (collected or name in lifecycle.clear()):
                return None
            kind = "coroutine" if header.flags & ASYNC else "generator"
            return f"`{name}` is called as a hook, and nothing runs the {kind} that it makes", "high"
        if header.decorators or not family:
            return None
        if name in lifecycle.every():
            if any(name in lifecycle.names(c) or name in lifecycle.cleaning(c) for c in family):
                return None
            if any(classes.has_unknown_base(c) for c in family):
                return None
            return f"`{name}` is no hook of this class's framework, and nothing calls it", "medium"
        return f"`{name}` looks like the hook `{lifecycle.alike(name)}`, and nothing calls it", "medium"

    def _fixture(self, program: Program, cls: Cls, scope: int) -> Iterator[Match]:
        """An async fixture that is called like a hook: only a plugin awaits it, and only if it is told to."""
        header = program.units[cls.file].header(scope)
        if not header.flags & ASYNC:
            return
        if not program.suites.awaits_fixture(cls.file, scope):
            told = f"`{header.name}` is a fixture with the name of a hook, and its decorator does not await it"
            yield self._match(program, cls.file, scope, told, "medium", strict=True)

    def _match(
        self, program: Program, file: int, scope: int, told: str, confidence: Confidence, *, strict: bool = False
    ) -> Match:
        unit = program.units[file]
        name = unit.header(scope).name
        return Match(
            file=file, scope=scope, position=unit.header(scope).position, place=name, confidence=confidence,
            words={"place": name, "what": told}, strict=strict,
        )  # fmt: skip
