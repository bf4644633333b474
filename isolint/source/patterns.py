"""Patterns: gitignore-style lines, with what is a plain name answered by look-up in a set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_GLOB: Final = re.compile(r"[*?\[\\]")


@dataclass(frozen=True, slots=True)
class Patterns:
    """A list of patterns, compiled; the answers are for an entry whose folders are not ignored themselves.

    `names`, `paths` and `endings` hold what ignores files and folders, `folder_...` what ignores folders only.
    `rest` answers for what is no plain name; it is looked at last, so no plain name stands under a negation of it.
    """

    names: frozenset[str] = frozenset()
    folder_names: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    folder_paths: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    folder_endings: tuple[str, ...] = ()
    rest: "GitIgnoreSpec | None" = None

    def ignores_file(self, name: str, path: str) -> bool | None:
        """Whether a file is ignored, None where no pattern says; `path` is relative to where the patterns stand."""
        if name in self.names or path in self.paths or name.endswith(self.endings):
            return True
        return self.rest.check_file(path).include if self.rest else None

    def ignores_folder(self, name: str, path: str) -> bool | None:
        """Whether a folder is ignored, None where no pattern says."""
        if name in self.folder_names or path in self.folder_paths or name.endswith(self.folder_endings):
            return True
        return self.rest.check_file(f"{path}/").include if self.rest else None

    def names_only(self) -> "Patterns":
        """The patterns without those that would ignore all that lies in an ignored folder."""
        return replace(self, rest=None)


def compile_patterns(lines: Sequence[str]) -> Patterns:
    """The patterns of the lines; raises ValueError, with the line, for one that is no pattern."""
    written = [line for line in lines if line.strip() and not line.startswith("#")]
    # What a later negation could take back must be asked in order.
    ordered = max((index for index, line in enumerate(written, start=1) if line.startswith("!")), default=0)
    anywhere: list[str] = []
    anchored: list[str] = []
    endings: list[str] = []
    rest = written[:ordered]
    for line in written[ordered:]:
        pattern = line.rstrip()
        if "/" not in (last := pattern.removeprefix("**/")).rstrip("/") and last:
            pattern = last
        inner = pattern.rstrip("/")
        if not _GLOB.search(inner):
            (anchored if "/" in inner else anywhere).append(pattern.lstrip("/"))
        elif re.fullmatch(r"\*[^*?\[\\/]+", inner):
            endings.append(pattern[1:])
        else:
            rest.append(line)
    return Patterns(
        names=frozenset(_of_files(anywhere)),
        folder_names=frozenset(_of_folders(anywhere)),
        paths=frozenset(_of_files(anchored)),
        folder_paths=frozenset(_of_folders(anchored)),
        endings=_of_files(endings),
        folder_endings=_of_folders(endings),
        rest=_spec(rest) if rest else None,
    )


def is_pattern(line: str) -> bool:
    """Whether a line can stand in a list of patterns."""
    try:
        compile_patterns([line])
    except ValueError:
        return False
    return True


def _of_files(patterns: list[str]) -> tuple[str, ...]:
    return tuple(each for each in patterns if not each.endswith("/"))


def _of_folders(patterns: list[str]) -> tuple[str, ...]:
    return tuple(each.rstrip("/") for each in patterns)


def _spec(lines: list[str]) -> "GitIgnoreSpec":
    # Importing it costs more than walking a thousand files, and most projects need plain names only.
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        if len(lines) == 1:
            raise ValueError(lines[0]) from None
        raise ValueError(next(line for line in lines if not is_pattern(line))) from None
