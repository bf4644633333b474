"""Uncollected: is there a test class that its framework does not collect, or a test in it that it does not await?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.checks.match import Match
from isolint.facts import ASYNC
from isolint.finding import Step
from isolint.program import Program
from isolint.program.values.origins import Cls

DEEP: Final = 4


@dataclass(frozen=True, slots=True)
class Uncollected:
    """Classes with tests and a constructor, and coroutines in classes of a framework that awaits none.

    What a test constructs is a helper of that test.
    """

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each constructor, and one for each class whose coroutines are lost."""
        hooks = program.suites.lifecycle.clear()
        for file in program.asked:
            if program.roles[file] == "test" or not hooks.isdisjoint(program.units[file].interface.mentions):
                for cls in program.suites.classes.of(file):
                    yield from self._constructed(program, cls)
                    yield from self._unawaited(program, cls)

    def _constructed(self, program: Program, cls: Cls) -> Iterator[Match]:
        """The constructor because of which a class or its subclasses are not collected."""
        classes = program.suites.classes
        found = classes.refusal(cls)
        if found is None:
            return
        scope = program.units[cls.file].header(cls.scope)
        above = found[0]
        if above == cls and self._is_of_tests(program, cls):
            lost = [c for c in (cls, *classes.below(cls)) if self._is_lost(program, c, cls)]
            if lost or (classes.below(cls) and self._is_base(program, cls)):
                yield self._match(program, cls, found[1], lost)
        elif not self._is_of_tests(program, above) and self._is_lost(program, cls, above):
            told = f"`{scope.name}` inherits a constructor, so pytest does not collect its tests"
            step = program.step(above.file, program.units[above.file].header(found[1]).position, "the constructor")
            yield self._told(program, cls, cls.scope, told, (step,))

    def _is_lost(self, program: Program, cls: Cls, by: Cls) -> bool:
        """Whether a class would be collected but for that constructor."""
        classes = program.suites.classes
        refusal = classes.refusal(cls)
        if refusal is None or refusal[0] != by or not self._is_asked(program, cls):
            return False
        return bool(classes.tests(cls)) and not self._is_helper(program, cls)

    def _is_of_tests(self, program: Program, cls: Cls) -> bool:
        """Whether a class is one of tests, and reported itself; what tests inherit from the application is not."""
        return program.roles[cls.file] == "test" or self._has_hook(program, cls)

    def _has_hook(self, program: Program, cls: Cls) -> bool:
        own = program.units[cls.file].header(cls.scope).bindings
        return not program.suites.lifecycle.clear().isdisjoint(own)

    def _is_base(self, program: Program, cls: Cls) -> bool:
        """Whether a class has a hook of test classes, and so is meant to be one's base."""
        return self._has_hook(program, cls) and not self._is_helper(program, cls)

    def _is_helper(self, program: Program, cls: Cls) -> bool:
        """Whether what a test runs makes an object of a class."""
        seen = {(c.site.file, c.runner) for c in program.callers.of(cls.file, cls.scope)}
        level = list(seen)
        for _ in range(DEEP):
            if any(self._runs(program, *at) for at in level):
                return True
            above = [(c.site.file, c.runner) for at in level if at[1] > 0 for c in program.callers.of(*at)]
            level = [at for at in dict.fromkeys(above) if at not in seen]
            seen.update(level)
        return False

    def _runs(self, program: Program, file: int, scope: int) -> bool:
        """Whether a framework runs a function, or the method of a class that somebody else makes."""
        unit = program.units[file]
        parts = program.suites.parts(file)
        while scope > 0:
            if scope in parts or unit.owner(scope) >= 0:
                return True
            scope = unit.header(scope).parent
        return False

    def _match(self, program: Program, cls: Cls, scope: int, lost: list[Cls]) -> Match:
        unit = program.units[cls.file]
        name = unit.header(cls.scope).name
        heirs = [c for c in lost if c != cls]
        if cls in lost:
            count = len(program.suites.classes.tests(cls))
            told = f"`{name}` has a constructor, so pytest does not collect {_counted(count, 'test')} of it"
        elif heirs:
            below = _counted(len(heirs), "test class")
            told = f"`{name}` has a constructor, so pytest does not collect the {below} below it"
        else:
            told = f"`{name}` has a constructor, so pytest collects no class that inherits from it"
        steps = [
            program.step(c.file, program.units[c.file].header(c.scope).position, "its tests do not run") for c in heirs
        ]
        return self._told(program, cls, scope, told, tuple(steps[:10]))

    def _unawaited(self, program: Program, cls: Cls) -> Iterator[Match]:
        """The coroutines of a class whose framework does not await them."""
        classes, lifecycle = program.suites.classes, program.suites.lifecycle
        if not classes.rows(cls) or classes.has_unknown_base(cls) or not self._is_asked(program, cls):
            return
        unit = program.units[cls.file]
        own = [n for n in classes.tests(cls) if n in unit.header(cls.scope).bindings]
        tests = [classes.tests(cls)[n] for n in own if not lifecycle.awaits(cls, n)]
        fixtures = [
            (cls.file, f.scope) for f in program.suites.defined(cls.file)
            if f.owner == cls.scope and not lifecycle.awaits(cls, "test")
        ]  # fmt: skip
        tests = [at for at in tests if at[0] == cls.file and lifecycle.is_idle(*at)]
        fixtures = [at for at in fixtures if program.units[cls.file].header(at[1]).flags & ASYNC]
        lost = sorted(at[1] for at in (*tests, *fixtures))
        if not lost or any(lifecycle.awaits(heir, "test") for heir in classes.below(cls)):
            return
        name = unit.header(cls.scope).name
        what = " and ".join(
            _counted(len(found), f"async {word}")
            for found, word in ((tests, "test"), (fixtures, "fixture")) if found
        )  # fmt: skip
        told = f"`{name}` is a test case that awaits nothing, so {what} of it never run{'s' if len(lost) == 1 else ''}"
        steps = [program.step(cls.file, unit.header(s).position, "never awaited") for s in lost[1:]]
        yield self._told(program, cls, lost[0], told, tuple(steps[:10]))

    def _is_asked(self, program: Program, cls: Cls) -> bool:
        """Whether a framework would come to a class."""
        return program.suites.classes.is_named(cls) and program.suites.classes.is_reached(cls)

    def _told(self, program: Program, cls: Cls, scope: int, told: str, related: tuple[Step, ...]) -> Match:
        unit = program.units[cls.file]
        return Match(
            file=cls.file, scope=scope, position=unit.header(scope).position, place=unit.header(cls.scope).name,
            words={"place": unit.header(cls.scope).name, "what": told}, related=related,
        )  # fmt: skip


def _counted(number: int, word: str) -> str:
    plural = f"{word}es" if word.endswith("s") else f"{word}s"
    return f"one {word}" if number == 1 else f"{number} {plural}"
