"""Areas: which kinds of test live where, by folder and by marker."""

from collections.abc import Sequence

from isolint.config import DEFAULT_AREAS, Area
from isolint.source.patterns import Patterns, compile_patterns


class Areas:
    """The kinds of area of a path, and of a marker."""

    def __init__(self, areas: Sequence[Area]) -> None:
        areas = [area for area in areas if area.kind]  # the others only group files
        self._areas = tuple((area.kind, compile_patterns(area.paths)) for area in areas)
        self._markers = {marker: area.kind for area in areas[::-1] for marker in area.markers}
        self._wanted = tuple((frozenset(area.markers), compile_patterns(area.paths)) for area in areas)
        self.chosen = frozenset(m for area in areas if area not in DEFAULT_AREAS for m in area.markers)
        self._folders: dict[str, frozenset[str]] = {}

    def of(self, path: str) -> frozenset[str]:
        """The kinds of the areas that a path, relative to the root, lies in."""
        folder, _, name = path.rpartition("/")
        return self._folder(folder) | {kind for kind, patterns in self._areas if patterns.ignores_file(name, path)}

    def marked(self, markers: frozenset[str]) -> frozenset[str]:
        """The kinds of the areas that markers stand for."""
        return frozenset(self._markers[m] for m in markers if m in self._markers)

    def markers(self, path: str) -> frozenset[str]:
        """The markers of the areas that a path lies in; `chosen` has those that a configuration names."""
        above = [path[:end] for end, char in enumerate(path) if char == "/"]
        folders = [(folder.rpartition("/")[2], folder) for folder in above]
        name = path.rpartition("/")[2]
        return frozenset[str]().union(
            *[
                markers
                for markers, patterns in self._wanted
                if patterns.ignores_file(name, path) or any(_holds(patterns, *folder) for folder in folders)
            ]
        )

    def _folder(self, folder: str) -> frozenset[str]:
        if not folder:
            return frozenset()
        found = self._folders.get(folder)
        if found is None:
            above, _, name = folder.rpartition("/")
            own = {kind for kind, patterns in self._areas if _holds(patterns, name, folder)}
            found = self._folders[folder] = self._folder(above) | own
        return found


def _holds(patterns: Patterns, name: str, folder: str) -> bool:
    return bool(patterns.ignores_folder(name, folder))
