"""Named: classes by the names that data has for them, each imported when somebody asks for it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TypeVar

Kind_co = TypeVar("Kind_co", covariant=True)


class Named(Mapping[str, Kind_co]):
    """A mapping from names to classes, given as `module:Class`."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = MappingProxyType(dict(places))

    def __getitem__(self, name: str) -> Kind_co:
        """The class; raises KeyError for an unknown name."""
        module, _, attribute = self._places[name].partition(":")
        found: Kind_co = getattr(import_module(module), attribute)
        return found

    def __contains__(self, name: object) -> bool:
        """Whether the name is known, without an import."""
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._places)
