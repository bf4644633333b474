"""Gifts: what fixtures give: whether it belongs to one user, keeps state, or is meant to be shared."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.facts import GENERATOR
from isolint.program import Program
from isolint.program.testing.fixtures import Fixture
from isolint.program.values.origins import Cls, Const, Ext, Fn, Mod, Obj, Origin, Origins
from isolint.program.words import snake


class Belongings(NamedTuple):
    """How what belongs to one user is known.

    `owned` are kinds of it, `made` those of them that are made for a user, `named` words that names of such fixtures
    end with; `infrastructure` words in names of what tests run on, `lasting` kinds of what is meant to be shared.
    """

    owned: tuple[str, ...]
    made: tuple[str, ...]
    named: tuple[str, ...]
    infrastructure: tuple[str, ...]
    lasting: tuple[str, ...]


class Gifts:
    """Answers about fixtures."""

    def __init__(self, program: Program, belongings: Belongings) -> None:
        self._program = program
        self._meaning = program.evaluator.meaning
        self._told = belongings

    def values(self, fixture: Fixture) -> list[Any]:
        """What a fixture returns or yields, as values of its scope."""
        unit = self._program.units[fixture.file]
        body = unit.body(fixture.scope)
        generates = unit.header(fixture.scope).flags & GENERATOR
        return [value for value, _ in (body.yields if generates else body.returns)]

    def origins(self, fixture: Fixture) -> Origins:
        """What this can be."""
        origins = self._program.evaluator.origins
        return tuple(o for value in self.values(fixture) for o in origins(fixture.file, fixture.scope, value))

    def owned(self, fixture: Fixture) -> str:
        """As what it belongs to one user, by what it is or else by the fixture's name; empty where it does not."""
        given = self.origins(fixture)
        for kind in self._told.owned:
            if any(self._meaning.has_kind(each, kind) for origin in given for each in _made(origin)):
                return "what is made for one user" if kind in self._told.made else f"a {kind.replace('-', ' ')}"
        unknown = all(value is None for value in self.values(fixture))
        if unknown or self.is_lasting(given) or self.is_infrastructure(fixture):
            return ""
        container = any(self._meaning.has_kind(o, "container") for o in given)
        return next((what for what, words in self._words(container=container) if _ends(fixture.name, words)), "")

    def _words(self, *, container: bool) -> Iterator[tuple[str, frozenset[str]]]:
        names = self._program.vocabulary.names
        yield "a credential", names("credential-name")
        yield "a user or an identity", names("identity-name")
        if not container:
            yield from ((f"a {word}", frozenset({word})) for word in self._told.named)

    def is_infrastructure(self, fixture: Fixture) -> bool:
        """Whether a fixture's name speaks of what tests run on."""
        name = snake(fixture.name)
        return any(f"_{word}_" in name for word in self._told.infrastructure)

    def is_lasting(self, given: Origins) -> bool:
        """Whether it is nothing that a test could change, or is meant to be shared."""
        return bool(given) and all(
            type(o) in (Const, Fn, Cls, Mod) or any(self._meaning.has_kind(o, kind) for kind in self._told.lasting)
            for o in given
        )


def _ends(name: str, words: frozenset[str]) -> bool:
    return any(snake(name).endswith(f"_{word.strip('_')}_") for word in words)


def _made(origin: Origin) -> tuple[Origin, ...]:
    """An origin, and the class or function that it was made by."""
    match origin:
        case Obj(cls, _):
            return (origin, cls)
        case Ext(path, site) if path.endswith("()"):
            return (origin, Ext(path.removesuffix("()"), site))
    return (origin,)
