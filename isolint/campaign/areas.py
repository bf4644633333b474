"""Areas: the part of the project that a file belongs to, and who owns that part."""

from collections.abc import Mapping

from isolint.config import DEFAULT_AREAS, Area, Config
from isolint.source.patterns import Patterns, compile_patterns


class Areas:
    """Every file lies in one area: the first that the project has named for it, else one named by its first folder."""

    def __init__(self, config: Config) -> None:
        # What every project has without a word says which tests live where, not who works there.
        self.named = tuple(area for area in config.areas if not any(area is each for each in DEFAULT_AREAS))
        self._patterns = tuple((area, compile_patterns(area.paths)) for area in self.named)
        self._names = frozenset(area.name for area in self.named)
        self._unnamed: dict[str, Area] = {}

    @property
    def owners(self) -> Mapping[str, str]:
        """The owners that the project has named, by area."""
        return {area.name: area.owner for area in self.named if area.owner}

    def of(self, path: str) -> Area:
        """The area of a path, which is relative to the root with forward slashes."""
        above = [path[:end] for end, char in enumerate(path) if char == "/"]
        for area, patterns in self._patterns:
            if _holds(patterns, path, above):
                return area
        return self._by_folder(above[0] if above else ".")

    def _by_folder(self, folder: str) -> Area:
        if folder not in self._unnamed:
            # What a named area leaves of a folder of the same name is not that area.
            name = f"{folder}/" if folder in self._names else folder
            self._unnamed[folder] = Area(name, "", (f"/{folder}/",))
        return self._unnamed[folder]


def _holds(patterns: Patterns, path: str, above: list[str]) -> bool:
    """Whether patterns hold for a file or a folder that it lies in; `above` has these, the topmost first."""
    if any(patterns.ignores_folder(folder.rpartition("/")[2], folder) for folder in above):
        return True
    return bool(patterns.ignores_file(path.rpartition("/")[2], path))
