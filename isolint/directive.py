"""Directive: what one comment asks of isolint, `# noqa: ISO101`, `# isolint: ignore[ISO101] reason` and their kin."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from isolint.errors import nearest

_PIECE: Final = re.compile(r"(?:^|(?<=\s))#+(?=\s*[a-z])", re.IGNORECASE)
_OWN: Final = re.compile(r"#+\s*isolint:\s*(?P<verb>[\w-]*)(?P<rest>.*)", re.IGNORECASE)
_NOQA: Final = re.compile(r"#+\s*(?P<file>flake8\s*[:=]\s*)?noqa\b(?P<rest>.*)", re.IGNORECASE)
# flake8's list of codes, and `ISO` without digits: flake8 takes that one for a blanket noqa, which nobody means by it
_CODES: Final = re.compile(
    r"\s*:\s*(?P<codes>(?:[A-Z]+[0-9]+|ISO(?![\w-]))(?:[,\s]*[A-Z]+[0-9]+|\s*,\s*ISO(?![\w-]))*)(?P<reason>.*)",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"[A-Z]+[0-9]+|ISO", re.IGNORECASE)
_PREFIX: Final = re.compile(r"ISO[0-9]{0,3}", re.IGNORECASE)
_CODE_OUTSIDE_BRACKETS: Final = re.compile(r"\s*(?:[:=]|ISO[0-9])", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Z]+[0-9]+|[\w-]+", re.IGNORECASE)
_VERBS: Final = ("ignore", "ignore-file", "shared")
_PUNCTUATION: Final = " \t:;,.-\N{EN DASH}\N{EM DASH}"


@dataclass(frozen=True, slots=True)
class Directive:
    """What one comment asks for.

    `names` holds codes and prefixes of codes in upper case and names of rules in lower case; it is None where the
    comment names nothing and so means everything. `fault` says why a directive of isolint's own is not understood.
    """

    kind: Literal["noqa", "ignore", "shared", "unknown"]
    names: tuple[str, ...] | None = None
    reason: str = ""
    whole_file: bool = False
    fault: str = ""


def is_prefix(name: str) -> bool:
    """Whether a name is a code of isolint's, or the beginning of one, as against the name of a rule."""
    return _PREFIX.fullmatch(name) is not None


def pieces(comment: str) -> Iterator[tuple[int, str]]:
    """The parts of a comment that may be directives, each with its offset: `# type: ignore  # noqa` has two."""
    starts = [match.start() for match in _PIECE.finditer(comment)]
    for start, end in pairwise([*starts, len(comment)]):
        yield start, comment[start:end].rstrip()


def parse(piece: str) -> Directive | None:
    """The directive that a piece of a comment holds, if any."""
    if match := _OWN.match(piece):
        return _own(match["verb"].lower(), match["rest"])
    if match := _NOQA.match(piece):
        return _noqa(match["rest"], whole_file=match["file"] is not None)
    return None


def _noqa(rest: str, *, whole_file: bool) -> Directive:
    if match := _CODES.match(rest):
        names = tuple(code.upper() for code in _CODE.findall(match["codes"]))
        return Directive("noqa", names, _reason(match["reason"]), whole_file)
    return Directive("noqa", None, _reason(rest), whole_file)


def without(piece: str, names: Collection[str]) -> str:
    """A piece that holds a directive, without these of its names; empty where it would name nothing any more."""
    start, end = _listed(piece)
    codes = list(_NAME.finditer(piece, start, end))
    left = [code for code in codes if not {code[0].upper(), code[0].lower()} & {*names}]
    if not left:
        return ""
    gaps = {other: piece[one.end() : other.start()] for one, other in pairwise(codes)}
    text = left[0][0] + "".join(gaps[code] + code[0] for code in left[1:])
    return piece[: codes[0].start()] + text + piece[codes[-1].end() :]


def _listed(piece: str) -> tuple[int, int]:
    """Where the names stand in a piece; nowhere where it names nothing."""
    if match := _OWN.match(piece):
        opened = piece.find("[", match.start("rest"))
        return (opened + 1, piece.find("]", opened)) if match["rest"].lstrip().startswith("[") else (0, 0)
    if (match := _NOQA.match(piece)) and (codes := _CODES.match(match["rest"])):
        return match.start("rest") + codes.start("codes"), match.start("rest") + codes.end("codes")
    return 0, 0


def _own(verb: str, rest: str) -> Directive:
    match verb:
        case "ignore" | "ignore-file":
            return _ignore(rest, whole_file=verb == "ignore-file")
        case "shared" if rest.lstrip().startswith("["):
            return Directive("unknown", fault="`shared` takes no codes")
        case "shared":
            return Directive("shared", reason=_reason(rest))
        case _:
            return Directive("unknown", fault=f"`{verb}` is unknown, {nearest(verb, _VERBS)}")


def _ignore(rest: str, *, whole_file: bool) -> Directive:
    listed, bracket, reason = rest.lstrip().removeprefix("[").partition("]")
    if not rest.lstrip().startswith("["):
        if _CODE_OUTSIDE_BRACKETS.match(rest):
            return Directive("unknown", fault="codes stand in brackets, `ignore[ISO101] reason`")
        return Directive("ignore", None, _reason(rest), whole_file)
    if not bracket:
        return Directive("unknown", fault="its bracket is not closed")
    names = tuple(name.upper() if is_prefix(name) else name.lower() for name in re.split(r"[,\s]+", listed) if name)
    if not names:
        return Directive("unknown", fault="its brackets are empty")
    return Directive("ignore", names, _reason(reason), whole_file)


def _reason(text: str) -> str:
    return text.strip(_PUNCTUATION)
