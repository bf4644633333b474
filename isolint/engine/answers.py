"""Answers: from matches to findings, one for each place, with fingerprints."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from isolint.checks import Match
from isolint.facts import Span
from isolint.finding import Finding, Fix
from isolint.fingerprint import fingerprint, number
from isolint.program import Program
from isolint.repairs import Repair
from isolint.rules import Remedy, Rule, ceiling

# The most specific rule of one place speaks, the others stand in its `also`: a test without a context before the call
# that lacks one, and that before what it gives; rules of sockets, then of sessions, then of state from the most to the
# least specific.
FAMILIES = ("ISO501", "ISO401", "ISO3", "ISO2", "ISO111", "ISO109", "ISO106", "ISO105", "ISO107", "ISO104", "ISO103")


def answered(program: Program, rule: Rule, text: Callable[[str, Span], str]) -> Iterator[Finding]:
    """The findings of a rule, at every confidence; `text` gives what stands in a range of a file."""
    made: list[tuple[Finding, str]] = []
    if rule.code == "ISO001":
        units = [program.units[n] for n in program.asked]
        made = [_unreadable(u.path, fault, rule) for u in units if (fault := u.interface.fault)]
    elif check := rule.check:
        repair = rule.fix.repair if rule.fix else None
        made = [_finding(program, rule, repair, match, text) for match in check.ask(program)]
    made.sort(key=lambda m: _place(m[0]))
    ordinals = number((f.path, f.code, f.symbol, f.place, anchor) for f, anchor in made)
    for (f, anchor), ordinal in zip(made, ordinals, strict=True):
        yield replace(f, fingerprint=fingerprint(f.code, f.symbol, f.place, anchor, ordinal))


def ranked(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of all rules, sorted by place; of those of one place the most specific speaks."""
    return _precedence(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.path, finding.line, finding.column, finding.code, finding.place


def _precedence(found: Sequence[Finding]) -> tuple[Finding, ...]:
    places: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in found:
        places.setdefault((finding.path, finding.line, finding.column), []).append(finding)
    kept: list[Finding] = []
    for group in places.values():
        ranked = sorted((f for f in group if _rank(f) >= 0), key=lambda f: (f.strict, _rank(f)))
        kept += [f for f in group if _rank(f) < 0]
        if ranked:
            also = tuple(dict.fromkeys(f.code for f in ranked[1:] if f.code != ranked[0].code))
            kept.append(replace(ranked[0], also=also))
    return tuple(kept)


def _rank(finding: Finding) -> int:
    return next((n for n, family in enumerate(FAMILIES) if finding.code.startswith(family)), -1)


def _finding(
    program: Program, rule: Rule, repair: Repair | None, match: Match, text: Callable[[str, Span], str]
) -> tuple[Finding, str]:
    path, span = program.span(match.file, match.position)
    finding = Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        confidence=ceiling(rule, match.confidence),
        path=path,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        message=rule.message.format_map(match.words),
        symbol=program.symbol(match.file, match.scope),
        place=match.place,
        fingerprint="",
        entries=match.entries,
        trace=match.trace,
        related=match.related,
        fix=_fix(rule.fix, repair, program, match),
        url=rule.url,
        declared=match.declared,
        strict=match.strict,
    )
    return finding, text(path, span)


def _fix(remedy: Remedy | None, repair: Repair | None, program: Program, match: Match) -> Fix | None:
    offer = repair.offer(program, match) if remedy and repair else None
    if remedy is None or offer is None:
        return None
    return Fix(remedy.applicability, remedy.message.format_map(offer.words), offer.changes)


def _unreadable(path: str, fault: tuple[int, int, str], rule: Rule) -> tuple[Finding, str]:
    line, column, message = fault
    finding = Finding(
        code=rule.code, name=rule.name, severity=rule.severity, confidence=rule.confidence, path=path, line=line,
        column=column, end_line=line, end_column=column + 1, message=rule.message.format(fault=message), symbol="",
        place=path, fingerprint="", url=rule.url,
    )  # fmt: skip
    return finding, message
