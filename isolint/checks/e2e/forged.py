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
SCHEME: Final = "bearer"
BEGINNING: Final = frozenset({"b", "B"})  # of texts that say `bearer`
PARTS: Final = frozenset({"|", ":", "list", "tuple", "set", "*", "[]", "iter", "<-", "dict"})
LONG: Final = 40


def may_show(value: Any) -> bool:
    """Whether a value written out can be one that shows a credential."""
    if type(value) is not tuple or not value:
        return False
    match value[0]:
        case "=":
            return isinstance(value[1], str) and _shows(value[1])
        case "dict":
            return any(may_show(inner) for _, inner in value[1:])
        case "<-":
            return _may_come_to(value)
    return value[0] in PARTS and any(map(may_show, value[1:]))


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
        if type(value) is not tuple or not value:
            return
        tag = value[0]
        if tag == "=":
            if isinstance(value[1], str) and _shows(value[1]):
                yield from self._shown((value[1],))
        elif tag == "dict":
            for _, inner in value[1:]:
                yield from self.inside(file, scope, inner)
        elif tag == "<-":
            if _may_come_to(value):
                yield from self._shown(self._texts(file, scope, value))
        elif tag in PARTS:
            for part in value[1:]:
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


def _shows(text: str) -> bool:
    """Whether a text shows a credential; most say neither `bearer` nor `token=`."""
    return ("=" in text or text[:1] in BEGINNING) and SHOWN.search(text) is not None


def _may_come_to(pieces: Any) -> bool:
    """Whether a text that is put together can begin with a scheme, or has a token in its address."""
    first, told = pieces[1], [piece[1] for piece in pieces[1:] if type(piece) is tuple and piece[:1] == ("=",)]
    if not (type(first) is tuple and first[:1] == ("=",)):
        begins = all(type(each) is str for each in told)  # what has a number in it is compared or counted
    else:
        begin = str(first[1]).lower()
        begins = begin.startswith(SCHEME) or SCHEME.startswith(begin)
    return begins or any(_is_text(piece) and "token=" in str(piece[1]).lower() for piece in pieces[1:])


def _is_text(value: Any) -> bool:
    return type(value) is tuple and value[:1] in (("=",), ("<-",))


def _cut(text: str) -> str:
    plain = text.replace(HOLE, "..")
    return plain if len(plain) <= LONG else f"{plain[:LONG]}.."
