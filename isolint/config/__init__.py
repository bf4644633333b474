"""Config: what a project chooses, from `[tool.isolint]` in pyproject.toml or from isolint.toml."""

from isolint.config.areas import DEFAULT_AREAS
from isolint.config.document import NAMES as FILE_NAMES
from isolint.config.loading import DEFAULT_EXCLUDE, load
from isolint.config.model import Area, Choice, Config, Overrides, fingerprint
from isolint.config.nested import with_nested
from isolint.config.root import find_root

__all__ = [
    "DEFAULT_AREAS",
    "DEFAULT_EXCLUDE",
    "FILE_NAMES",
    "Area",
    "Choice",
    "Config",
    "Overrides",
    "find_root",
    "fingerprint",
    "load",
    "with_nested",
]
