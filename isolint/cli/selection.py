"""Selection: the options that say what a run looks at and which rules it asks, the same for every command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from isolint.cli.always import with_traceback, with_version
from isolint.cli.gathering import gathered
from isolint.cli.words import OneOf, Words, joined
from isolint.config import Config, Overrides, load
from isolint.finding import CONFIDENCES, Confidence
from isolint.rules import catalogue, named
from isolint.source.place import locate

_LIST: Final[Mapping[str, Any]] = {"type": Words(), "multiple": True, "callback": joined}
_OPTIONS: Final = (
    click.option("--select", metavar="CODES", help="Run these rules alone; codes, names, prefixes or ALL.", **_LIST),
    click.option("--extend-select", metavar="CODES", help="Run these rules too.", **_LIST),
    click.option("--ignore", metavar="CODES", help="Do not run these rules.", **_LIST),
    click.option("--strict/--no-strict", default=None, help="Run the strict rules too."),
    click.option(
        "--min-confidence",
        type=OneOf(CONFIDENCES),
        metavar="|".join(CONFIDENCES),
        help="Show findings of this confidence and above; medium unless configured.",
    ),
    click.option("--exclude", metavar="PATTERNS", help="Leave out what these gitignore-style patterns name.", **_LIST),
    click.option("--config", metavar="FILE", help="Read this configuration instead of the root's own."),
    click.option("--root", metavar="FOLDER", help="Take this folder for the project's root."),
    click.option("--jobs", type=click.IntRange(min=0), default=0, help="How many processes; 0 is one a processor."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the cache."),
    with_traceback,
    with_version,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen on the command line."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool | None
    min_confidence: Confidence | None
    exclude: tuple[str, ...]
    config: str | None
    root: str | None
    jobs: int
    no_cache: bool

    def configured(self, given: Sequence[str]) -> Config:
        """The configuration for a run over the given paths; raises UsageError for paths and codes that are not."""
        for option, words in (("select", self.select), ("extend-select", self.extend_select), ("ignore", self.ignore)):
            rules = catalogue() if words else {}
            for word in words:
                named(word, rules, f"--{option}")
        return configured(
            given,
            self.root,
            self.config,
            Overrides(
                select=self.select,
                extend_select=self.extend_select,
                ignore=self.ignore,
                exclude=self.exclude,
                strict=self.strict,
                min_confidence=self.min_confidence,
            ),
        )


def configured(given: Sequence[str], root: str | None, file: str | None, overrides: Overrides) -> Config:
    """The configuration for given paths, a root and a file; raises UsageError for those that do not exist."""
    for path in (file, root):
        if path is not None:
            locate(path, str(Path.cwd()), Path(Path(path).absolute().anchor))
    return load(
        [Path(path) for path in given],
        cwd=Path.cwd(),
        root=None if root is None else Path(root),
        file=None if file is None else Path(file),
        overrides=overrides,
    )


with_selection: Final = gathered("selection", Selection, _OPTIONS)
