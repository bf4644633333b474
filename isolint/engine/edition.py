"""Edition: isolint itself, its modules and its catalogue, as one digest."""

import hashlib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

from isolint.cache import KEY
from isolint.rules import shipped

if TYPE_CHECKING:
    import sys

    if sys.version_info >= (3, 11):
        from importlib.resources.abc import Traversable
    else:
        from importlib.abc import Traversable


def edition() -> bytes:
    """A digest that changes whenever the same program might be answered otherwise.

    The version alone would not do: between two releases there are checkouts.
    """
    digest = hashlib.sha256(KEY)
    for folder, suffix in ((resources.files("isolint"), ".py"), (shipped() / "catalogue", ".toml")):
        for name, data in _files(folder, suffix, ""):
            digest.update(f"{len(name)} {len(data)} {name}".encode() + data)
    return digest.digest()


def _files(folder: "Traversable", suffix: str, within: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{within}/{each.name}"
        if each.name.endswith(suffix):
            yield path, each.read_bytes()
        elif "." not in each.name and each.name != "__pycache__" and each.is_dir():
            yield from _files(each, suffix, path)
