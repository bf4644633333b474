"""Limited: give a test that may hang a marker that ends it."""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.change import Change, Decorate
from isolint.checks import Match
from isolint.program import Program
from isolint.program.unit import Unit
from isolint.repairs.offer import Offer
from isolint.repairs.spelled import spelled
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Limited:
    """A marker `module`.`attribute`.`name` of so many seconds, where the project is seen to have the plugin for it.

    `settings` are what the plugin reads, and `plugins` how it is named among the arguments of the runner.
    """

    module: str
    attribute: str
    name: str
    seconds: int
    settings: tuple[str, ...]
    plugins: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """A decorator, or None where no setting, registered marker or test of the program speaks of the plugin."""
        unit = program.units[match.file]
        said = spelled(unit, match.position, self.module, self.attribute)
        if said is None or not any(self._signs(program, match)):
            return None
        text = f"{said[0]}.{self.name}({self.seconds})"
        changes: tuple[Change, ...] = (*said[1], Decorate(spot(match.position), text))
        return Offer(tuple((unit.path, change) for change in changes), {"marker": text, "seconds": str(self.seconds)})

    def _signs(self, program: Program, match: Match) -> Iterator[bool]:
        options = program.options.of(program.units[match.file].path)
        yield self.name in options.markers
        yield any(key in options.values for key in self.settings)
        yield any(a in self.plugins or a.partition("=")[0] in self.plugins for a in options.arguments)
        yield any(
            self._is_used(unit) for unit, role in zip(program.units, program.roles, strict=True) if role == "test"
        )

    def _is_used(self, unit: Unit) -> bool:
        """Whether a file has the marker somewhere, with the time that it gives."""
        if not {self.name, self.attribute, self.module} <= unit.interface.mentions:
            return False
        path = f"{self.module}.{self.attribute}.{self.name}"
        return any(unit.body(scope).calls[number][0] == path for scope, number in unit.calls_named(self.name))
