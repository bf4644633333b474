"""Building values: union, derivation, attributes, each bounded in size so that no program makes facts explode."""

from typing import Final

from isolint.facts import Value

WIDTH: Final = 8
DEPTH: Final = 48
PATH: Final = 160
TEXT: Final = 160
MOST: Final = 1 + 2 * WIDTH
LEAVES: Final = frozenset({"=", "def", "import"})


def attribute(base: Value, name: str) -> Value:
    """`base.name`."""
    if base is None:
        return None
    if type(base) is str:
        return f"{base}.{name}" if len(base) < PATH else None
    if type(base) is tuple and base[0] == ".":
        return (".", base[1], f"{base[2]}.{name}") if len(base[2]) < PATH else None
    return (".", base, name)


def union(values: "list[Value] | tuple[Value, ...]") -> Value:
    """One of `values`; unknown members stay, as one None, and so does what is past the width."""
    flat: list[Value] = []
    for value in values:
        if type(value) is tuple and value[0] == "|":
            flat += [m for m in value[1:] if m not in flat]
        elif value not in flat:
            flat.append(value)
    if len(flat) == 1:
        return flat[0]
    if len(flat) > WIDTH:
        flat = [*flat[:WIDTH], None]
    return ("|", *flat)


def derived(parts: "list[Value] | tuple[Value, ...]") -> Value:
    """A value computed from `parts`; the order of parts is kept, since addresses are recognised by it."""
    flat: list[Value] = ["<-"]
    for part in parts:
        if type(part) is tuple and part[0] == "<-":
            flat += part[1:]
        elif part is not None:
            flat.append(part)
    if len(flat) == 1:
        return None
    return tuple(flat) if len(flat) <= MOST else tuple(flat[:MOST])


def bounded(parts: "list[Value]") -> Value:
    """A tag and what it holds, cut where that is too much."""
    return tuple(parts) if len(parts) <= MOST else tuple(parts[:MOST])


def constant(value: object) -> Value:
    """A constant; long strings are cut, bytes and complex numbers are unknown."""
    if isinstance(value, str):
        return ("=", value if len(value) <= TEXT else value[:TEXT])
    if value is None or isinstance(value, (bool, int, float)):
        return ("=", value)
    return None


def small(value: Value) -> Value:
    """`value`, or unknown where it has more than DEPTH nodes: what a local name is bound to is copied to every use."""
    if type(value) is not tuple or value[0] in LEAVES:
        return value
    if len(value) == 2 and type(value[1]) is not tuple:  # noqa: PLR2004  # a tag and one simple value
        return value
    left = DEPTH
    nodes: list[Value] = [value]
    for node in nodes:
        left -= len(node)
        if left < 0:
            return None
        for part in node:
            if type(part) is tuple and (not part or part[0] not in LEAVES):
                nodes.append(part)  # noqa: PERF401  # the list is the work that is left; this is hot
    return value


def is_text(item: Value) -> bool:
    return type(item) is tuple and item[0] == "=" and isinstance(item[1], str)
