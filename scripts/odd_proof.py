"""What a fix must leave alone, proved from the bytes of a file before and after by `tokenize` and `difflib` alone."""

import codecs
import io
import re
import tokenize
from collections import Counter
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from typing import Final

from odd_bytes import compiles

# What may go, by rule: a pattern for comments and strings, and why.
MAY_GO: Final = {
    "ISO002": (r"#.*isolint:.*", "the idle comment is what is taken away"),
    "ISO406": (r"[\"'](test_user|thread-1)[\"']", "the literal user gives way to one of its own"),
    "ISO502": (r"[\"']module[\"']", "the width of a fixture goes"),
}
# What comments and strings may go with, by rule: a pattern for the lines that are taken away, and why.
MAY_GO_WITH: Final = {
    "ISO204": (r"\.\s*close\s*\(", "the manager closes, so what closed goes, with the comments above it and in it"),
    "ISO402": (r"\.\s*reset\s*\(", "as with ISO204"),
    "ISO404": (r"\.\s*cleanup\s*\(", "as with ISO204"),
    "ISO502": (r"\bscope[\s\\]*=", "the argument goes, with the comments at it"),
    "ISO504": (r"environ", "what put a variable back goes"),
}
# What may be found elsewhere afterwards, by rule, and why.
MAY_MOVE: Final = {
    "ISO110": "a default moves into the body",
    "ISO107": "an attribute of the class moves into `__init__`",
    "ISO503": "what a list begins with moves into a fixture",
}
# What a string may have become at its end, by rule, and why.
MAY_GROW: Final = {
    "ISO110": (" | None", "an annotation in quotes allows None, which the default is from now on"),
}
IMPORT: Final = r"(?m)^[ \t]*(from|import)\b"  # one that nothing needs any more goes, with the comments at it
_LINE: Final = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END: Final = re.compile(rb"\r\n|\r|\n")
_TOLD: Final = frozenset({"COMMENT", "STRING", "FSTRING_MIDDLE", "TSTRING_MIDDLE"})


def faults(before: bytes, after: bytes, rules: Collection[str]) -> list[str]:
    """What is wrong with what the fixes of some rules made of a file; nothing where all is well."""
    if not compiles(after):
        return ["it does not compile"]
    found = [*_encoding(before, after), *_ends(before, after), *_outside(before, after)]
    return found or list(_told(before, after, rules))


def _encoding(before: bytes, after: bytes) -> Iterator[str]:
    if before.startswith(codecs.BOM_UTF8) != after.startswith(codecs.BOM_UTF8):
        yield "the byte order mark came or went"
    old, new = _codec(before), _codec(after)
    if old != new:
        yield f"the encoding was {old} and is {new}"


def _codec(data: bytes) -> str:
    """The encoding, wherever lines end."""
    head = _END.sub(b"\n", b"".join(_LINE.findall(data)[:2]))
    return tokenize.detect_encoding(io.BytesIO(head).readline)[0]


def _ends(before: bytes, after: bytes) -> Iterator[str]:
    """Line ends stay what they were: all alike where all were alike, and with the lines that both versions have."""
    old, new = set(_END.findall(before)), set(_END.findall(after))
    if len(old) == 1 and not new <= old:
        yield f"lines end with {sorted(new)!r}, where all ended with {sorted(old)!r}"
    for gone, come in _hunks(before, after):
        ends: dict[bytes, set[bytes]] = {}
        for line in gone:
            if before.endswith(line):  # what was last need not be so any more, and ends as others do then
                ends.setdefault(line.strip(), set()).add(b"")
            ends.setdefault(line.strip(), set()).add(line[len(line.rstrip(b"\r\n")) :])
        for line in come:
            end = line[len(line.rstrip(b"\r\n")) :]
            known = ends.get(line.strip(), {end})
            if line.strip() and end not in known and b"" not in known:
                yield f"another line end behind {line.strip()[:60]!r}"


def _outside(before: bytes, after: bytes) -> Iterator[str]:
    """The last line end, and blanks at the ends of lines that are otherwise the same."""
    for gone, come in _hunks(before, after):
        bare = Counter(line.strip() for line in gone if line.strip())
        tails = Counter(_tail(line) for line in gone if line.strip())
        for line in come:
            if bare[line.strip()] == 1 and not tails[_tail(line)]:
                yield f"other blanks behind {line.strip()[:60]!r}"
    if (
        before[-1:] not in (b"\r", b"\n")
        and after[-1:] in (b"\r", b"\n")
        and before.strip()[-30:] == after.strip()[-30:]
    ):
        yield "a line end came to the last line"


def _tail(line: bytes) -> tuple[bytes, bytes]:
    body = line.rstrip(b"\r\n")
    return line.strip(), body[len(body.rstrip()) :]


def _hunks(before: bytes, after: bytes) -> list[tuple[list[bytes], list[bytes]]]:
    """The lines that a plain diff takes away and puts in, hunk by hunk."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for kind, a, b, c, d in codes if kind != "equal"]


def _told(before: bytes, after: bytes, rules: Collection[str]) -> Iterator[str]:
    """Comments and strings that are there no more, or elsewhere."""
    old, new = _tokens(before), _tokens(after)
    lost = _missing(old, new)
    spare = Counter(new) - (Counter(old) - Counter(lost))
    may_go = [re.compile(MAY_GO[rule][0], re.DOTALL) for rule in rules if rule in MAY_GO]
    patterns = [IMPORT, *(MAY_GO_WITH[rule][0] for rule in rules if rule in MAY_GO_WITH)]
    gone = [text for pattern in patterns for text in _gone(before, after, pattern)]
    grown = [MAY_GROW[rule][0] for rule in rules if rule in MAY_GROW]
    may_move = any(rule in MAY_MOVE for rule in rules)
    for token in lost:
        elsewhere = spare[token] > 0
        spare[token] -= elsewhere
        kind = "comment" if token.startswith("#") else "string"
        longer = any(spare[f"{token[:-1]}{more}{token[-1]}"] > 0 for more in grown)
        if (
            longer
            or any(token in text for text in gone)
            or any(pattern.fullmatch(token) for pattern in may_go)
            or (elsewhere and may_move)
        ):
            continue
        yield f"the {kind} {token[:60]!r} {'stands elsewhere' if elsewhere else 'is gone'}"


def _gone(before: bytes, after: bytes, pattern: str) -> Iterator[str]:
    """The runs of lines that are nowhere afterwards, whatever their indentation, and in which a pattern is found."""
    old, new = ([line.strip() for line in _lines(data)] for data in (before, after))
    for kind, first, last, *_ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        text = "\n".join(_lines(before)[first:last])
        if kind != "equal" and re.search(pattern, text):
            yield text


def _lines(data: bytes) -> list[str]:
    return _text(data).split("\n")


def _text(data: bytes) -> str:
    """The text with one kind of line ends."""
    body = data.removeprefix(codecs.BOM_UTF8)
    return _END.sub(b"\n", body).decode(_codec(data).removesuffix("-sig"))


def _tokens(data: bytes) -> list[str]:
    """Comments and strings, in their order."""
    tokens = tokenize.generate_tokens(io.StringIO(_text(data)).readline)
    return [each.string for each in tokens if tokenize.tok_name[each.type] in _TOLD]


def _missing(old: list[str], new: list[str]) -> list[str]:
    """Those of one list that the longest common subsequence of both lacks."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            same = old[row] == new[column]
            best = max(longest[row + 1][column], longest[row][column + 1])
            longest[row][column] = longest[row + 1][column + 1] + 1 if same else best
    lost, row, column = [], 0, 0
    while row < len(old):
        if column < len(new) and old[row] == new[column]:
            row, column = row + 1, column + 1
        elif column < len(new) and longest[row][column + 1] >= longest[row + 1][column]:
            column += 1
        else:
            lost.append(old[row])
            row += 1
    return lost
