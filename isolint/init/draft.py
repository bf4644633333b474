"""Draft: the configuration with what is proposed at its end, checked before a byte of it is written."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from isolint.config import Config
from isolint.config.document import Document
from isolint.config.keys import understand
from isolint.config.spot import Spot
from isolint.errors import UsageError, reason
from isolint.init.proposal import Proposal
from isolint.init.toml import table, text
from isolint.vocabulary import read_rows

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SHARED: Final = "pyproject.toml"
OWN: Final = "isolint.toml"
ABOVE: Final = ("tool", "isolint")
HEAD: Final = (
    "# What isolint init found of the project's own names: keep what is right.\n"
    "# https://isolint.readthedocs.io/configuration/#vocabulary\n"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file, the text that is added to it, and all its bytes with that text at the end."""

    file: Path
    addition: str
    content: bytes


def drafted(config: Config, proposals: Sequence[Proposal]) -> Draft:
    """The proposals at the end of the configuration: of the one that is there, else of pyproject.toml, else of its own.

    Raises UsageError where the file cannot be added to, or where the result would not say what is proposed.
    """
    shared = config.root / SHARED
    file = config.file or (shared if shared.is_file() else config.root / OWN)
    above = ABOVE if file.name == SHARED else ()
    name = ".".join(above)
    old = _read(file)
    before, told = _parsed(old, file.name), table(proposals)
    mine = _below(before, above)
    for key in told:
        if key in mine:
            raise UsageError(f"{file.name}: {'.'.join((*above, key))}: is there already; add to it by hand what is new")
    head = "" if config.file else f"{HEAD}[{name}]\n\n" if above else f"{HEAD}\n"
    addition = head + text(proposals, name)
    content = _joined(old, addition)
    if _parsed(content, file.name) != _with(before, above, told):
        raise UsageError(f"{file.name}: {name or 'the file'}: cannot be added to; write the rows by hand")
    understand(Document(file, Spot(file.name, name), {**mine, **told}))
    read_rows(told.get("vocabulary", {}), file.name, "vocabulary", "project")
    return Draft(file, addition, content)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise UsageError(f"{file.name}: cannot be read: {reason(error)}") from None


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: {' '.join(str(error).split())}; nothing is written") from None


def _below(data: Any, keys: Sequence[str]) -> Mapping[str, Any]:
    """The table under some keys, or an empty one."""
    for key in keys:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return data if isinstance(data, dict) else {}


def _with(data: Any, keys: Sequence[str], told: Mapping[str, Any]) -> dict[str, Any]:
    """The data with more in the table under some keys."""
    old = data if isinstance(data, dict) else {}
    return {**old, **told} if not keys else {**old, keys[0]: _with(old.get(keys[0], {}), keys[1:], told)}


def _joined(old: bytes, addition: str) -> bytes:
    """The bytes with the text after a blank line, in the line ends that are there."""
    ends = "\r\n" if b"\r\n" in old else "\n"
    between = "" if not old.strip() else ends if old.endswith(b"\n") else ends * 2
    return old + (between + addition.replace("\n", ends)).encode()
