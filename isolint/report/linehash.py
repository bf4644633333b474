"""The hash by which GitHub recognises a line in later analyses (`primaryLocationLineHash`)."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

_BLOCK: Final = 100
_FACTOR: Final = 37
_END: Final = 0xFFFF
_MASK: Final = (1 << 64) - 1
_LEAVING: Final = pow(_FACTOR, _BLOCK, 1 << 64)


def line_hashes(lines: Sequence[str]) -> list[str]:
    """The hash of every line, the empty one after a final newline included, as github/codeql-action computes it.

    The 100 characters from a line's start on that are neither blank nor tab, over the following lines with
    every line end as LF, then one end mark, then zeros, are the digits of a number to the base 37, modulo 2**64.
    Characters are UTF-16 code units. `:n` tells the n-th line with that hash.
    """
    units = [*_units(_text(lines)), _END]
    starts = [0, *(at + 1 for at, unit in enumerate(units[:-1]) if unit == ord("\n"))]
    # before[i] is the number that the first i units make, so a block's number is a difference of two.
    before = list(accumulate([*units, *[0] * _BLOCK], _append, initial=0))
    seen: Counter[int] = Counter()
    hashes = []
    for start in starts:
        block = (before[start + _BLOCK] - before[start] * _LEAVING) & _MASK
        seen[block] += 1
        hashes.append(f"{block:x}:{seen[block]}")
    return hashes


def _append(number: int, unit: int) -> int:
    return (number * _FACTOR + unit) & _MASK


def _text(lines: Sequence[str]) -> str:
    with_ends = bool(lines) and lines[0].endswith(("\n", "\r"))
    text = ("" if with_ends else "\n").join(lines)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")


def _units(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [low | high << 8 for low, high in zip(data[::2], data[1::2], strict=True)]
