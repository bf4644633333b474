"""flake8's plugin: the findings of the whole project, handed to flake8 file by file."""

import io
import multiprocessing
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from flake8.exceptions import ExecutionError
from flake8.utils import stdin_get_value

from isolint import __version__
from isolint.config import Config, load
from isolint.engine import Outcome, Request, check
from isolint.errors import UsageError

if TYPE_CHECKING:
    import argparse
    import ast

    from flake8.options.manager import OptionManager

STDIN: Final = "-"
# flake8 says E999 itself, and whether a `# noqa` is of use cannot be known before it has read the other plugins' answers.
LEFT_TO_FLAKE8: Final = frozenset({"ISO001", "ISO002"})
BYTE_ORDER_MARKS: Final = ("\ufeff", "\xef\xbb\xbf")  # the second is what the first becomes in Latin-1

# 1-based line, 0-based column in code points, text that begins with the code
Answer = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run found in one file, and the hash of the text in which it was found."""

    digest: bytes
    answers: tuple[Answer, ...]


class Plugin:
    """What flake8 makes for each file; which rules run is what `[tool.isolint]` says.

    The two class attributes that `parse_options` sets are the one mutable state of isolint that outlives a call: flake8
    hands a plugin its options in no other way, and forks its workers after that.
    """

    name = "isolint"
    version = __version__

    _run: ClassVar["Run | None"] = None
    _checked: ClassVar[Mapping[str, Checked]] = MappingProxyType({})

    def __init__(self, tree: "ast.AST", filename: str, lines: Sequence[str]) -> None:
        self._filename = filename
        self._text = "".join(lines)

    @classmethod
    def add_options(cls, manager: "OptionManager") -> None:
        """Add the one option, which can stand in flake8's configuration too."""
        manager.add_option(
            "--isolint-config",
            metavar="FILE",
            parse_from_config=True,
            normalize_paths=True,
            help="The file with isolint's configuration, if not the one that it finds itself.",
        )
