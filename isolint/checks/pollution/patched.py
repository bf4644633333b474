"""Patched: does a test, fixture or hook put something into a shared module, class or object and leave it there?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.match import Match
from isolint.checks.pollution.environs import Environs
from isolint.checks.pollution.outliving import Outliving
from isolint.checks.pollution.patches import Names, Patches
from isolint.checks.pollution.readings import Readings
from isolint.checks.pollution.reloaded import Reloaded
from isolint.checks.pollution.setters import Setters
from isolint.checks.pollution.standins import StandIns
from isolint.checks.pollution.unrestored import Manners, Unrestored
from isolint.program import Program


@dataclass(frozen=True, slots=True)
class Patched:
    """Attributes of modules, classes and shared objects, patchers, overrides, and what `settings` of kind `state` name.

    `setting` are kinds of what sets something and sets it back; `registering` is the kind of calls that take what is to
    be called at the end, and `stacking` further names of such calls. `overrides` is the kind of names of attributes
    that hold what replaces something. `fresh` are kinds, `own` names of what each test has its own of. `mocks` are
    attributes by which a mock is told what to do, `saving` words in names of attributes that keep what was there
    before, `resetting` words in names of functions that set anew, `loading` calls that give a module that is being
    loaded, `reloading` the one that loads it anew, under what `around` names or not; of `but`, and of objects of kind
    `accessor`, another rule speaks. `about` are words in the names of context managers that nobody knows and that are
    taken for restoring, `apart` words of decorators that run a test in a process of its own, `sheltering` names of
    fixtures that set back whatever a test does.
    """

    shares: ClassVar[str] = "state"

    state: str
    settings: tuple[str, ...]
    setting: tuple[str, ...]
    overrides: str
    fresh: tuple[str, ...]
    own: tuple[str, ...]
    mocks: tuple[str, ...]
    saving: tuple[str, ...]
    resetting: tuple[str, ...]
    loading: tuple[str, ...]
    reloading: str
    around: tuple[str, ...]
    but: tuple[str, ...]
    accessor: str
    registering: str
    stacking: tuple[str, ...]
    about: tuple[str, ...]
    apart: tuple[str, ...]
    sheltering: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each thing and function."""
        yield from program.once(_unrestored, self).matches(program.asked)


def _unrestored(program: Program, told: Patched) -> Unrestored:
    asked = Readings(program, frozenset())
    environs = Environs(program, told.state, frozenset(told.settings), "", told.setting, asked=asked)
    around = Environs(program, told.state, frozenset(told.around), "", told.setting)
    reloaded = Reloaded(program, environs.setters, around)
    outliving = Outliving(program, told.fresh, frozenset(told.own))
    words = (told.mocks, told.saving, told.resetting, told.loading, told.but)
    names = Names(told.reloading, told.accessor, *[frozenset(each) for each in words])
    patches = Patches(
        program,
        environs,
        outliving,
        StandIns(program, asked),
        reloaded,
        program.vocabulary.names(told.overrides),
        names,
    )
    lists = (told.stacking, told.about, told.apart, told.sheltering)
    manners = Manners(*[frozenset(each) for each in lists])
    return Unrestored(program, patches, told.registering, manners, Setters(program, outliving))
