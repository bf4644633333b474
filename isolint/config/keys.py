"""The keys of a configuration: which there are, and what each may hold."""

from collections.abc import Mapping
from typing import Any, Final

from isolint.config.areas import KINDS
from isolint.config.document import Document
from isolint.config.layer import Layer
from isolint.config.model import Area
from isolint.config.spot import Spot
from isolint.finding import CONFIDENCES, SEVERITIES

KEYS: Final = (
    "areas",
    "baseline",
    "exclude",
    "extend",
    "extend-select",
    "fixable",
    "history",
    "ignore",
    "min-confidence",
    "packs",
    "parameters",
    "paths",
    "per-file-ignores",
    "select",
    "severity",
    "strict",
    "unfixable",
    "vocabulary",
)
AREA_KEYS: Final = ("kind", "markers", "owner", "paths")


def understand(document: Document) -> Layer:
    """The layer that a document says; raises UsageError for the first key, in the file's order, that is wrong."""
    said = {key.replace("-", "_"): _value(document.spot, key, value) for key, value in document.table.items()}
    return Layer(**said)


def _value(table: Spot, key: str, value: object) -> Any:
    spot = table.at(key)
    match key:
        case "paths" | "exclude" | "select" | "extend-select" | "ignore" | "fixable" | "unfixable" | "packs":
            return spot.strings(value)
        case "baseline" | "history" | "extend":
            return spot.string(value)
        case "strict":
            return spot.boolean(value)
        case "min-confidence":
            return spot.one_of(value, CONFIDENCES)
        case "per-file-ignores" | "severity" | "areas" | "parameters":
            return {name: _row(key, name, spot.at(name), row) for name, row in spot.table(value).items()}
        case "vocabulary":
            return spot.table(value)
        case _:
            raise table.unknown(key, KEYS)


def _row(key: str, name: str, spot: Spot, value: object) -> object:
    match key:
        case "per-file-ignores":
            return spot.strings(value)
        case "severity":
            return spot.one_of(value, SEVERITIES)
        case "parameters":
            return spot.table(value)
        case _:
            return _area(spot, name, value)


def _area(spot: Spot, name: str, value: object) -> Area:
    table = spot.table(value)
    for key in table:
        if key not in AREA_KEYS:
            raise spot.unknown(key, AREA_KEYS)
    owner = spot.at("owner").string(table["owner"]) if "owner" in table else ""
    if "kind" not in table and name not in KINDS:
        if not owner:
            raise spot.error(f"expected a key 'owner', or 'kind', one of {', '.join(KINDS)}")
        return _group(spot, name, table, owner)
    if not table.keys() & {"paths", "markers"}:
        raise spot.error("expected a key 'paths' or 'markers'")
    return Area(
        name=name,
        kind=spot.at("kind").one_of(table.get("kind", name), KINDS),
        paths=spot.at("paths").strings(table.get("paths", [])),
        markers=spot.at("markers").strings(table.get("markers", [])),
        owner=owner,
    )


def _group(spot: Spot, name: str, table: Mapping[str, object], owner: str) -> Area:
    """An area of no kind; markers say which kind of test is meant, and here there is none."""
    if "markers" in table:
        raise spot.at("markers").error(f"expected a key 'kind' beside it, one of {', '.join(KINDS)}")
    if "paths" not in table:
        raise spot.error("expected a key 'paths'")
    return Area(name, "", spot.at("paths").strings(table["paths"]), owner=owner)
