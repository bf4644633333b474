"""Verdicts: the findings of a line at every confidence and of every rule, each shown or hidden, and why."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from isolint.baseline import Baseline, read, split
from isolint.config import Choice, Config, with_nested
from isolint.engine.asking import findings
from isolint.engine.choices import Choices
from isolint.engine.judging import Outcome
from isolint.engine.lines import Lines
from isolint.finding import CONFIDENCES, Finding
from isolint.program import Program
from isolint.rules import catalogue, chosen
from isolint.suppress import apply


def verdicts(config: Config, outcome: Outcome, program: Program, path: str, line: int) -> Iterator[str]:
    """Two lines for each finding: what it is with its verdict, and its message."""
    config = with_nested(config, [str(folder) for folder in PurePosixPath(path).parents if str(folder) != "."])
    for finding, verdict in sorted(
        _judged(config, outcome, program, path), key=lambda each: (each[0].column, each[0].code)
    ):
        if finding.line == line:
            yield (
                f"{finding.column}: {finding.code} {finding.name} [{finding.severity}, {finding.confidence} "
                f"confidence]: {verdict}"
            )
            yield f"     {finding.message}"


def _judged(config: Config, outcome: Outcome, program: Program, path: str) -> Iterator[tuple[Finding, str]]:
    rules = catalogue()
    ran = outcome.rules.keys()
    lines = Lines(config.root, {})
    every = findings(program, list(outcome.rules.values()), lines)
    comments = {unit.path: unit.interface.comments for unit in program.units}
    suppressed = apply(every, comments, ran, rules, outcome.reported)
    for finding in suppressed.hidden:
        yield finding, "hidden by a comment"
    file = config.root / config.baseline
    recorded = read(file) if file.exists() else Baseline()
    left = (*suppressed.kept, *suppressed.unused, *suppressed.unexplained)
    compared = split(left, recorded, {path}, ran)
    for finding in compared.known:
        yield finding, f"hidden by the baseline, {config.baseline}"
    choices = Choices(config, rules)
    for finding in compared.new:
        shown = choices.shown(finding)
        yield shown or finding, "shown" if shown else f"hidden: {_reason(config.choice(finding.path), finding)}"
    if not any(unit.interface.fault for unit in program.units if unit.path == path):
        rest = [rule for code, rule in rules.items() if code not in ran]
        for finding in findings(program, rest, lines):
            yield finding, "hidden: the rule is not selected"


def _reason(choice: Choice, finding: Finding) -> str:
    """Why a choice does not show a finding."""
    codes = chosen(
        catalogue(), choice.select, choice.extend_select, choice.ignore, strict=choice.strict, where="configuration"
    )
    if finding.code not in codes:
        return "the rule is not selected here"
    if finding.strict and not choice.strict:
        return "it counts under --strict alone"
    if CONFIDENCES.index(finding.confidence) > CONFIDENCES.index(choice.min_confidence):
        return f"its confidence is below {choice.min_confidence}"
    return "per-file-ignores names it for this file"
