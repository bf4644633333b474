"""Subjects: whether a test is about authentication itself, or wants to be turned away."""

from typing import Any, Final

from isolint.program import Program
from isolint.program.values.origins import Site
from isolint.program.words import TAGS, collect, matcher

REFUSALS: Final = frozenset({401, 403})


class Subjects:
    """What the tests of a program are about; `about` finds the words that speak of authentication, `but` for some."""

    def __init__(self, program: Program, but: frozenset[str] = frozenset()) -> None:
        self._program = program
        self.about = matcher(program.vocabulary.names("authentication-name") - but)
        self._expecting = program.vocabulary.lasts("expects-error")
        self._exempt: dict[tuple[int, int], bool] = {}

    def exempt(self, file: int, scope: int) -> bool:
        """Whether a test is about authentication, by its name, its class or its file, or expects to be turned away."""
        found = self._exempt.get((file, scope))
        if found is None:
            unit = self._program.units[file]
            names = [unit.header(scope).name, unit.path.rpartition("/")[2].removesuffix(".py")]
            if unit.owner(scope) >= 0:
                names.append(unit.header(unit.owner(scope)).name)
            found = any(self._speaks(n) for n in names) or self.refused(file, scope)
            self._exempt[file, scope] = found
        return found

    def _speaks(self, name: str) -> bool:
        return bool(self.about.search(self._program.words.spelt(name)))

    def refused(self, file: int, scope: int) -> bool:
        """Whether a test expects to be turned away."""
        unit = self._program.units[file]
        for inner in self._program.reach.inside(file, scope):
            body = unit.body(inner)
            tests = [t for t, _ in body.asserts] + [r[2] for r in body.regions if r[0] in ("if", "else")]
            if inner == scope:
                header = unit.header(scope)
                tests += [unit.body(header.parent).calls[d][1] for d in header.decorators if type(d) is int]
            if any(self._is_refusal(t) for t in tests):
                return True
            for number, name in enumerate(unit.callees(inner)):
                if name in self._expecting and self._expects(Site(file, inner, number)):
                    return True
        return False

    def _expects(self, site: Site) -> bool:
        """Whether a call says that an error is expected whose words speak of a refusal."""
        if not self._program.expects_error(site):
            return False
        _, arguments, keywords, *_ = self._program.units[site.file].body(site.scope).calls[site.call]
        texts: set[str] = set()
        for value in (*arguments, *[v for _, v in keywords]):
            collect(value, texts)
        return any(self._speaks(t) for t in texts)

    def _is_refusal(self, value: Any) -> bool:
        """Whether a value speaks of a refusal: 401, 403, or a name for them."""
        if type(value) is str:
            return "." in value and self._speaks(value.rpartition(".")[2])
        if type(value) is not tuple or not value:
            return False
        if value[0] == "=":
            return type(value[1]) is int and value[1] in REFUSALS
        return any(map(self._is_refusal, value[1:] if value[0] in TAGS else value))
