"""Extending: a document's layer over those of the files that it extends."""

from difflib import get_close_matches
from pathlib import Path

from isolint.config.document import Document, read_document
from isolint.config.keys import understand
from isolint.config.layer import Layer


def extended(document: Document, seen_from: Path, below: tuple[Path, ...] = ()) -> Layer:
    """The document's layer, merged over the chain of files that `extend` names; a cycle is an error."""
    layer = understand(document)
    if layer.extend is None:
        return layer
    spot = document.spot.at("extend")
    chain = (*below, document.file.resolve())
    target = document.file.parent / layer.extend
    if not target.is_file():
        raise spot.error(f"file {layer.extend!r} does not exist{_instead(target, document.file)}")
    if target.resolve() in chain:
        names = [each.name for each in (*chain[chain.index(target.resolve()) :], target)]
        raise spot.error(f"expected a chain with an end, not the cycle {' -> '.join(names)}")
    return layer.over(extended(read_document(target, seen_from), seen_from, chain))


def _instead(missing: Path, asking: Path) -> str:
    beside = [each.name for each in missing.parent.glob("*.toml") if each != asking]
    close = get_close_matches(missing.name, beside, n=1)
    return f", did you mean {close[0]!r}?" if close else ""
