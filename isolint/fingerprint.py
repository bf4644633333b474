"""The fingerprint of a finding, by which baselines and code hosts know it again after edits around it."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from hashlib import sha256
from typing import Final

SCHEME: Final = "1"
_BLANKS: Final = re.compile(r"\s+")
_TRAILING_COMMA: Final = re.compile(r",(?=[)\]}])")


def fingerprint(code: str, symbol: str, place: str, anchor_text: str, ordinal: int) -> str:
    """16 hexadecimal digits that hold neither line, folder, message, trace nor entry.

    `symbol` is the qualified name inside the module; `place` must be spelt without the module's own name too, or a
    renamed file loses its baseline. `ordinal` tells equal findings of one file apart, see `number`.
    """
    parts = (SCHEME, code, symbol, place, normalised(anchor_text), str(ordinal))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def normalised(anchor_text: str) -> str:
    """The text without what a formatter changes: blanks, line breaks, the kind of quotes, trailing commas."""
    return _TRAILING_COMMA.sub("", _BLANKS.sub("", anchor_text).replace("'", '"'))


def number(keys: Iterable[Hashable]) -> tuple[int, ...]:
    """How many equal keys came before each one; a key holds the path and all that `fingerprint` is given.

    >>> number(["a", "b", "a"])
    (0, 0, 1)
    """
    seen: Counter[Hashable] = Counter()
    ordinals = []
    for key in keys:
        ordinals.append(seen[key])
        seen[key] += 1
    return tuple(ordinals)
