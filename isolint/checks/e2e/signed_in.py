"""Signed in: does a test that calls a running service carry a credential?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.e2e.credentials import Credentials
from isolint.checks.e2e.placed_in import Placed, lies_in
from isolint.checks.e2e.runners import Runners
from isolint.checks.e2e.senders import Senders
from isolint.checks.e2e.sending import Sending, Sent
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Site
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Tests in areas of kind `area` that call the network with no credential in reach; the program authenticates."""

    shares: ClassVar[str] = "reach"

    area: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call, be it the test's own or one of the suite that runs for it."""
        for file in program.asked:
            for scope, sent in self._sending(program, file).items():
                found = self._lacking(program, file, scope)
                if found and program.once(Senders, self.area).ever_signed():
                    yield from (_match(program, site, row, found) for site, row in sent)

    def _sending(self, program: Program, file: int) -> dict[int, list[Sent]]:
        """What the functions of a file send, if it is one of the area or has tests of it."""
        areas = frozenset({self.area})
        near = lies_in(program, file, areas) or program.once(Placed).tests(file, areas)
        return program.once(Sending).all(file) if near and program.roles[file] == "test" else {}

    def _lacking(self, program: Program, file: int, scope: int) -> tuple[str, bool] | None:
        """The name of the first test for which a function sends with no credential, and whether that is a guess."""
        if not any(True for _ in program.once(Runners, self.area).of(file, scope)):
            return (program.units[file].qualname(scope), True) if self._idle(program, file, scope) else None
        senders = program.once(Senders, self.area)
        first = None
        for test in senders.of(file, scope):
            if senders.signed(test):
                return None
            first = first or test
        return (program.units[first[0]].qualname(first[1]), False) if first else None

    def _idle(self, program: Program, file: int, scope: int) -> bool:
        """Whether a function runs for nobody knows which test, and its class knows no credential."""
        sending, credentials = program.once(Sending), program.once(Credentials)
        unit = program.units[file]
        if not lies_in(program, file, frozenset({self.area})) or program.suites.is_test(file, scope):
            return False
        if sending.says(unit.path.rpartition("/")[2].removesuffix(".py")) or sending.spoken_for(file, scope):
            return False
        owner = unit.owner(scope)
        around = program.evaluator.members.methods(Cls(file, owner)) if owner >= 0 else [scope]
        return not any(credentials.has(file, inner) for inner in around)


def _match(program: Program, site: Site, row: Row, found: tuple[str, bool]) -> Match:
    entry, strict = found
    call = program.units[site.file].body(site.scope).calls[site.call]
    place = row.path.replace("()", "")
    if row.kind == "client":
        place = f"{place}.{last_name(call[0])}"
    return Match(
        file=site.file,
        scope=site.scope,
        position=call[3],
        place=place,
        words={"place": place, "entry": entry},
        strict=strict,
    )
