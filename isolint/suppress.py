"""Takes away the findings that comments cover, and says which comments cover nothing or give no reason."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from isolint.finding import Finding
from isolint.rules import Rule
from isolint.suppression import EVERYTHING, Suppression, suppressions
from isolint.unused import UNEXPLAINED, UNUSED, Judge, unexplained, unused

if TYPE_CHECKING:
    from isolint.lower.comments import Comment


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What comments leave of findings; `unused` (ISO002) and `unexplained` (ISO003) come on top of `kept`."""

    kept: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    unused: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]

    @property
    def suppressed(self) -> int:
        """How many findings comments hide."""
        return len(self.hidden)


def apply(
    findings: Sequence[Finding],
    comments: "Mapping[str, Sequence[Comment]]",
    ran: Collection[str],
    rules: Mapping[str, Rule],
    reported: Collection[str],
) -> Suppressed:
    """Sort findings into kept and hidden, both in the order given, and judge the comments.

    `findings` are those of every confidence, before a folder's or a file's choice takes some away, or else a comment
    seems unused. `comments` has an entry for each indexed file, be it empty: `# isolint: shared:` is judged only where
    all of them were reported on, since the code that it accepts may stand anywhere. `ran` are the codes asked for,
    `rules` is the whole catalogue by code, `reported` holds the paths that were reported on.
    """
    read = {path: tuple(suppressions(path, comments[path])) for path in comments}
    grounds = tuple(tuple(_grounds(finding, read, rules)) for finding in findings)
    judge = Judge(
        used=frozenset(ground for each in grounds for ground in each),
        ran=frozenset(ran),
        rules=rules,
        everywhere=frozenset(reported) >= comments.keys(),
    )
    judged = tuple(each for path in sorted(read.keys() & set(reported)) for each in read[path])
    about = (*unused(judged, judge), *unexplained(judged, judge))
    refused = tuple(finding for finding in about if not _is_accepted(finding, read))
    return Suppressed(
        kept=tuple(finding for finding, ground in zip(findings, grounds, strict=True) if not ground),
        hidden=(
            *(finding for finding, ground in zip(findings, grounds, strict=True) if ground),
            *(finding for finding in about if _is_accepted(finding, read)),
        ),
        unused=tuple(finding for finding in refused if finding.code == UNUSED),
        unexplained=tuple(finding for finding in refused if finding.code == UNEXPLAINED),
    )


def _grounds(
    finding: Finding, read: Mapping[str, Sequence[Suppression]], rules: Mapping[str, Rule]
) -> Iterator[tuple[Suppression, str]]:
    """Every comment that hides the finding, with the name by which it does; all of them count as used."""
    for each in read.get(finding.path, ()):
        if each.directive.kind in {"noqa", "ignore"} and each.covers(finding.line):
            yield from ((each, name) for name in each.fitting(finding, rules))
    if finding.declared:
        path, line = finding.declared
        for each in read.get(path, ()):
            if each.directive.kind == "shared" and each.covers(line):
                yield each, EVERYTHING


def _is_accepted(finding: Finding, read: Mapping[str, Sequence[Suppression]]) -> bool:
    """Whether a finding about a comment is hidden: by its code or name, or by what leaves out a line or file for all.

    A blanket `ignore` does not count: it would hide that it is itself unused.
    """
    return any(
        (each.covers(finding.line) or each.line == finding.line)
        if finding.code in each.names or finding.name in each.names
        else each.covers(finding.line) and _is_left_out(each, finding)
        for each in read[finding.path]
    )


def _is_left_out(each: Suppression, finding: Finding) -> bool:
    is_itself = (each.line, each.column + 1) == (finding.line, finding.column)
    match each.directive.kind:
        case "noqa":
            return each.directive.names is None
        case "ignore":
            return each.directive.names is None and each.directive.whole_file and not is_itself
        case _:
            return False
