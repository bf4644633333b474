"""Forged: credentials that are written out in a suite instead of issued."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.program import Program
from isolint.program.entry.addresses import HOLE, PIECED, Addresses
from isolint.program.words import matcher, snake

SHOWN: Final = re.compile(
    r"^bearer\s+(?P<header>[^\s]+)$|[?&](?:access_|auth_)?token=(?P<query>[^\s&]+)", re.IGNORECASE
)
PARTS: Final = frozenset({"|", ":", "list", "tuple", "set", "*", "[]", "iter"})
LONG: Final = 40


def may_show(text: str) -> bool:
    """Whether a text written out can be one that shows a credential."""
    return bool(SHOWN.search(text))


class Forgery(NamedTuple):
    """A credential that nobody issued; `plain`: it says so itself."""

    text: str
    plain: bool


class Forged:
    """Answers about values: which credentials they show that somebody wrote down."""

    def __init__(self, program: Program) -> None:
        names = program.vocabulary.names
        self._texts = Addresses(program.evaluator).texts
        self._fake = matcher(names("fake-credential-name"))
        self._refused = matcher(names("refused-credential-name"))

    def inside(self, file: int, scope: int, value: Any) -> Iterator[Forgery]:
        """The forged credentials in a value: in texts, and in displays of headers."""
        match value:
            case ("dict", *pairs):
                for _, v in pairs:
                    yield from self.inside(file, scope, v)
            case ("=", str(text)):
                if SHOWN.search(text):
                    yield from self._shown((text,))
            case ("<-", *_):
                yield from self._shown(self._texts(file, scope, value))
            case (tag, *parts) if tag in PARTS:
                for part in parts:
                    yield from self.inside(file, scope, part)

    def given(self, file: int, scope: int, value: Any) -> Iterator[Forgery]:
        """The forged credential that a value is, where a name says that it is one."""
        for token in self._texts(file, scope, value) if _is_text(value) else ():
            text = token.removesuffix(PIECED)
            if self._fake.search(snake(text)) and not self._refused.search(snake(text)) and " " not in text:
                yield Forgery(_cut(text), plain=True)

    def _shown(self, texts: tuple[str, ...]) -> Iterator[Forgery]:
        """What texts show as a token, where every one of them is written out."""
        found = [SHOWN.search(text.removesuffix(PIECED)) for text in texts]
        tokens = [match["header"] or match["query"] for match in found if match]
        if not tokens or len(tokens) < len(texts) or any(t.startswith(HOLE) or t[0] in "{%<$" for t in tokens):
            return
        words = [snake(token) for token in tokens]
        if any(self._refused.search(word) for word in words):
            return
        yield Forgery(_cut(tokens[0]), all(self._fake.search(word) for word in words))


def _is_text(value: Any) -> bool:
    return type(value) is tuple and value[:1] in (("=",), ("<-",))


def _cut(text: str) -> str:
    plain = text.replace(HOLE, "..")
    return plain if len(plain) <= LONG else f"{plain[:LONG]}.."
