"""Places: the paths of a command line, as the history of a project has them."""

from collections.abc import Iterable
from pathlib import Path

from isolint.config import Config
from isolint.source.place import locate


def given(config: Config, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths as seen from the root, so that runs in several folders compare; none where one of them is the root."""
    places = {locate(path, str(Path.cwd()), config.root).path for path in paths}
    return () if "" in places else tuple(sorted(places))
