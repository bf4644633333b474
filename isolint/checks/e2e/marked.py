"""Marked: does a test of an area carry the area's marker?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.facts import CLASS
from isolint.program import Program


@dataclass(frozen=True, slots=True)
class Marked:
    """Tests in a folder whose area has markers that the project uses, and that carry none of them.

    Areas of the kinds `apart` count only where a configuration names their markers.
    """

    apart: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each class and each function outside of classes."""
        for file in program.asked:
            unit = program.units[file]
            wanted = program.areas.markers(unit.path) if program.roles[file] == "test" else frozenset()
            known = wanted & program.areas.chosen
            if not program.areas.of(unit.path) <= set(self.apart):
                known |= wanted & program.options.of(unit.path).markers
            if not known:
                continue
            found: dict[int, None] = {}
            for scope in program.suites.tests(file):
                if wanted.isdisjoint(program.suites.markers(file, scope)):
                    parent = unit.header(scope).parent
                    found[parent if unit.header(parent).kind == CLASS else scope] = None
            for scope in found:
                title, marker = unit.qualname(scope), min(known)
                yield Match(
                    file=file, scope=scope, position=unit.header(scope).position, place=marker,
                    words={"place": marker, "entry": title},
                )  # fmt: skip
