"""Rows: all that is measured, the words of the table for it, and the bounds that are set."""
# ruff: noqa: INP001

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

import asking_peers
import kinds
from figures import Bound, Taken
from ground import Ground
from peers import PEERS

_WAYS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "comment": "a comment at the end",
        "line": "a line inserted at the top",
        "function": "a new function at the end",
        "call": "a changed call inside a function",
    }
)
_WHICH: Final[Mapping[kinds.Which, str]] = MappingProxyType(
    {"leaf": "a test file", "central": "the most imported file"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """Its name for `--only`, its title in the table, how it is measured, its bound, what its ratio is to, its unit."""

    name: str
    title: str
    measured: Callable[[Ground], Taken]
    bound: Bound | None = None
    to: str = "floor"
    unit: str = "s"


def rows() -> Sequence[Row]:
    """The rows of isolint itself."""
    return (
        Row("cold", "cold: `isolint check --no-cache`", kinds.cold, Bound(2)),
        Row("strict", "cold, `--strict`", lambda ground: kinds.cold(ground, "--strict"), Bound(3)),
        Row("unchanged", "warm, nothing changed", kinds.unchanged, Bound(0.1)),
        Row("fresh", "warm, after a fresh checkout", kinds.fresh, Bound(0.2)),
        *_changes(),
        *_asked(),
        Row("version", "`isolint --version`", kinds.version, Bound(3), "click"),
        Row(
            "small", "`isolint check --no-cache` of one small file outside any project", kinds.small, Bound(6), "click"
        ),
        Row("memory", "peak memory of a cold run", kinds.memory, Bound(600), "", "MiB"),
        Row("phases", "cold, `--timings`", kinds.phases),
    )


def peer_rows() -> Sequence[Row]:
    """The rows of the peers."""
    return tuple(
        Row(peer.name, f"`{peer.name}`: {peer.asked}", partial(asking_peers.asked, peer=peer)) for peer in PEERS
    )


def _changes() -> Iterator[Row]:
    for which, file in _WHICH.items():
        for way, words in _WAYS.items():
            measured = partial(kinds.changed, which=which, way=way)
            yield Row(f"{which}-{way}", f"warm, {file} changed: {words}", measured, Bound(0.15))


def _asked() -> Iterator[Row]:
    bound = Bound(0.05, plus="start")
    for which, file in _WHICH.items():
        title = f"warm, {file} asked for"
        yield Row(f"asked-{which}", title, partial(kinds.asked, which=which), bound)
        yield Row(f"asked-{which}-changed", f"{title}, changed", partial(kinds.asked_changed, which=which), bound)
