"""Unset: does a test class read an attribute that nothing sets before?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.testing.attributes import Missing
from isolint.program.values.origins import Cls

MANY: Final = 10


@dataclass(frozen=True, slots=True)
class Unset:
    """Attributes that no hook, fixture, class body or method sets that runs before the read."""

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each attribute and class, at the first read."""
        classes = program.suites.classes
        for file in program.asked:
            for cls in classes.of(file) if program.roles[file] == "test" else ():
                if not program.suites.attributes.may_lack(cls):
                    continue
                if any(classes.is_named(c) for c in (cls, *classes.below(cls))):
                    yield from self._of_class(program, cls)
                elif program.units[file].header(cls.scope).parent == 0:
                    yield from self._of_helper(program, cls)

    def _of_class(self, program: Program, cls: Cls) -> Iterator[Match]:
        classes = program.suites.classes
        heirs = [
            c for c in (cls, *classes.below(cls)) if classes.is_named(c) and classes.is_reached(c) and classes.tests(c)
        ]
        judged = [self._missing(program, cls, heir) for heir in heirs]
        known = [names for names in judged if names is not None]
        if not known or len(known) < len(judged):
            return
        refused = all(classes.refusal(c) for c in heirs)
        for name, reads in known[0].items():
            if all(name in names for names in known) and not self._is_set_elsewhere(program, cls, reads[0]):
                yield self._match(program, cls, reads, strict=refused)

    def _of_helper(self, program: Program, cls: Cls) -> Iterator[Match]:
        """What a helper of tests lacks; it may be left over, so this is strict."""
        found: dict[str, list[Missing]] = {}
        for each in program.suites.attributes.lacking(cls):
            found.setdefault(each.name, []).append(each)
        for reads in found.values():
            yield self._match(program, cls, reads, strict=True)

    def _missing(self, program: Program, cls: Cls, heir: Cls) -> dict[str, list[Missing]] | None:
        """What the methods of one class lack where tests of another one use them, or None where nobody knows."""
        missing = program.suites.attributes.missing(heir)
        if missing is None:
            return None
        found: dict[str, list[Missing]] = {}
        for each in missing:
            if each.reader[0] == cls.file and program.units[cls.file].owner(each.reader[1]) == cls.scope:
                found.setdefault(each.name, []).append(each)
        return found

    def _is_set_elsewhere(self, program: Program, cls: Cls, missing: Missing) -> bool:
        """Whether a method that sets it is called by something outside of the class."""
        for file, scope in missing.setters:
            name = program.units[file].header(scope).name
            if program.suites.lifecycle.alike(name):
                if program.suites.summoned.is_called(cls, file, scope):
                    return True
            elif program.suites.summoned.is_called_elsewhere(cls, file, scope):
                return True
        return False

    def _match(self, program: Program, cls: Cls, reads: list[Missing], *, strict: bool) -> Match:
        unit = program.units[cls.file]
        first, *others = sorted(reads, key=lambda m: m.position)
        title = unit.header(cls.scope).name
        alone = all(type(base) is Cls for base in program.suites.classes.line(cls))
        steps = [program.step(cls.file, m.position, "read here, too") for m in others[:MANY]]
        for file, scope in first.setters[:MANY]:
            name = program.units[file].header(scope).name
            position = program.units[file].header(scope).position
            steps.append(program.step(file, position, f"`{name}` would set it, and does not run before"))
        return Match(
            file=cls.file, scope=first.reader[1], position=first.position, place=f"{title}.{first.name}",
            confidence="high" if alone else "medium", related=tuple(steps), strict=strict,
            words={"place": f"self.{first.name}", "what": self._told(program, first, title)},
        )  # fmt: skip

    def _told(self, program: Program, missing: Missing, title: str) -> str:
        """Why it is not there."""
        names = [program.units[file].header(scope).name for file, scope in missing.setters]
        if not names:
            return f"nothing in `{title}` sets it"
        return f"only `{names[0]}` sets it, which does not run before"
