"""The data types of a configuration, and the digest that caches know it by."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from isolint.finding import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Area:
    """A named set of paths; `paths` are gitignore-style patterns.

    `kind` is that of the tests that live there, "" where the area only groups files for those who own it.
    """

    name: str
    kind: str
    paths: tuple[str, ...]
    markers: tuple[str, ...] = ()
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run, and how loudly; a nested configuration has one of its own for its folder.

    `folder` is relative to the root with forward slashes, "" for the root itself. An empty `select` means the rules
    that are on by default; `extend_select` adds to either, `ignore` has the last word. An empty `fixable` means all
    codes, and `unfixable` has the last word. The patterns of
    `per_file_ignores` are gitignore-style and always relative to the root, those of a nested configuration too.
    """

    folder: str
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...]
    severity: Mapping[str, Severity]
    min_confidence: Confidence
    strict: bool
    fixable: tuple[str, ...] = ()
    unfixable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says over the files: `select` replaces, the other lists add; None leaves as it is."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    strict: bool | None = None
    min_confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that a project chooses; codes are not yet checked against the catalogue.

    `paths`, `exclude`, `packs`, `baseline` and `history` are relative to the root. `choices` begins with the root's
    own; `overrides` is kept because a nested configuration must not win over the command line.
    """

    root: Path
    file: Path | None
    paths: tuple[str, ...]
    exclude: tuple[str, ...]
    packs: tuple[str, ...]
    vocabulary: Mapping[str, Any]
    areas: tuple[Area, ...]
    parameters: Mapping[str, Any]
    baseline: str
    choices: tuple[Choice, ...]
    overrides: Overrides = Overrides()
    history: str = ".isolint-history.jsonl"

    def choice(self, path: str) -> Choice:
        """The choice of the nearest folder that holds `path`, which is relative to the root."""
        holding = (each for each in self.choices if not each.folder or f"{path}/".startswith(f"{each.folder}/"))
        return max(holding, key=lambda each: len(each.folder))


def fingerprint(config: Config) -> str:
    """A digest of all that can change a result: where the project lies on this machine is left out."""
    told = asdict(config)
    for local in ("root", "file", "overrides"):
        del told[local]
    return sha256(json.dumps(told, sort_keys=True, default=repr).encode()).hexdigest()
