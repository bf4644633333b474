"""Stand-ins: what is put in the place of the real thing: a mock, a made-up module, something of the suite's own."""

from typing import Any, Final

from isolint.checks.pollution.readings import Readings
from isolint.program import Program
from isolint.program.flow.regions import inside
from isolint.program.testing.touches import Touch
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origin, known

MAKING: Final = frozenset({"ModuleType", "SimpleNamespace"})


class StandIns:
    """Answers about values of a suite."""

    def __init__(self, program: Program, asked: Readings) -> None:
        self._units = program.units
        self._asked = asked
        self._e = program.evaluator
        self._roles = program.roles

    def is_one(self, file: int, scope: int, value: Any) -> bool:
        """Whether a value stands in for something."""
        match value:
            case ("def", *_):
                return True
            case ("dict", *pairs):
                return any(self.is_one(file, scope, held) for _, held in pairs)
            case ("|", *members):
                return any(self.is_one(file, scope, member) for member in members)
        origins = known(self._e.origins(file, scope, value)) if value is not None else ()
        return bool(origins) and all(self._is(origin) for origin in origins)

    def is_needed(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether it is put there as nothing else could be loaded, or for a part of a package that is not there."""
        if inside(self._units[file].body(scope), touch.region, "except"):
            return True
        parts = (touch.thing.key or "").split(".")
        wholes = [("=", ".".join(parts[:n])) for n in range(1, len(parts))]
        return any(self._asked.fills(file, scope, touch.region, touch.position, whole) for whole in wholes)

    def _is(self, origin: Origin) -> bool:
        match origin:
            case Ext(path, _):
                made = path.partition("(")[0]
                if made == path:
                    return False
                return made.rpartition(".")[2] in MAKING or self._e.meaning.has_kind(Ext(made), "mock")
            case Fn() | Cls():
                return self._roles[origin.file] == "test"
            case Obj(cls, _):
                return self._roles[cls.file] == "test"
        return False
