"""Spelled: how a file says an attribute of a library's module, such as `pytest.mark`."""

from isolint.change import Import
from isolint.facts import MODULE, unpack
from isolint.program.unit import Unit


def spelled(unit: Unit, position: int, module: str, attribute: str) -> tuple[str, tuple[Import, ...]] | None:
    """What to write at a place, and the import that it takes; None where the module's name means something else.

    Another name that the file has for it goes before a new import, where that stands further up under no condition.
    """
    header = unit.header(MODULE)
    whole, part = ("import", 0, module, None), ("import", 0, module, attribute)
    for name, value in header.bindings.items():
        if value not in (whole, part) or module in header.bindings:
            continue
        there = unpack(header.places[name])
        if there.column == 1 and there.line < unpack(position).line:
            return (name if value == part else f"{name}.{attribute}"), ()
    if header.bindings.get(module, whole) != whole:
        return None
    return f"{module}.{attribute}", (Import(module),)
