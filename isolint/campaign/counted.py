"""Counted: for each figure of a report, how it was counted."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

COUNTED: Final[Mapping[str, str]] = MappingProxyType({
    "findings": (
        "Findings of the rules that ran, at the configured confidence or above, less those that comments suppress; "
        "what the baseline holds back counts, since it is not repaired."
    ),
    "files": "Python files that were reported on, but for those on which isolint itself failed.",
    "compliance": (
        "The share of the files without a finding, rounded down; a file with one finding counts like one with ten."
    ),
    "safe": "Findings that offer a fix which keeps what the code does; it is proved only when it is made.",
    "unsafe": "Findings that offer a fix which may change what the code does; it is made on demand alone.",
    "repaired": "Findings that fixes took away, as the runs of `isolint fix` have them on record.",
    "left": "Findings whose fix was offered and not made; summed over runs, one that is left twice counts twice.",
    "area": "A file lies in the first area of the configuration that holds it, else in one named by its first folder.",
    "trend": (
        "One point for each recorded run about the same paths, and one for this run; the line breaks where other "
        "rules, or another version of isolint, were asked."
    ),
})  # fmt: skip
