"""Finding and Report: what a run says, as every front and format reads it."""

from dataclasses import dataclass
from typing import Final, Literal

from isolint.change import Change

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")
CONFIDENCES: Final[tuple[Confidence, ...]] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Step:
    """One place on the way from an entry point to a finding; line and column are 1-based, columns in code points."""

    path: str
    line: int
    column: int
    message: str


Applicability = Literal["safe", "unsafe"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to put in the place of a range of a file; lines and columns as in a Finding."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What a fix would do: changes by the paths they are about; the `edits` that they come to, if these are made."""

    applicability: Applicability
    message: str
    changes: tuple[tuple[str, Change], ...] = ()
    edits: tuple[Edit, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One answer of one rule.

    `path` is relative to the root with forward slashes; lines and columns are 1-based, columns in code points, and
    `end_column` is the column after the last character. `also` holds the codes of less specific rules that match the
    same place. `trace` runs from an entry point to the reason why the place lives long. `declared` is the path and line
    of the place's declaration, where a `# isolint: shared:` comment would accept it; no report prints it. A `strict`
    one counts under `--strict` alone.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    symbol: str
    place: str
    fingerprint: str
    also: tuple[str, ...] = ()
    entries: int = 0
    trace: tuple[Step, ...] = ()
    related: tuple[Step, ...] = ()
    fix: Fix | None = None
    url: str = ""
    declared: tuple[str, int] | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A file on which a worker died."""

    path: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a run found and saw; `suppressed` counts comments and baseline, `notes` go to standard error."""

    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    files: int = 0
    entries: int = 0
    tests: int = 0
    calls: int = 0
    unresolved: int = 0
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unresolved_calls(self) -> float:
        """The share of calls whose callee has no known root, 0.0 to 1.0, to two digits."""
        return round(self.unresolved / self.calls, 2) if self.calls else 0.0
