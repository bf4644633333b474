"""Subjects: whether a test is about authentication itself, or wants to be turned away."""

import re
from dataclasses import dataclass
from typing import Any, Final

from isolint.program import Program
from isolint.program.values.origins import Site
from isolint.program.words import TAGS, collect, snake

REFUSALS: Final = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the tests of a program are about; `about` finds the words that speak of authentication."""

    program: Program
    about: re.Pattern[str]

    def exempt(self, file: int, scope: int) -> bool:
        """Whether a test is about authentication, by its name, its class or its file, or expects to be turned away."""
        unit = self.program.units[file]
        names = [unit.header(scope).name, unit.path.rpartition("/")[2].removesuffix(".py")]
        if unit.owner(scope) >= 0:
            names.append(unit.header(unit.owner(scope)).name)
        return any(self.about.search(snake(n)) for n in names) or self.refused(file, scope)

    def refused(self, file: int, scope: int) -> bool:
        """Whether a test expects to be turned away."""
        unit = self.program.units[file]
        for inner in self.program.reach.inside(file, scope):
            body = unit.body(inner)
            tests = [t for t, _ in body.asserts] + [r[2] for r in body.regions if r[0] in ("if", "else")]
            if inner == scope:
                header = unit.header(scope)
                tests += [unit.body(header.parent).calls[d][1] for d in header.decorators if type(d) is int]
            if any(_refused(t, self.about) for t in tests):
                return True
            if any(self._expects(Site(file, inner, n)) for n in range(len(body.calls))):
                return True
        return False

    def _expects(self, site: Site) -> bool:
        """Whether a call says that an error is expected whose words speak of a refusal."""
        if not self.program.expects_error(site):
            return False
        _, arguments, keywords, *_ = self.program.units[site.file].body(site.scope).calls[site.call]
        texts: set[str] = set()
        for value in (*arguments, *[v for _, v in keywords]):
            collect(value, texts)
        return any(self.about.search(snake(t)) for t in texts)


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
