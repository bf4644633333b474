"""Program: what all files say together, under a vocabulary; every question is answered on demand."""

from collections.abc import Callable, Hashable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from isolint.facts import FUNCTION, MODULE, Span, unpack
from isolint.finding import Step
from isolint.program.entry.callers import Callers
from isolint.program.entry.contexts import Contexts
from isolint.program.entry.entries import Entries
from isolint.program.entry.roles import Role
from isolint.program.entry.ways import Way, Ways
from isolint.program.flow.carriers import Carriers
from isolint.program.flow.escapes import Escapes
from isolint.program.flow.instances import Instances
from isolint.program.flow.keepers import Keepers
from isolint.program.flow.keys import Keys
from isolint.program.flow.places import Places
from isolint.program.flow.reads import Reads
from isolint.program.flow.requests import Requests
from isolint.program.flow.restoring import Restoring
from isolint.program.flow.walks import Walks
from isolint.program.flow.writes import Writes
from isolint.program.lifetimes import Lifetimes
from isolint.program.testing.areas import Areas
from isolint.program.testing.reach import Reach
from isolint.program.testing.suites import Suites
from isolint.program.unit import Unit, last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.modules import Modules
from isolint.program.values.origins import Arg, Origins, Site, join, known
from isolint.program.words import Words
from isolint.source.options import Runner
from isolint.vocabulary import Vocabulary

FEW: Final = 50  # files

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Program:
    """The linked files; `asked` are those that are reported on, `areas` gives the kinds of area of a path.

    `options` gives what the settings of a test runner say for a path.
    """

    units: tuple[Unit, ...]
    asked: tuple[int, ...]
    vocabulary: Vocabulary
    roles: tuple[Role, ...]
    areas: Areas
    options: Runner
    modules: Modules
    evaluator: Evaluator
    callers: Callers
    entries: Entries
    ways: Ways
    lifetimes: Lifetimes
    suites: Suites
    reach: Reach
    words: Words
    places: Places
    requests: Requests
    writes: Writes
    reads: Reads
    escapes: Escapes
    carriers: Carriers
    instances: Instances
    keepers: Keepers
    keys: Keys
    walks: Walks
    restoring: Restoring
    contexts: Contexts
    made: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False)

    @property
    def few(self) -> bool:
        """Whether to look into each file asked about is cheaper than to learn from all others which are worth it."""
        return len(self.asked) <= FEW

    def once(self, make: Callable[..., _Made], *given: Hashable) -> _Made:
        """`make(program, *given)`, made for whoever asks first and kept for all who ask with the same.

        What is made must answer the same whatever files are asked about: the program that it gets is asked about all.
        """
        key = (make, given)
        if key not in self.made:
            self.made[key] = make(self._whole(), *given)
        found: _Made = self.made[key]
        return found

    def _whole(self) -> "Program":
        """The same program, asked about all files."""
        if len(self.asked) == len(self.units):
            return self
        whole: Program | None = self.made.get(())
        if whole is None:
            whole = self.made[()] = replace(self, asked=tuple(range(len(self.units))))
        return whole

    def speaking(self, *names: str, role: Role | None = None) -> Iterator[tuple[int, Unit]]:
        """The files that mention one of the names, with their units; of one role alone, if it is given."""
        files = self.evaluator.surface.mentioning(*names)
        return ((file, self.units[file]) for file in files if role is None or self.roles[file] == role)

    def functions(self, near: AbstractSet[str] | None = None) -> Iterator[tuple[int, int]]:
        """The functions of the application that are reported on, of files that mention one of the names `near`.

        The body of a file that is run for each user is one as well.
        """
        for file in self.asked:
            unit = self.units[file]
            if self.roles[file] == "application" and (near is None or not near.isdisjoint(unit.interface.mentions)):
                if self.entries.first(file) == MODULE:
                    yield file, MODULE
                scopes = unit.interface.scopes
                yield from ((file, scope) for scope in range(1, len(scopes)) if scopes[scope][0] == FUNCTION)

    def span(self, file: int, position: int) -> tuple[str, Span]:
        """The path and the range of a position."""
        return self.units[file].path, unpack(position) if position else Span(1, 1, 1, 1)

    def step(self, file: int, position: int, message: str) -> Step:
        """A step of a trace."""
        path, span = self.span(file, position)
        return Step(path, span.line, span.column, message)

    def symbol(self, file: int, scope: int) -> str:
        """The dotted name of a scope with its module."""
        return ".".join(p for p in (self.modules.dotted(file), self.units[file].qualname(scope)) if p)

    def title(self, file: int, scope: int) -> str:
        """A function as its readers know it; of what stands in no function, the file."""
        unit = self.units[file]
        return unit.qualname(scope) or unit.path.rpartition("/")[2]

    def trace(self, way: Way) -> tuple[Step, ...]:
        """The steps from an entry point along a chain of calls."""
        header = self.units[way.file].header(way.scope)
        verb = "an assumed entry point" if way.assumed else "the request enters"
        steps = [self.step(way.file, header.position, f"{verb} at `{self.title(way.file, way.scope)}`")]
        for site in way.calls:
            call = self.units[site.file].body(site.scope).calls[site.call]
            steps.append(self.step(site.file, call[3], f"`{self.title(site.file, site.scope)}` goes on here"))
        return tuple(steps)

    def way(self, file: int, scope: int) -> Way | None:
        """How requests reach a function; in a program without any entry, a public function is assumed to be one."""
        if scope < self.entries.first(file):
            return None
        found = self.ways.to(file, scope)
        if found or scope == MODULE or self.entries.all() or self.entries.starts_up(file, scope):
            return found
        at = scope
        while at > 0:
            name = self.units[file].header(at).name
            if name.startswith("_") and not name.endswith("__"):
                return None
            at = self.units[file].header(at).parent
        return Way(file, scope, (), 1, assumed=True)

    def named_classes(self, kind: str) -> frozenset[str]:
        """The names of a kind's rows, and of the classes that seem to inherit from such a thing."""
        return self.evaluator.surface.inheriting(self.vocabulary.heads(kind))

    def spelled(self, file: int, names: frozenset[str]) -> frozenset[str]:
        """Those of these names, and of the aliases they are imported under, that a file mentions."""
        return self.evaluator.surface.aliased(names) & self.units[file].interface.mentions

    def expects_error(self, site: Site) -> bool:
        """Whether a call says that an error is expected."""
        callee = self.units[site.file].body(site.scope).calls[site.call][0]
        if last_name(callee) not in self.vocabulary.lasts("expects-error"):
            return False
        return any(self.evaluator.meaning.has_kind(o, "expects-error") for o in self.evaluator.calls.callees(site))

    def expected_to_fail(self, site: Site) -> bool:
        """Whether a call stands in a `with` that expects an error."""
        body = self.units[site.file].body(site.scope)
        region = body.calls[site.call][5]
        while region:
            kind, region, manager = body.regions[region]
            if kind == "with" and type(manager) is int and self.expects_error(Site(site.file, site.scope, manager)):
                return True
        return False

    def expanded(self, origins: Origins, depth: int = 0) -> Origins:
        """Origins, bare parameters replaced by what the callers give for them."""
        if depth > 2 or not any(type(o) is Arg for o in origins):  # noqa: PLR2004  # three calls back
            return origins
        groups: list[Origins] = [known(origins)]
        for arg in origins:
            if type(arg) is Arg:
                groups += [self.expanded(g, depth + 1) for g in self._given(arg)]
        return join(*groups)

    def _given(self, arg: Arg) -> list[Origins]:
        unit = self.units[arg.file]
        header = unit.header(arg.scope)
        number = [row[0] for row in header.params].index(arg.name) - (unit.owner(arg.scope) >= 0)
        given = []
        for site, _, calls in self.callers.of(arg.file, arg.scope)[:20]:
            if not calls:
                continue
            value = self.evaluator.calls.argument(site, number, arg.name)
            if value != ():
                given.append(self.evaluator.origins(site.file, site.scope, value))
        return given
