"""Results: what a function does with the results of a call, errors among them."""

from collections.abc import Iterator
from typing import Any, Final, Literal

from isolint.checks.outcome.telling import Telling, is_call
from isolint.facts import DISCARDED, FUNCTION, ITERATED, Body
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Site

Fate = Literal["", "dropped", "unread", "counted", "asked", "trusted"]
Part = Literal["", "all", "one", "below", "compared"]

TRUTH: Final = frozenset({"all", "any", "bool", "filter"})
PAIRS: Final = {"enumerate": 1, "zip": 0}  # where the element stands; of `zip`, where it was given
DISPLAYS: Final = frozenset({"list", "tuple", "set"})


class Results:
    """The results of one call; `through` is the kind of what gives them on, `telling` knows what only tells."""

    def __init__(self, program: Program, site: Site, through: str, telling: Telling) -> None:
        self._program = program
        self._site = site
        self._body: Body = program.units[site.file].body(site.scope)
        self._telling = telling
        self._same = {site.call}
        self._paired: dict[int, int] = {}
        for number, call in enumerate(self._body.calls):
            given = any(self._part(v) == "all" for v in call[1])
            if number not in self._same and given and is_call(program, Site(site.file, site.scope, number), through):
                self._same.add(number)
                if last_name(call[0]) in PAIRS:
                    self._paired[number] = PAIRS[last_name(call[0])] or [self._part(v) for v in call[1]].index("all")

    def fate(self) -> Fate:
        """What becomes of them; an empty string where an error may be noticed, or nobody can tell."""
        flags = 0
        for number in self._same:
            flags |= self._body.calls[number][4]
        if flags & DISCARDED:
            return "dropped"
        if self._read_inside():
            return ""
        seen = set(self._uses())
        if "" in seen:
            return ""
        if seen:
            order: tuple[Fate, ...] = ("trusted", "asked", "counted")
            return next(f for f in order if f in seen)
        return "" if flags & ITERATED else "unread"

    def _uses(self) -> Iterator[Fate]:
        body = self._body
        for number, call in enumerate(body.calls):
            if number not in self._same:
                yield from self._call(number, call)
        for base, *_ in body.loads:
            if self._part(base) in ("one", "below"):
                yield "trusted"
        for store in body.stores:
            if any(self._part(v) for v in store[1:4]):
                yield ""
        for value, _ in (*body.returns, *body.yields):
            if self._part(value):
                yield ""
        for kind, value, *_ in body.turns:
            yield from self._asked(kind, value)
        for kind, _, value in body.regions:
            yield from self._asked(kind, value)

    def _call(self, number: int, call: tuple[Any, ...]) -> Iterator[Fate]:
        callee, arguments, keywords, *_ = call
        on = self._part(receiver(callee)) if type(callee) is not int else ""
        if on:
            yield "trusted" if on in ("one", "below") else ""
        given = {self._part(v) for v in (*arguments, *[v for _, v in keywords])} - {""}
        if not given:
            return
        if callee in TRUTH and not given - {"all", "one"}:
            yield "asked"
        elif self._telling.only(Site(self._site.file, self._site.scope, number)):
            yield "trusted" if "below" in given else "counted"
        else:
            yield ""

    def _asked(self, kind: str, value: Any) -> Iterator[Fate]:
        """What a test says of the results, by the kind of the region or turn that it stands for."""
        if kind in ("loop", "return", "bind", "words"):
            return
        match self._part(_alone(value)):
            case "all" if kind in ("if", "else"):
                yield "counted"
            case "one" | "all" if kind in ("if", "else", "filter", "assert", "refute"):
                yield "asked"
            case "below":
                yield "trusted"
            case "one" | "all" | "compared":
                yield ""

    def _part(self, value: Any) -> Part:
        """What of the results a value is: all of them, one, something below one, or what was compared with them."""
        match value:
            case int():
                return "all" if type(value) is int and value in self._same else ""
            case ("with" | ":" | "*", inner, *_):
                return self._part(inner)
            case ("iter", inner):
                return "one" if self._part(inner) in ("all", "one") else self._part(inner)
            case ("[]", ("iter", int(pairs)), ("=", place)) if pairs in self._paired:
                return "one" if self._paired[pairs] == place else ""
            case ("[]", inner, key):
                found = self._part(inner)
                return "one" if found == "all" else found if found != "one" or not _is_key(key) else "below"
            case (".", inner, _):
                return "below" if self._part(inner) else ""
            case ("|", *members):
                parts = {self._part(m) for m in members} - {""}
                return parts.pop() if len(parts) == 1 else "compared" if parts else ""
            case ("<-", *members):
                parts = {self._part(m) for m in members} - {""}
                return "below" if parts == {"below"} else "compared" if parts else ""
            case (tag, *members) if tag in DISPLAYS:
                parts = {self._part(m) for m in members} - {""}
                return "all" if parts == {"one"} else "compared" if parts else ""
            case tuple() if any(contains(value, number) for number in self._same):
                return "compared"
        return ""

    def _read_inside(self) -> bool:
        """Whether a function that is defined inside may read them."""
        file, scope = self._site.file, self._site.scope
        unit = self._program.units[file]
        bindings = unit.header(scope).bindings
        names = {n for n, v in bindings.items() if self._part(v)}
        inner = [s for s in self._program.reach.inside(file, scope)[1:] if unit.header(s).kind == FUNCTION]
        return bool(names) and any(not names.isdisjoint(_free(unit.body(s))) for s in inner)


def _alone(value: Any) -> Any:
    """What a test asks to be there: `x` of `not x` and of `x is not None`."""
    if type(value) is not tuple or value[:1] != ("<-",):
        return value
    parts = [part for part in value[1:] if part != ("=", None)]
    return parts[0] if len(parts) == 1 else value


def _is_key(key: Any) -> bool:
    return type(key) is tuple and key[0] == "="


def _free(body: Body) -> set[str]:
    """The first names of the paths that a body reads."""
    found: set[str] = set()
    stack: list[Any] = [*body]
    while stack:
        part = stack.pop()
        if type(part) is str:
            found.add(part.partition(".")[0])
        elif type(part) is tuple and part[:1] != ("=",):
            stack += part
    return found
