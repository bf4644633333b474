"""Lines: a text by lines as Python counts them, which is not how `str.splitlines` does."""

import re
from typing import Final

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """The lines with their ends; a form feed ends none."""
    return _LINE.findall(text)
