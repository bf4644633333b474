"""Request: what a front asks the engine for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from isolint.engine.jobs import Lowering, here

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a front asks for.

    `overlay` has the bytes of files that are not, or not so, on disk, by their path relative to the root; with
    `overlay_only` nothing else is reported on. Without `noqa`, comments of that name neither hide nor count.
    `progress` is told each stage when it begins; `jobs` 0 is one for each processor; `lower` says where files are
    lowered, in processes of this machine unless a front knows better.
    """

    given: tuple[str, ...] = ()
    force_exclude: bool = False
    overlay: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    jobs: int = 0
    cache: bool = True
    baseline: bool = True
    noqa: bool = True
    overlay_only: bool = False
    progress: Progress = lambda _stage: None
    cwd: Path | None = None
    lower: Lowering = here
