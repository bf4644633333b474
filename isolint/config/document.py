"""Document: a TOML file that configures isolint, found and parsed but not yet understood."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from isolint.config.spot import Spot

# A file of isolint's own says more plainly than a shared one that it is meant.
NAMES: Final = ("isolint.toml", ".isolint.toml", "pyproject.toml")

_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Document:
    """The table that holds isolint's keys, and the spot of that table."""

    file: Path
    spot: Spot
    table: Mapping[str, object]


def read_document(file: Path, seen_from: Path) -> Document:
    """The document in a file that must be a configuration; messages name the file as seen from a folder."""
    document = _parse(file, seen_from)
    if document is None:
        raise Spot(_shown(file, seen_from)).error("expected a table [tool.isolint]")
    return document


def document_in(folder: Path, seen_from: Path) -> Document | None:
    """The configuration that a folder holds, if it holds one."""
    for name in NAMES:
        file = folder / name
        if file.is_file() and (document := _parse(file, seen_from)):
            return document
    return None


def _parse(file: Path, seen_from: Path) -> Document | None:
    """The document, or None for a pyproject.toml without isolint's table."""
    spot = Spot(_shown(file, seen_from))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise spot.error(f"cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    if file.name != "pyproject.toml":
        return _own(file, spot, _toml(data, spot))
    # Most pyproject.toml files on the way up say nothing about isolint: do not parse them to learn that.
    if b"isolint" not in data:
        return None
    tool = _toml(data, spot).get("tool")
    if not isinstance(tool, dict) or "isolint" not in tool:
        return None
    spot = spot.at("tool").at("isolint")
    return Document(file, spot, spot.table(tool["isolint"]))


def _own(file: Path, spot: Spot, table: dict[str, Any]) -> Document:
    if "tool" in table:
        raise spot.at("tool").error("expected isolint's keys at the top level; [tool.isolint] is for pyproject.toml")
    return Document(file, spot, table)


def _toml(data: bytes, spot: Spot) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Spot(f"{spot.file}:{line}").error("expected UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else data.rstrip().count(b"\n") + 1
        # The parser quotes what it met, which may hold a line break.
        what = " ".join(_PLACE.sub("", str(error)).split())
        raise Spot(f"{spot.file}:{line}").error(what[:1].lower() + what[1:]) from None
    except RecursionError:
        raise spot.error("nested too deeply") from None


def _shown(file: Path, seen_from: Path) -> str:
    """The file relative to the folder where it lies under it, else absolute."""
    path, base = os.path.normpath(file), os.path.normpath(seen_from)
    return os.path.relpath(path, base) if path.startswith(os.path.join(base, "")) else path
