"""Lent: do several users of a test go by one and the same token?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from isolint.checks.crowd.crowds import SEVERAL, Crowds
from isolint.checks.e2e.bypasses import TOKENS
from isolint.checks.e2e.credentials import Credentials
from isolint.checks.e2e.sending import Sending
from isolint.checks.e2e.subjects import Subjects
from isolint.checks.match import Match
from isolint.checks.parts import inside
from isolint.facts import Body
from isolint.program import Program
from isolint.program.flow.regions import chain
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Fn, Site
from isolint.program.words import matcher, snake

OF_ALL: Final = matcher(frozenset({"admin", "service", "system", "root", "superuser", "internal", "machine"}))
BODIES: Final = frozenset({"json", "data", "params", "content"})


class Sent(NamedTuple):
    """A call that shows a credential; `people` are the names and values by which it says for whom."""

    site: Site
    credential: Any
    people: frozenset[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Lent:
    """Tests that speak for several users and show one credential for them; the fields are kinds of names."""

    person: str
    people: str
    runs: str
    identity: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at the first call that shows the credential for another user."""
        sending, subjects = program.once(Sending), program.once(Subjects)
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        persons = matcher(program.vocabulary.names(self.person))
        names = frozenset(n for n in program.vocabulary.names(self.identity) if persons.search(snake(n)))
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "test" or (sending.names | TOKENS).isdisjoint(unit.interface.mentions):
                continue
            for scope in program.suites.tests(file):
                if crowds.own_users(file, scope) < SEVERAL:
                    continue
                sent = list(self._sent(program, sending, names, file, scope))
                found = self._lent(program, sent, file, scope)
                if found and not subjects.refused(file, scope):
                    yield _match(program, found, unit.qualname(scope))

    def _sent(self, program: Program, sending: Sending, names: frozenset[str], file: int, scope: int) -> Iterator[Sent]:
        """The calls of a test that show a credential, or go through a client that has one."""
        unit = program.units[file]
        credentials = program.once(Credentials)
        for inner in program.reach.inside(file, scope):
            for number, (callee, arguments, keywords, *_) in enumerate(unit.body(inner).calls):
                site = Site(file, inner, number)
                row = sending.row(site) if last_name(callee) in sending.names else None
                tokens = [k for k, _ in keywords if k in TOKENS]
                carrying = {*(tokens if tokens and _is_helper(program, site) else ()), *(row.keywords if row else ())}
                shown = [v for k, v in keywords if k in carrying and v != ("=", None)]
                if not shown and row and _signed_in(program, credentials, site, receiver(callee)):
                    shown = [receiver(callee)]
                if shown:
                    named = [("dict", (("=", k), v)) for k, v in keywords if k in names]
                    told = [*arguments, *[v for k, v in keywords if k in BODIES], *named]
                    yield Sent(site, _credential(shown[0]), frozenset(_people(told, names)))

    def _lent(self, program: Program, sent: list[Sent], file: int, scope: int) -> Sent | None:
        """The call that shows what was shown before, for somebody else."""
        for credential in dict.fromkeys(s.credential for s in sent):
            mine = [s for s in sent if s.credential == credential]
            if _of_all(credential) or not _is_shared(program, mine[0], file, scope):
                continue
            told = frozenset[tuple[str, Any]]().union(*[s.people for s in mine])
            if len(told) > len({name for name, _ in told}):
                return next((s for s in mine[1:] if s.people - mine[0].people), mine[0])
            turning = next((s for s in mine if _turns(program.units[file].body(s.site.scope), s)), None)
            if turning and any(_is_each(p) for _, p in turning.people):
                return turning
        return None


def _is_helper(program: Program, site: Site) -> bool:
    """Whether a call is one of a function of the suite."""
    return any(isinstance(o, Fn) and program.roles[o.file] == "test" for o in program.evaluator.calls.callees(site))


def _signed_in(program: Program, credentials: Credentials, site: Site, client: Any) -> bool:
    """Whether a client says by its name, or where it is made, that it carries a credential."""
    if type(client) is str and credentials.speaks(snake(last_name(client))):
        return True
    origins = program.evaluator.origins(site.file, site.scope, client)
    return any(isinstance(o, Ext) and o.site is not None and credentials.signs(o.site) for o in origins)


def _credential(shown: Any) -> Any:
    """What of the headers says who calls: the value of the header that is no plain one, or all of it."""
    if type(shown) is tuple and shown[:1] == ("dict",):
        for key, value in shown[1:]:
            if type(key) is tuple and "auth" in str(key[1]).lower():
                return value
    return shown


def _people(values: list[Any], names: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """The values that stand under names of users, and the parts of addresses that are called so."""
    for part in inside(values, ()):
        match part:
            case ("dict", *pairs):
                yield from (
                    (k[1], v) for k, v in pairs if type(k) is tuple and k[0] == "=" and k[1] in names and v is not None
                )
            case ("<-", *pieces):
                called = [(last_name(p).rstrip("_0123456789"), p) for p in pieces if type(p) is str]
                yield from ((name, p) for name, p in called if name in names)


def _of_all(credential: Any) -> bool:
    """Whether a credential is that of somebody who acts for everybody."""
    return any(OF_ALL.search(snake(part)) for part in inside([credential], ()) if type(part) is str)


def _is_shared(program: Program, sent: Sent, file: int, scope: int) -> bool:
    """Whether a credential is the same whenever the call runs: it hangs on no loop and on nobody's parameter."""
    unit = program.units[file]
    body = unit.body(sent.site.scope)
    for part in inside([sent.credential], ()):
        if type(part) is int and (sent.site.scope != scope or _loops(body, body.calls[part][5])):
            return False
        if type(part) is tuple and part[:1] == ("iter",):
            return False
        if type(part) is str and part[0] == "$" and sent.site.scope != scope:
            return False
        bound = unit.header(scope).bindings.get(part.partition(".")[0]) if type(part) is str else None
        if bound is not None and _is_each(bound):
            return False
    return True


def _turns(body: Body, sent: Sent) -> bool:
    return _loops(body, body.calls[sent.site.call][5])


def _loops(body: Body, region: int) -> bool:
    return any(body.regions[at][0] == "loop" for at in chain(body, region))


def _is_each(person: Any) -> bool:
    """Whether a value is another one in each turn of a loop."""
    return any(type(part) is tuple and part[:1] == ("iter",) for part in inside([person], ()))


def _match(program: Program, sent: Sent, entry: str) -> Match:
    call = program.units[sent.site.file].body(sent.site.scope).calls[sent.site.call]
    place = last_name(call[0])
    return Match(
        file=sent.site.file, scope=sent.site.scope, position=call[3], place=place, confidence="medium",
        words={"place": place, "entry": entry},
    )  # fmt: skip
