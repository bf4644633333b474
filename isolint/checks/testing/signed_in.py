"""Signed in: does a test that calls a running service carry a credential?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match
from isolint.checks.testing.credentials import Credentials
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Site
from isolint.program.words import TAGS, collect, matcher, snake
from isolint.vocabulary import Row

REFUSALS = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Tests in areas of kind `area` that call the network with no credential in reach; the program authenticates."""

    area: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call."""
        words = program.vocabulary
        senders = frozenset(m for r in words.kinds.get("client", ()) for m in r.methods) | frozenset(
            r.path.rpartition(".")[2] for r in words.kinds.get("client-call", ())
        )
        credentials, about = matcher(words.names("credential-name")), matcher(words.names("authentication-name"))
        public = matcher(frozenset(snake(w) for w in words.names("public-address")))
        found: list[Match] = []
        shown = self._authenticates(program)
        for file in program.asked:
            unit = program.units[file]
            tests = program.suites.tests(file) if program.roles[file] == "test" else []
            by_path = self.area in program.areas.of(unit.path)
            if senders.isdisjoint(unit.interface.mentions):
                continue
            for scope in tests:
                if not by_path and self.area not in program.areas.marked(program.suites.markers(file, scope)):
                    continue
                calls = list(self._calls(program, file, scope, senders, about, public))
                if not calls:
                    continue
                if self._exempt(program, file, scope, about) or self._faked(program, file, scope, senders):
                    continue
                if Credentials(program, credentials).reach(file, scope):
                    shown = True
                else:
                    found += [self._match(program, file, scope, site, row) for site, row in calls]
        if shown:
            yield from found

    def _authenticates(self, program: Program) -> bool:
        """Whether the program uses something of kind `security`."""
        rows = [
            (r.path.partition(".")[0], r.path.rpartition(".")[2]) for r in program.vocabulary.kinds.get("security", ())
        ]
        return any(
            last in unit.interface.mentions and (library == "*" or library in unit.interface.mentions)
            for unit in program.units for library, last in rows
        )  # fmt: skip

    def _calls(
        self,
        program: Program,
        file: int,
        scope: int,
        senders: frozenset[str],
        about: re.Pattern[str],
        public: re.Pattern[str],
    ) -> Iterator[tuple[Site, Row]]:
        unit = program.units[file]
        for inner in program.reach.inside(file, scope):
            if unit.header(inner).kind != FUNCTION:
                continue
            for number, call in enumerate(unit.body(inner).calls):
                name = last_name(call[0])
                if name not in senders:
                    continue
                site = Site(file, inner, number)
                row = self._sends(program, site, call[0], name)
                if row and not (self._open(program, site, about, public) or program.expected_to_fail(site)):
                    yield site, row

    def _sends(self, program: Program, site: Site, callee: Any, name: str) -> Row | None:
        evaluator = program.evaluator
        for origin in evaluator.calls.callees(site):
            if type(origin) is Ext:
                for row in evaluator.meaning.rows(origin, "client-call"):
                    return row
        for origin in evaluator.origins(site.file, site.scope, receiver(callee)):
            for row in evaluator.meaning.rows(origin, "client"):
                if name in row.methods:
                    return row
        return None

    def _open(self, program: Program, site: Site, about: re.Pattern[str], public: re.Pattern[str]) -> bool:
        """Whether the address is public or that of authentication itself."""
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        texts: set[str] = set()
        for value in (*arguments[:2], *[v for k, v in keywords if k in ("url", "uri", "path")]):
            texts |= program.words.texts(site.file, site.scope, value)
        return any(public.search(snake(t)) or ("/" in t and about.search(snake(t))) for t in texts)

    def _faked(self, program: Program, file: int, scope: int, senders: frozenset[str]) -> bool:
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

    def _exempt(self, program: Program, file: int, scope: int, about: re.Pattern[str]) -> bool:
        """Whether the test is about authentication, or expects to be turned away."""
        unit = program.units[file]
        names = [unit.header(scope).name, unit.path.rpartition("/")[2].removesuffix(".py")]
        if unit.owner(scope) >= 0:
            names.append(unit.header(unit.owner(scope)).name)
        if any(about.search(snake(n)) for n in names):
            return True
        for inner in program.reach.inside(file, scope):
            body = unit.body(inner)
            tests = [t for t, _ in body.asserts] + [r[2] for r in body.regions if r[0] in ("if", "else")]
            if inner == scope:
                header = unit.header(scope)
                tests += [unit.body(header.parent).calls[d][1] for d in header.decorators if type(d) is int]
            if any(_refused(t, about) for t in tests):
                return True
            if any(self._expects(program, Site(file, inner, n), about) for n in range(len(body.calls))):
                return True
        return False

    def _expects(self, program: Program, site: Site, about: re.Pattern[str]) -> bool:
        """Whether a call says that an error is expected whose words speak of a refusal."""
        if not program.expects_error(site):
            return False
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        texts: set[str] = set()
        for value in (*arguments, *[v for _, v in keywords]):
            collect(value, texts)
        return any(about.search(snake(t)) for t in texts)

    def _match(self, program: Program, file: int, scope: int, site: Site, row: Row) -> Match:
        unit = program.units[file]
        call = unit.body(site.scope).calls[site.call]
        place = row.path.replace("()", "")
        if row.kind == "client":
            place = f"{place}.{last_name(call[0])}"
        return Match(
            file=file, scope=scope, position=call[3], place=place, words={"place": place, "entry": unit.qualname(scope)}
        )


def _refused(value: Any, about: re.Pattern[str]) -> bool:
    """Whether a value speaks of a refusal: 401, 403, or a name for them."""
    match value:
        case ("=", constant):
            return type(constant) is int and constant in REFUSALS
        case str() if "." in value:
            return bool(about.search(snake(value.rpartition(".")[2])))
        case tuple():
            return any(_refused(v, about) for v in (value[1:] if value and value[0] in TAGS else value))
    return False
