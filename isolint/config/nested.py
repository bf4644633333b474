"""Nested configurations: a folder's own file changes the choice of rules for that folder, and nothing else."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from isolint.config.document import document_in
from isolint.config.extending import extended
from isolint.config.loading import choice_of
from isolint.config.model import Config


def with_nested(config: Config, folders: Iterable[str]) -> Config:
    """The configuration with a choice for each of the folders, relative to the root, that configures isolint.

    What a nested file does not say is as in the folder around it. Keys that belong at a root are not errors there,
    since the folder may be linted on its own, but they do nothing.
    """
    for folder in sorted(folders, key=lambda each: PurePosixPath(each).parts):
        document = document_in(config.root / folder, config.root) if folder else None
        if document is None:
            continue
        layer = extended(document, config.root)
        own = {_within(folder, pattern): codes for pattern, codes in layer.per_file_ignores.items()}
        layer = replace(layer, per_file_ignores=own).over_choice(config.choice(folder))
        config = replace(config, choices=(*config.choices, choice_of(layer, folder, config.overrides)))
    return config


def _within(folder: str, pattern: str) -> str:
    """A gitignore-style pattern of a folder, as the root would write it.

    >>> _within("services/api", "tests/*.py"), _within("services/api", "!legacy.py")
    ('/services/api/tests/*.py', '!/services/api/**/legacy.py')
    """
    negation = "!" if pattern.startswith("!") else ""
    rest = pattern.removeprefix("!")
    anchored = "/" in rest.rstrip("/")
    literal = re.sub(r"([\\*?\[\]])", r"\\\1", folder)
    return f"{negation}/{literal}/{'' if anchored else '**/'}{rest.lstrip('/')}"
