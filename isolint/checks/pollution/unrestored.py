"""Unrestored: what tests, fixtures and hooks leave changed for those that follow, in a suite as a whole."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from isolint.checks.match import Match
from isolint.checks.pollution.leavings import Leaving, Leavings, reverted
from isolint.checks.pollution.neighbours import Neighbours, inside
from isolint.checks.pollution.setters import Setters
from isolint.checks.pollution.surroundings import Surroundings
from isolint.checks.pollution.witnesses import Look, Witnesses
from isolint.facts import CLASS
from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.testing.endings import Endings, Undo
from isolint.program.testing.touches import Thing, Touch, Touching
from isolint.program.testing.visible import CONFTEST

TOLD: Final = {
    "never": "as nothing sets it back",
    "asserted": "where an assertion before the clean-up fails",
    "late": "where something before the clean-up fails",
    "reset": "until a set-up sets it anew",
    "near": "for all tests whose set-up does not take it away",
    "half": "where it was not set before, as only what was there is put back",
    "dropped": "as what was there before is not put back",
    "fragile": "where the rest of the set-up fails and no clean-up runs",
    "meant": "for all tests of the run",
    "imported": "for all tests of the run, as soon as the file is imported",
}
FOREVER: Final = 1 << 80


class Manners(NamedTuple):
    """Names that tell how a suite sets back.

    `registering`: calls that take what is called at the end; `about`: words in the names of context managers that
    nobody knows and that are taken for restoring; `apart`: words of decorators that run a test in a process of its
    own; `sheltering`: fixtures that set back whatever a test does.
    """

    registering: frozenset[str]
    about: frozenset[str]
    apart: frozenset[str]
    sheltering: frozenset[str]


class Left(NamedTuple):
    """A leaving, how it is told, whether it counts under `--strict` alone, and the test that looks at what is left."""

    leaving: Leaving
    how: str
    strict: bool
    witness: Look | None = None


class Unrestored:
    """The leavings of a program, for one sort of things; `registering` is the kind of what is told to clean up.

    `setters` know what the program itself sets anew.
    """

    def __init__(
        self,
        program: Program,
        touching: Touching,
        registering: str,
        manners: Manners,
        setters: Setters | None = None,
    ) -> None:
        self._program = program
        self._sheltering = manners.sheltering
        self._neighbours = program.once(Neighbours)
        told = program.vocabulary.names(registering) | manners.registering
        self._endings = endings = Endings(program.evaluator, touching, program.once(inside), told, manners.about)
        self._leavings = Leavings(program, endings, manners.apart)
        self._setters = setters
        self._around = Surroundings(program.suites, endings, setters)
        self._witnesses: Witnesses | None = None
        self._left: dict[int, tuple[Left, ...]] = {}

    def matches(self, asked: Sequence[int]) -> Iterator[Match]:
        """A match for each thing and function of the files that are asked about."""
        suite = [file for file in asked if self._is_suite(file)]
        running = suite if len(asked) == len(self._program.units) else self._running(suite)
        found = [left for file in running for left in self._by(file)]
        files = frozenset(suite)
        seen: set[tuple[int, int, Thing]] = set()
        for left in sorted(found, key=lambda one: (one.strict, one.leaving.touch.position)):
            leaving = left.leaving
            key = (leaving.file, leaving.scope, leaving.touch.thing)
            if key not in seen and leaving.file in files:
                seen.add(key)
                yield self._match(left)

    def _is_suite(self, file: int) -> bool:
        unit = self._program.units[file]
        return bool(unit.interface.scopes) and is_test_file(unit.path)

    def _running(self, asked: list[int]) -> list[int]:
        """The files of the suite that may run a helper of one of these files, and these themselves."""
        seen, pending = set(asked), list(asked)
        names = frozenset[str]()
        while pending:
            file = pending.pop()
            spreading = self._leavings.leads.spreading(file, names)
            names |= spreading
            for other in self._neighbours.near(file, spreading) if spreading else ():
                of_suite = self._program.roles[other] != "application" or self._is_suite(other)
                if of_suite and other not in seen:
                    seen.add(other)
                    pending.append(other)
        return sorted(file for file in seen if self._is_suite(file))

    def _by(self, file: int) -> tuple[Left, ...]:
        found = self._left.get(file)
        if found is None:
            found = self._left[file] = (*self._run(file), *self._imported(file))
        return found

    def _run(self, file: int) -> Iterator[Left]:
        """What the tests, fixtures and hooks of a file leave."""
        for scope, part in self._program.suites.parts(file).items():
            leavings = self._leavings.of(file, scope)
            if not leavings or self._leavings.is_apart(file, scope) or self._is_sheltered(file, scope):
                continue
            if not self._around.runs(file, scope, part):
                continue
            ends, cleans = [*self._around.ends(file, scope)], [*self._around.cleans(file, scope)]
            for leaving in leavings:
                touch, how = leaving.touch, str(leaving.how)
                if reverted(touch, ends):
                    continue
                if reverted(touch, cleans):
                    if part == "test" or not self._leavings.risky(file, scope, leaving.at, FOREVER):
                        continue
                    how = "fragile"
                else:
                    how = self._told(file, scope, part, leaving, [*ends, *cleans])
                    if how == "finally":
                        continue
                left = Left(leaving, how, strict=touch.mild or how not in ("never", "asserted", "near", "half"))
                if touch.spot is None:
                    yield left
                elif how == "never" and (found := self._witness(file, scope, leaving)) is not None:
                    apart = found.file != file  # who knows whether these two ever run together
                    yield left._replace(witness=found, strict=left.strict or apart)

    def _told(self, file: int, scope: int, part: str, leaving: Leaving, undos: list[Undo]) -> str:
        """How a function leaves what nothing around it sets back in full."""
        touch, how = leaving.touch, str(leaving.how)
        if part == "test" and how == "never":
            how = self._until(file, scope, leaving)
        meeting = [undo for undo in undos if not undo.adds and undo.thing.meets(touch.thing)]
        if how in ("never", "near") and any(undo.half for undo in meeting):
            return "half"
        if how == "never" and meeting:
            return "dropped"
        if how != "finally" and self._around.is_meant(file, scope, touch):
            return "meant"
        if how == "never" and touch.drops and part != "test" and self._is_filled(file, scope, touch):
            return "dropped"
        return how

    def _witness(self, file: int, scope: int, leaving: Leaving) -> Look | None:
        """Where a test looks at what a function has the product keep."""
        if self._witnesses is None:
            self._witnesses = Witnesses(self._program, self._endings)
        return self._witnesses.of((file, scope), leaving.touch, leaving.at)

    def _until(self, file: int, scope: int, leaving: Leaving) -> str:
        """How a test leaves something that it does not set back itself."""
        resets = self._around.resets(file, scope, leaving.touch)
        renewed = self._around.renews(file, scope, leaving.touch)
        if resets or renewed:
            return "near" if not renewed and all(reset.takes for reset in resets) else "reset"
        at, how = leaving.at, "never"
        for undo in self._setters.undoes(file, scope, leaving.touch) if self._setters else ():
            if undo.position > at:
                if self._endings.when(file, scope, undo.position, undo.region) == "finally":
                    return "finally"
                how = "asserted" if self._leavings.asserts(file, scope, at, undo.position) else "late"
        return how

    def _is_filled(self, file: int, scope: int, touch: Touch) -> bool:
        """Whether what a set-up takes away is what tests near it set: then they are those that leave something."""
        for test in self._program.suites.tests(file):
            for leaving in self._leavings.of(file, test):
                other = leaving.touch
                if (
                    touch.thing.key is None
                    or other.thing != touch.thing
                    or other.drops
                    or other.mild
                    or leaving.how != "never"
                ):
                    continue
                if reverted(other, (*self._around.ends(file, test), *self._around.cleans(file, test))):
                    continue
                resets = self._around.resets(file, test, other)
                if all(reset.takes for reset in resets) and (file, scope) in [(r.file, r.scope) for r in resets]:
                    return True
        return False

    def _is_sheltered(self, file: int, scope: int) -> bool:
        return any(row[0] in self._sheltering for row in self._program.units[file].header(scope).params)

    def _imported(self, file: int) -> Iterator[Left]:
        """What is changed when a file of tests, or a conftest, is imported."""
        unit = self._program.units[file]
        if unit.path.rpartition("/")[2] != CONFTEST and not self._program.suites.parts(file):
            return
        meant = unit.path.rpartition("/")[2] == CONFTEST
        scopes = [0, *[n for n, h in enumerate(unit.interface.scopes) if h[0] == CLASS and h[2] == 0]]
        for scope in scopes:
            for leaving in self._leavings.of(file, scope):
                touch = leaving.touch
                if leaving.how in ("never", "asserted") and touch.spot is None:
                    strict = meant or touch.mild or not touch.fake or self._is_taken_away(file, touch)
                    yield Left(leaving, "imported", strict=strict)

    def _is_taken_away(self, file: int, touch: Touch) -> bool:
        """Whether a fixture or hook of a file sets back what importing the file has changed."""
        parts = self._program.suites.parts(file).items()
        return any(reverted(touch, self._endings.all(file, scope)) for scope, part in parts if part != "test")

    def _match(self, left: Left) -> Match:
        touch, file, scope = left.leaving.touch, left.leaving.file, left.leaving.scope
        entry = self._program.title(file, scope)
        seen = left.witness
        reader = self._program.title(seen.file, seen.scope) if seen else ""
        steps = [self._program.step(seen.file, seen.position, f"`{reader}` looks at it")] if seen else []
        return Match(
            file=file, scope=scope, position=touch.position, place=touch.place, strict=left.strict,
            words={"place": touch.place, "entry": entry, "how": TOLD[left.how]}, related=tuple(steps),
        )  # fmt: skip
