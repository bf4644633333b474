"""Discovery: which files a run reads, and which of them it reports on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from isolint.config import Config
from isolint.errors import UsageError
from isolint.source.file import Stamp
from isolint.source.patterns import Patterns, compile_patterns
from isolint.source.place import Place, locate
from isolint.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found; paths are relative to the root with forward slashes and sorted.

    `stamps` has every indexed file, all zeros where the file has no status to ask for. `unreadable` has the folders
    that could not be listed, with the reason. `configured` are the folders below the root that hold a configuration,
    `settings` the files in which test runners look for theirs, and `folders` those that were walked through.
    """

    indexed: tuple[str, ...]
    reported: tuple[str, ...]
    stamps: Mapping[str, Stamp]
    unreadable: tuple[tuple[str, str], ...] = ()
    configured: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def discover(config: Config, given: Sequence[str], *, force_exclude: bool, cwd: Path | None = None) -> Discovery:
    """The files of the configuration's paths and of the given ones, which are relative to `cwd`.

    What is given is taken in though it be excluded, unless `force_exclude`; what lies in a given folder is not.
    Raises UsageError for a path that does not exist or lies outside the root.
    """
    asked = [locate(text, str(cwd or Path.cwd()), config.root) for text in given]
    chosen = _chosen(config)
    tree = Tree(config.root, _exclude(config))
    if force_exclude:
        asked = [place for place in asked if not _excluded(tree, place)]
    # Outer folders first, so that inner ones are found to be known.
    for folder in sorted((each.path for each in (*asked, *chosen) if each.kind == "folder"), key=len):
        tree.walk(folder)
    for file in (each.path for each in (*asked, *chosen) if each.kind == "file"):
        tree.add(file)
    indexed = tuple(sorted(tree.files))
    return Discovery(
        indexed=indexed,
        reported=_under(asked if given else chosen, indexed),
        stamps=tree.files,
        unreadable=tuple(sorted(tree.unreadable.items())),
        configured=tuple(sorted(tree.configured)),
        settings=tuple(sorted(tree.settings)),
        folders=tuple(sorted(tree.entered)),
    )


def _chosen(config: Config) -> list[Place]:
    try:
        return [locate(text, str(config.root), config.root) for text in config.paths]
    except UsageError as error:
        raise UsageError(f"{config.file}: paths: {error}") from None


def _exclude(config: Config) -> Patterns:
    try:
        return compile_patterns([pattern.removeprefix("./") for pattern in config.exclude])
    except ValueError as error:
        where = f"{config.file}: " if config.file else ""
        raise UsageError(f"{where}exclude: expected a gitignore-style pattern, not {error.args[0]!r}") from None


def _excluded(tree: Tree, place: Place) -> bool:
    return tree.excludes_file(place.path) if place.kind == "file" else tree.excludes_folder(place.path)


def _under(places: Iterable[Place], indexed: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the indexed files that the places name or hold."""
    files = {place.path for place in places if place.kind == "file"}
    folders = [place.path for place in places if place.kind == "folder"]
    if "" in folders:
        return indexed
    prefixes = tuple(f"{folder}/" for folder in folders)
    return tuple(path for path in indexed if path in files or path.startswith(prefixes))
