"""Senders: for which tests of an area a function calls a service, and which of them carry a credential."""

from collections.abc import Iterator

from isolint.checks.e2e.credentials import Credentials
from isolint.checks.e2e.placed_in import lies_in, tests_in
from isolint.checks.e2e.runners import Runners, Test
from isolint.checks.e2e.sending import Sending
from isolint.checks.e2e.subjects import Subjects
from isolint.program import Program


class Senders:
    """Answers about one area; tests about authentication, and those that fake a client, do not count."""

    def __init__(self, program: Program, area: str) -> None:
        self._program = program
        self._areas = frozenset({area})
        self._runners = program.once(Runners, area)
        self._sending = program.once(Sending)
        self._subjects = program.once(Subjects)
        self._credentials = program.once(Credentials)
        self._counted: dict[Test, bool] = {}
        self._ever: bool | None = None

    def of(self, file: int, scope: int) -> Iterator[Test]:
        """The tests that a function sends for: those that it stands in, and others unless its name says why it may."""
        return (test for test in self._runners.of(file, scope) if self._is_for(test, file, scope))

    def signed(self, test: Test) -> bool:
        """Whether a test has a credential in reach."""
        return self._credentials.reach(*test)

    def ever_signed(self) -> bool:
        """Whether the program authenticates anybody, as far as its names tell, or a test that sends something."""
        if self._ever is None:
            tests = tests_in(self._program, self._areas)
            self._ever = self._authenticates() or any(
                self._sends(test) and self._counts(test) and self.signed(test) for test in tests
            )
        return self._ever

    def _is_for(self, test: Test, file: int, scope: int) -> bool:
        """Whether a function that a test runs sends for that test."""
        if test[0] != file or scope not in self._program.reach.inside(*test):
            near = test[0] == file or lies_in(self._program, file, self._areas)
            if not near or self._sending.spoken_for(file, scope):
                return False
        return self._counts(test)

    def _sends(self, test: Test) -> bool:
        run = [at for at in self._program.reach.of(*test) if self._program.roles[at[0]] == "test"]
        return any(at[1] in self._sending.all(at[0]) and self._is_for(test, *at) for at in run)

    def _counts(self, test: Test) -> bool:
        found = self._counted.get(test)
        if found is None:
            found = self._counted[test] = not (self._subjects.exempt(*test) or self._faked(*test))
        return found

    def _faked(self, file: int, scope: int) -> bool:
        """Whether the test puts a fake in a client's place: `websockets.connect = fake`, `patch("..connect")`."""
        unit, senders = self._program.units[file], self._sending.names
        mocks = self._program.vocabulary.heads("mock")
        for inner in self._program.reach.inside(file, scope):
            body = unit.body(inner)
            if any(kind == "attr" and key in senders and type(base) is str for kind, base, key, *_ in body.stores):
                return True
            for (callee, arguments, *_), name in zip(body.calls, unit.callees(inner), strict=True):
                if name in mocks or ".patch" in f".{callee}":
                    named = (a[1] for a in arguments[:2] if type(a) is tuple and a[0] == "=" and isinstance(a[1], str))
                    if any(text.rpartition(".")[2] in senders for text in named):
                        return True
        return False

    def _authenticates(self) -> bool:
        """Whether the program uses something of kind `security`, or has a helper by which tests authenticate."""
        kinds = self._program.vocabulary.kinds
        rows = [
            (r.path.partition(".")[0], r.path.rpartition(".")[2])
            for kind in ("security", "auth-helper") for r in kinds.get(kind, ())
        ]  # fmt: skip
        return any(
            library == "*" or library in unit.interface.mentions
            for library, last in rows for _, unit in self._program.speaking(last)
        )  # fmt: skip
