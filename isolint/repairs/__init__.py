"""What would mend a match, worked out from the Program: one kind of repair a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from isolint.repairs.offer import Offer, Repair

REPAIRS: Final[Mapping[str, Any]] = MappingProxyType({})

__all__ = ["REPAIRS", "Offer", "Repair"]
