"""Numbers: what is counted of the whole project, of an area, of a rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Counts; `safe` and `unsafe` of the findings have such a fix, and `clean` of the files have none of the findings.

    `repaired` and `left` are those of one run of fixes.
    """

    findings: int = 0
    safe: int = 0
    unsafe: int = 0
    files: int = 0
    clean: int = 0
    repaired: int = 0
    left: int = 0

    @property
    def affected(self) -> int:
        """The files with a finding."""
        return self.files - self.clean

    @property
    def compliance(self) -> float | None:
        """The share of the files without a finding, 0.0 to 1.0; None where there is no file."""
        return self.clean / self.files if self.files else None
