"""Loading: from files and the command line to one Config."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from isolint.config.areas import DEFAULT_AREAS
from isolint.config.document import read_document
from isolint.config.extending import extended
from isolint.config.layer import Layer, unique
from isolint.config.model import Choice, Config, Overrides
from isolint.config.root import locate

DEFAULT_EXCLUDE: Final = (
    ".direnv",
    ".eggs",
    ".git",
    ".hg",
    ".hypothesis",
    ".mypy_cache",
    ".nox",
    ".pytest_cache",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    "__pycache__",
    "__pypackages__",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)
NO_OVERRIDES: Final = Overrides()


def load(
    given: Sequence[Path],
    *,
    cwd: Path,
    root: Path | None = None,
    file: Path | None = None,
    overrides: Overrides = NO_OVERRIDES,
) -> Config:
    """The configuration for a run over the given paths, from `file` where one is named, else from the root's own."""
    folder, document = locate(given, cwd, root)
    if file is not None:
        document = read_document(cwd / file, cwd)
    layer = extended(document, cwd) if document else Layer()
    return Config(
        root=folder,
        file=document.file if document else None,
        paths=layer.paths or (".",),
        exclude=unique(DEFAULT_EXCLUDE + layer.exclude + overrides.exclude),
        packs=layer.packs,
        vocabulary=layer.vocabulary,
        areas=(*layer.areas.values(), *DEFAULT_AREAS),
        parameters=layer.parameters,
        baseline=layer.baseline or ".isolint-baseline.json",
        choices=(choice_of(layer, "", overrides),),
        overrides=overrides,
        history=layer.history or ".isolint-history.jsonl",
    )


def choice_of(layer: Layer, folder: str, overrides: Overrides) -> Choice:
    """The choice for a folder; the command line has the last word."""
    spoken = Layer(
        select=overrides.select or None,
        extend_select=overrides.extend_select,
        ignore=unique((layer.ignore or ()) + overrides.ignore),
        min_confidence=overrides.min_confidence,
        strict=overrides.strict,
    )
    whole = spoken.over(layer)
    return Choice(
        folder=folder,
        select=whole.select or (),
        extend_select=whole.extend_select,
        ignore=whole.ignore or (),
        per_file_ignores=tuple(whole.per_file_ignores.items()),
        severity=whole.severity,
        min_confidence=whole.min_confidence or "medium",
        strict=whole.strict or False,
        fixable=whole.fixable or (),
        unfixable=whole.unfixable or (),
    )
