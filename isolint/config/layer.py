"""Layer: what one configuration file says by itself, before defaults and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from isolint.config.model import Area, Choice
from isolint.finding import Confidence, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The keys of one file; None, or something empty, where it does not say.

    `exclude`, `extend_select` and `packs` add to what lies under, tables merge row by row, all else replaces.
    """

    paths: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    fixable: tuple[str, ...] | None = None
    unfixable: tuple[str, ...] | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_confidence: Confidence | None = None
    strict: bool | None = None
    packs: tuple[str, ...] = ()
    vocabulary: Mapping[str, Any] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    baseline: str | None = None
    history: str | None = None
    extend: str | None = None

    def over(self, lower: "Layer") -> "Layer":
        """Both layers as one, this one on top; a `select` here starts afresh and drops the `extend-select` below."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        merged = replace(lower, **{name: value for name, value in told.items() if value is not None})
        below = lower.extend_select if self.select is None else ()
        return replace(
            merged,
            exclude=unique(lower.exclude + self.exclude),
            extend_select=unique(below + self.extend_select),
            packs=unique(lower.packs + self.packs),
            per_file_ignores={**lower.per_file_ignores, **self.per_file_ignores},
            severity={**lower.severity, **self.severity},
            vocabulary=_merged(lower.vocabulary, self.vocabulary),
            parameters=_merged(lower.parameters, self.parameters),
            areas={**self.areas, **{name: area for name, area in lower.areas.items() if name not in self.areas}},
        )

    def over_choice(self, choice: Choice) -> "Layer":
        """The layer over what a choice of an enclosing folder says, so that the result says all of a choice."""
        return self.over(
            Layer(
                select=choice.select,
                extend_select=choice.extend_select,
                ignore=choice.ignore,
                fixable=choice.fixable,
                unfixable=choice.unfixable,
                per_file_ignores=dict(choice.per_file_ignores),
                severity=choice.severity,
                min_confidence=choice.min_confidence,
                strict=choice.strict,
            ),
        )


def unique(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, each once, in the order of their first place."""
    return tuple(dict.fromkeys(words))


def _merged(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**lower, **upper}
    for key in lower.keys() & upper.keys():
        if isinstance(lower[key], dict) and isinstance(upper[key], dict):
            merged[key] = _merged(lower[key], upper[key])
    return merged
