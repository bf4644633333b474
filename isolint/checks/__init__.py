"""Questions asked of a Program, one a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from isolint.checks.built import Built
from isolint.checks.equipped import Equipped
from isolint.checks.fetched import Fetched
from isolint.checks.kept import Kept
from isolint.checks.match import Check, Match
from isolint.checks.placed import Placed
from isolint.checks.signed_in import SignedIn
from isolint.checks.singleton import Singleton

CHECKS: Final[Mapping[str, type[Check]]] = MappingProxyType(
    {
        "built": Built,
        "equipped": Equipped,
        "fetched": Fetched,
        "kept": Kept,
        "placed": Placed,
        "signed-in": SignedIn,
        "singleton": Singleton,
    }
)

__all__ = ["CHECKS", "Check", "Match"]
