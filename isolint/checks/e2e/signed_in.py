"""Signed in: does a test that calls a running service carry a credential?"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.e2e.credentials import Credentials
from isolint.checks.e2e.placed_in import lies_in, tests_in
from isolint.checks.e2e.sending import Sending
from isolint.checks.e2e.subjects import Subjects
from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Site
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Tests in areas of kind `area` that call the network with no credential in reach; the program authenticates."""

    shares: ClassVar[str] = "reach"

    area: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call, be it the test's own or one of the suite that runs for it."""
        about = matcher(program.vocabulary.names("authentication-name"))
        sending, credentials, subjects = Sending(program, about), Credentials(program), Subjects(program, about)
        shown = _authenticates(program)
        found: dict[Site, tuple[Row, int, int]] = {}
        signed: set[Site] = set()
        reached: set[tuple[int, int]] = set()
        for file, scope in tests_in(program, frozenset({self.area})):
            reached.update(program.reach.of(file, scope))
            calls = list(self._calls(program, sending, subjects, file, scope))
            if not calls or subjects.exempt(file, scope) or _faked(program, file, scope, sending.names):
                continue
            if credentials.reach(file, scope):
                shown = True
                signed.update(site for site, _ in calls)
            else:
                for site, row in calls:
                    found.setdefault(site, (row, file, scope))
        if not shown:
            return
        for site, (row, file, scope) in found.items():
            if site not in signed:
                yield _match(program, site, row, program.units[file].qualname(scope), strict=False)
        for file, scope in self._idle(program, sending, credentials, subjects, reached):
            for site, row in sending.calls(file, scope):
                yield _match(program, site, row, program.units[file].qualname(scope), strict=True)

    def _calls(
        self, program: Program, sending: Sending, subjects: Subjects, file: int, scope: int
    ) -> Iterator[tuple[Site, Row]]:
        """What a test sends by itself, and what functions of its file or area send for it."""
        own = program.reach.inside(file, scope)
        for inner in own:
            yield from sending.calls(file, inner)
        for at in program.reach.of(file, scope):
            near = at[0] == file or lies_in(program, at[0], frozenset({self.area}))
            if not near or program.roles[at[0]] != "test" or (at[0] == file and at[1] in own):
                continue
            if not self._spoken_for(program, sending, subjects, *at):
                yield from sending.calls(*at)

    def _idle(
        self,
        program: Program,
        sending: Sending,
        credentials: Credentials,
        subjects: Subjects,
        reached: AbstractSet[tuple[int, int]],
    ) -> Iterator[tuple[int, int]]:
        """Functions that run for nobody knows which test, and whose class knows no credential."""
        for file in program.asked:
            unit = program.units[file]
            name = snake(unit.path.rpartition("/")[2].removesuffix(".py"))
            near = program.roles[file] == "test" and lies_in(program, file, frozenset({self.area}))
            if not near or sending.names.isdisjoint(unit.interface.mentions) or self._says(sending, subjects, name):
                continue
            for scope in range(1, len(unit.interface.scopes)):
                if unit.header(scope).kind != FUNCTION or (file, scope) in reached:
                    continue
                owner = unit.owner(scope)
                around = program.evaluator.members.methods(Cls(file, owner)) if owner >= 0 else [scope]
                if self._spoken_for(program, sending, subjects, file, scope) or program.suites.is_test(file, scope):
                    continue
                if not any(credentials.has(file, inner) for inner in around):
                    yield file, scope

    def _spoken_for(self, program: Program, sending: Sending, subjects: Subjects, file: int, scope: int) -> bool:
        """Whether a function says by its name or its class that it signs in, or asks for what is public."""
        unit = program.units[file]
        return any(self._says(sending, subjects, snake(name)) for name in unit.qualname(scope).split("."))

    def _says(self, sending: Sending, subjects: Subjects, name: str) -> bool:
        return bool(sending.public.search(name) or subjects.about.search(name))


def _authenticates(program: Program) -> bool:
    """Whether the program uses something of kind `security`, or has a helper by which tests authenticate."""
    kinds = program.vocabulary.kinds
    rows = [
        (r.path.partition(".")[0], r.path.rpartition(".")[2])
        for kind in ("security", "auth-helper") for r in kinds.get(kind, ())
    ]  # fmt: skip
    return any(
        last in unit.interface.mentions and (library == "*" or library in unit.interface.mentions)
        for unit in program.units for library, last in rows
    )  # fmt: skip


def _faked(program: Program, file: int, scope: int, senders: frozenset[str]) -> bool:
    """Whether the test puts a fake in a client's place: `websockets.connect = fake`, `patch("..connect")`."""
    mocks = program.vocabulary.heads("mock")
    for inner in program.reach.inside(file, scope):
        body = program.units[file].body(inner)
        if any(kind == "attr" and key in senders and type(base) is str for kind, base, key, *_ in body.stores):
            return True
        for callee, arguments, *_ in body.calls:
            if last_name(callee) in mocks or ".patch" in f".{callee}":
                named = (a[1] for a in arguments[:2] if type(a) is tuple and a[0] == "=" and isinstance(a[1], str))
                if any(text.rpartition(".")[2] in senders for text in named):
                    return True
    return False


def _match(program: Program, site: Site, row: Row, entry: str, *, strict: bool) -> Match:
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
