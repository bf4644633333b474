"""Left set: does a test, fixture or hook change a setting of the process and leave it so?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.match import Match
from isolint.checks.pollution.environs import Environs
from isolint.checks.pollution.readings import Readings
from isolint.checks.pollution.unrestored import Manners, Unrestored
from isolint.program import Program


@dataclass(frozen=True, slots=True)
class LeftSet:
    """Settings of kind `state`, those that `settings` name, and what objects of kind `accessor` set.

    `behaviour` is the kind of calls that set how the process behaves. `setting` are kinds of what sets something and
    sets it back; `registering` is the kind of calls that take what is to be called at the end, and `stacking` further
    names of such calls. `about` are words in the names of context managers that nobody knows and that are taken for
    restoring, `apart` words of decorators that run a test in a process of its own, `sheltering` names of fixtures that
    set back whatever a test does. `reading` are calls that tell what a setting is, `finding` the settings by which the
    program is found.
    """

    shares: ClassVar[str] = "state"

    state: str
    behaviour: str
    accessor: str
    settings: tuple[str, ...]
    setting: tuple[str, ...]
    registering: str
    stacking: tuple[str, ...]
    about: tuple[str, ...]
    apart: tuple[str, ...]
    sheltering: tuple[str, ...]
    reading: tuple[str, ...]
    finding: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each setting and function."""
        yield from program.once(_unrestored, self).matches(program.asked)


def _unrestored(program: Program, told: LeftSet) -> Unrestored:
    asked, finding = Readings(program, frozenset(told.reading)), frozenset(told.finding)
    settings = frozenset(told.settings)
    environs = Environs(program, told.state, settings, told.accessor, told.setting, told.behaviour, asked, finding)
    lists = (told.stacking, told.about, told.apart, told.sheltering)
    manners = Manners(*[frozenset(each) for each in lists])
    return Unrestored(program, environs, told.registering, manners)
