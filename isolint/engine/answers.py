"""Answers: from matches to findings, one for each place, with fingerprints."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from isolint.checks import Match
from isolint.engine.asking import matches
from isolint.facts import Span
from isolint.finding import Finding, Fix
from isolint.fingerprint import fingerprint, number
from isolint.program import Program
from isolint.rules import Rule, ceiling

# The most specific rule of one place speaks, the others stand in its `also`: a test without a context before the call
# that lacks one, and that before what it gives; rules of sockets, then of sessions, then of state from the most to the
# least specific.
FAMILIES = ("ISO501", "ISO401", "ISO3", "ISO2", "ISO111", "ISO109", "ISO106", "ISO105", "ISO107", "ISO104", "ISO103")


def findings(
    program: Program, rules: Sequence[Rule], lines: Callable[[str], Sequence[str]], jobs: int
) -> tuple[Finding, ...]:
    """The findings of all rules, at every confidence, sorted by place."""
    made: list[tuple[Finding, str]] = []
    found = matches(program, rules, jobs)
    for rule in rules:
        if rule.code == "ISO001":
            units = [program.units[n] for n in program.asked]
            made += [_unreadable(u.path, u.interface.fault, rule) for u in units if u.interface.fault]
        elif rule.check is not None:
            made += [_finding(program, rule, match, lines) for match in found[rule.code]]
    made.sort(key=lambda m: (m[0].path, m[0].line, m[0].column, m[0].code, m[0].place))
    ordinals = number((f.path, f.code, f.symbol, f.place, text) for f, text in made)
    whole = [
        replace(f, fingerprint=fingerprint(f.code, f.symbol, f.place, text, ordinal))
        for (f, text), ordinal in zip(made, ordinals, strict=True)
    ]
    return _precedence(whole)


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


def _finding(program: Program, rule: Rule, match: Match, lines: Callable[[str], Sequence[str]]) -> tuple[Finding, str]:
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
        fix=_fix(rule, program, match),
        url=rule.url,
        declared=match.declared,
        strict=match.strict,
    )
    return finding, _text(lines(path), span)


def _fix(rule: Rule, program: Program, match: Match) -> Fix | None:
    remedy = rule.fix
    offer = remedy.repair.offer(program, match) if remedy and remedy.repair else None
    return (
        Fix(remedy.applicability, remedy.message.format_map(offer.words), offer.changes) if remedy and offer else None
    )


def _text(lines: Sequence[str], span: Span) -> str:
    """The source text of a range."""
    inside = list(lines[span.line - 1 : span.end_line])
    if not inside:
        return ""
    inside[-1] = inside[-1][: span.end_column - 1]
    inside[0] = inside[0][span.column - 1 :]
    return "\n".join(inside)


def _unreadable(path: str, fault: tuple[int, int, str], rule: Rule) -> tuple[Finding, str]:
    line, column, message = fault
    finding = Finding(
        code=rule.code, name=rule.name, severity=rule.severity, confidence=rule.confidence, path=path, line=line,
        column=column, end_line=line, end_column=column + 1, message=rule.message.format(fault=message), symbol="",
        place=path, fingerprint="", url=rule.url,
    )  # fmt: skip
    return finding, message
