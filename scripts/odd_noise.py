"""Noise: the odd surroundings of a snippet, which stay valid Python: comments, literals, statements, indentation."""

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from random import Random
from typing import Final

STRINGS: Final = (
    '"plain"', "'it\\'s'", 'r"\\d+ # no comment"', "f\"{'nested'} {1 + 1!r:>{4}}\"", 'f"{len(\'abc\')=}"',
    '"""three\n  lines # no comment\n\tdef fake(): pass\n"""', "'''\n    os.environ['X'] = 'y'\n'''",
    '"one" \'two\'', 'f"""{\n    1\n}"""', '"ls\u2028 nel\x85 end"', '"größe ✓"', 'u"u"', 'F"{{}}"', '"vt\x0bff\x0c"',
    "f'{(lambda x: x)(1):0>5}'", '""', '("a"\n    # between strings\n    "b")', '"back\\\nslash"',
)  # fmt: skip
STATEMENTS: Final = (
    "fst_{n}, *_rest_{n} = 1, 2, 3", "lam_{n} = lambda a, /, b=1, *c, d=2, **e: (a, b, c, d, e)",
    "if (walrus_{n} := 5) > 3: pass", "one_{n} = 1; two_{n} = 2;", "x_{n} = 1 < 2 < 3 is not None",
    "set_{n} = {*[1], *(2, 3)}; dict_{n} = {**{}}", "def inner_{n}(a: int = 1, /, *b) -> '...': ...",
    "class Inner_{n}: ...", "grö_{n}ße = 'ü'", "del_{n} = 1\ndel del_{n}", "with open(__file__) as f_{n}, f_{n}: pass",
    "match 5:\n    case 1 | 2: pass\n    case [1, *_] if True:\n        pass\n    # before the last\n    case _: ...",
    "try: pass\nexcept (ValueError, OSError) as fault_{n}: raise\nelse: pass\nfinally: pass",
    "for i_{n} in (1, 2): continue\nelse: pass", "while False: break",
    "long_{n} = '" + "x" * 2000 + "'", "deep_{n} = " + "(" * 50 + "1" + ")" * 50, "matrix_{n} = 1 @ 2 if 0 else 3",
    "async def gen_{n}():\n    return [x async for x in gen_{n}() if await x]",
    "def outer_{n}():\n    held = 1\n    def inside():\n        nonlocal held\n        held += 1\n    return inside",
    "num_{n} = 0x_FF + 1_000 + .5 + 1e10 + 3j", "slice_{n} = [1, 2, 3][::2, ...] if 0 else not 1",
    "@lambda f: f\ndef dec_{n}(): pass", "assert True, 'fine'", "comp_{n} = {k: v for k, v in {}.items() if k if v}",
)  # fmt: skip
TOP: Final = (
    "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from shop.engines import UserExecutionContext as UEC\n",
    "from . import *  # noqa\n", "__all__ = ['a',\n           'b'] + []\n",
    "import sys\nif sys.platform: import json as js\n",
    "try:\n    import tomllib\nexcept ImportError:\n    tomllib = None\n", "import os as _os, re as _re; import abc\n",
    "from typing import overload\n@overload\ndef over_{n}(a: int) -> int: ...\n\ndef over_{n}(a): return a\n",
    "counter_{n} = 0\ndef count_{n}():\n    global counter_{n}\n    counter_{n} += 1\n",
    "".join("    " * level + "if True:\n" for level in range(48)) + "    " * 48 + "deepest_{n} = 1\n",
)  # fmt: skip
NEW: Final = (
    "type Alias_{n}[T] = list[T]\n", "def first_{n}[T: (int, str), *U, **P](items: list[T]) -> T: ...\n",
    "class Box_{n}[T]:\n    held: T\n", "f\"{'a' + f\"{1}\"}\"\n",
)  # fmt: skip
REMARKS: Final = (
    "note", "type: ignore", "fmt: off", "fmt: on", "fmt: skip", "noqa: E501", "pragma: no cover", "größe ✓",
    "def fake(): pass", "ls\u2028x", "nel\x85x", '"""', "", "TODO: os.environ['X'] = 'y'", "!", "ff\x0cx", "\\",
)  # fmt: skip
COMPOUND: Final = frozenset({"if", "for", "while", "with", "try", "def", "class", "async", "else", "elif", "except",
                             "finally", "match", "case", "@"})  # fmt: skip
FOLLOWING: Final = frozenset({"else", "elif", "except", "finally", "case"})
_HELD: Final = re.compile(r"@S")
_QUIET: Final = (tokenize.INDENT, tokenize.DEDENT, tokenize.NL, tokenize.COMMENT)


class Noise:
    """What one file is given; `level` is how much, from 0 to 1."""

    def __init__(self, chance: Random, level: float) -> None:
        self.chance, self.level = chance, level
        self._number = 0

    def code(self, canonical: str) -> str:
        """A piece of code among other statements, as odd as the level asks for, indented by four blanks."""
        text = _HELD.sub(lambda _: self._string(), canonical)
        return self._among(text)

    def top(self) -> str:
        """Some statements that only stand at the top of a module."""
        pieces = (*TOP, *NEW) if sys.version_info >= (3, 12) else TOP
        return self.chance.choice(pieces).replace("{n}", self._next())

    def written(self, text: str) -> str:
        """The same code with other blanks, lines, comments and indentation between its tokens."""
        return "".join(self._pieces(list(tokenize.generate_tokens(io.StringIO(text).readline)), text.split("\n")))

    def remark(self) -> str:
        """A comment that no other one is like."""
        mark = self.chance.choice(("# ", "#", "#: ", "## "))
        return f"{mark}{self.chance.choice(REMARKS)} {self._next()}"

    def _next(self) -> str:
        self._number += 1
        return f"n{self._number}"

    def _may(self, share: float) -> bool:
        return self.chance.random() < share * self.level

    def _string(self) -> str:
        return self.chance.choice(STRINGS)

    def _among(self, text: str) -> str:
        """Statements before some of those that follow another one in their block."""
        lines = text.split("\n")
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
        before = "@"
        first, places = True, []
        for number, token in enumerate(tokens):
            if token.type == tokenize.NEWLINE:
                first = True
            elif first and token.type not in _QUIET:
                moved = tokens[number - 1].type == tokenize.INDENT
                if not moved and token.string not in FOLLOWING and before != "@" and token.string:
                    places.append((token.start[0], token.start[1]))
                before, first = token.string, False
        for row, column in reversed(places):
            if self._may(0.25):
                made = self.chance.choice(STATEMENTS).replace("{n}", self._next())
                lines[row - 1 : row - 1] = [" " * column + line for line in made.split("\n")]
        return "\n".join(lines)

    def _pieces(self, tokens: list[tokenize.TokenInfo], lines: list[str]) -> Iterator[str]:
        indents = [""]
        depth = literal = 0
        fresh, head, end = True, "", (1, 0)
        for number, token in enumerate(tokens):
            name = tokenize.tok_name[token.type]
            literal += name in {"FSTRING_START", "TSTRING_START"}
            match name:
                case "INDENT":
                    indents.append(
                        indents[-1] + self.chance.choice(("    ", "    ", "    ", "  ", "\t", "        ", " "))
                    )
                    end = token.end
                    continue
                case "DEDENT":
                    indents.pop()
                    end = token.end
                    continue
                case "NL" if depth == 0:
                    yield "\n"
                    end = (token.end[0] + 1, 0)
                    continue
                case "COMMENT" if depth == 0 and fresh:
                    yield self._blank(indents[-1]) + token.string
                    end = token.end
                    continue
                case "NEWLINE":
                    yield self._line_end(head, tokens[number - 1])
                    yield "".join(self._between(indents))
                    fresh, end = True, (token.end[0] + 1, 0)
                    continue
                case "ENDMARKER":
                    return
            if fresh:
                yield self._feed() + indents[-1]
                head, fresh = token.string, False
            elif literal and name not in {"FSTRING_START", "TSTRING_START"}:
                yield _gap(lines, end, token.start)
            else:
                yield self._gap(_gap(lines, end, token.start), tokens[number - 1], depth)
            yield token.string if name != "FSTRING_MIDDLE" else _gap(lines, token.start, token.end)
            literal -= name in {"FSTRING_END", "TSTRING_END"}
            if token.type == tokenize.OP:
                depth += token.string in "([{"
                depth -= token.string in ")]}"
            end = token.end if name != "NL" else (token.end[0] + 1, 0)

    def _gap(self, found: str, before: tokenize.TokenInfo, depth: int) -> str:
        """What stands between two tokens of a statement."""
        if "#" in found or before.type in {tokenize.COMMENT, tokenize.NL}:
            return found
        if depth and before.string in {"(", ",", "["} and self._may(0.15):
            return self.chance.choice((
                f"  {self.remark()}\n{self._blank('    ')}", f"\n{self.remark()}\n   {self.remark()}\n ",
                "\n\n      ", "\n\t", " \x0c ", "   ",
            ))  # fmt: skip
        if self._may(0.02):
            return self.chance.choice((" \\\n    ", " \\\n", "\t", "  ")) if found or depth else found + " "
        return found

    def _line_end(self, head: str, last: tokenize.TokenInfo) -> str:
        if last.type == tokenize.COMMENT:
            return "\n"
        if head not in COMPOUND and last.string not in {":", ";"} and self._may(0.05):
            return self.chance.choice((";\n", " ; \n", f"; {self.remark()}\n"))
        if self._may(0.2):
            return f"{self.chance.choice(('  ', ' ', '', chr(9)))}{self.remark()}\n"
        return "  \n" if self._may(0.05) else "\n"

    def _between(self, indents: list[str]) -> Iterator[str]:
        """Lines without code between two statements, however they are indented."""
        while self._may(0.15):
            yield self._blank(indents[-1]) + self.remark() + "\n"
            if self._may(0.2):
                yield self.chance.choice(("\n", "   \n", "\t\n", "\x0c\n", "\n\n\n"))

    def _blank(self, indent: str) -> str:
        if not self._may(0.5):
            return indent
        return self.chance.choice(("", indent + "  ", indent[:-1], "\t", " " * 30))

    def _feed(self) -> str:
        return "\x0c" if self._may(0.003) else ""


def _gap(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text between two places, rows counted from 1."""
    if start >= end:
        return ""
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] : end[1]]
    return "\n".join([lines[start[0] - 1][start[1] :], *lines[start[0] : end[0] - 1], lines[end[0] - 1][: end[1]]])
