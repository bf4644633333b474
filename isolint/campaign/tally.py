"""Tally: the state of a campaign, counted from what a run found, what was fixed, and what is on record."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from hashlib import sha256
from typing import Final

from isolint import __version__
from isolint.campaign.areas import Areas
from isolint.campaign.counted import COUNTED
from isolint.campaign.episodes import Episodes
from isolint.campaign.numbers import Numbers
from isolint.campaign.outcome import Fixing
from isolint.campaign.run import Run, What
from isolint.campaign.state import AreaState, FileState, Point, RuleState, State
from isolint.config import Config
from isolint.engine import Outcome
from isolint.finding import SEVERITIES, Finding
from isolint.rules import Rule

_HARMLESS: Final = SEVERITIES[::-1]  # the last one counts most


def state_of(
    outcome: Outcome,
    config: Config,
    *,
    fixing: Fixing | None = None,
    runs: Sequence[Run] = (),
    given: Sequence[str] = (),
) -> State:
    """The state that a run has found.

    `fixing` is what was fixed before this was found, and `runs` are those on record without it; of these count the
    ones that were given the same paths.
    """
    when = datetime.now(timezone.utc).isoformat(timespec="seconds")
    before = [run for run in runs if run.given == tuple(given)]
    episodes = Episodes.of(before, fixing, when)
    lost = {fault.path for fault in outcome.report.faults}
    files = [path for path in outcome.reported if path not in lost]
    findings = outcome.report.findings
    totals = _with_fixes(_numbers(findings, len(files)), episodes.last.totals)
    asked, what = _digest(outcome.rules), _what(fixing)
    now = Run(when=when, what=what, version=__version__, totals=totals, asked=asked)
    return State(
        project=config.root.name,
        when=when,
        version=__version__,
        asked=asked,
        given=tuple(given),
        totals=totals,
        areas=_areas(Areas(config), files, findings, episodes),
        rules=_rules(outcome.rules, len(files), findings, episodes),
        files=_files(Areas(config), findings),
        last=episodes.fixes_of_last,
        recorded=episodes.fixes_of_all,
        trend=_trend([*before, now]),
        counted=COUNTED,
    )


def run_of(state: State, fixing: Fixing | None = None) -> Run:
    """What to put on record of a run; only one that has fixed something, or tried to, has repaired and left."""
    mine = Episodes.of((), fixing, state.when).last
    return Run(
        when=state.when,
        what=_what(fixing),
        version=state.version,
        totals=_with_fixes(state.totals, mine.totals),
        given=state.given,
        asked=state.asked,
        areas={row.name: _with_fixes(row.numbers, mine.areas.get(row.name)) for row in state.areas},
        rules={row.code: _with_fixes(row.numbers, mine.rules.get(row.code)) for row in state.rules},
        reasons=mine.reasons,
        put_back=mine.put_back,
    )


def _what(fixing: Fixing | None) -> What:
    return "report" if fixing is None else "fix"


def _numbers(findings: Iterable[Finding], files: int) -> Numbers:
    found = list(findings)
    offered = Counter(finding.fix.applicability for finding in found if finding.fix)
    clean = files - len({finding.path for finding in found})
    return Numbers(
        findings=len(found), safe=offered["safe"], unsafe=offered["unsafe"], files=files, clean=max(clean, 0)
    )


def _with_fixes(numbers: Numbers, done: Numbers | None) -> Numbers:
    return replace(numbers, repaired=done.repaired if done else 0, left=done.left if done else 0)


def _areas(areas: Areas, files: Iterable[str], found: Iterable[Finding], episodes: Episodes) -> tuple[AreaState, ...]:
    """The areas that have a file, and those that the project has named."""
    sizes = Counter(areas.of(path).name for path in files)
    grouped: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        grouped[areas.of(finding.path).name].append(finding)
    rows = [
        AreaState(
            name,
            areas.owners.get(name, ""),
            _with_fixes(_numbers(grouped[name], sizes[name]), episodes.last.areas.get(name)),
            episodes.repaired_in_areas[name],
        )
        for name in {**{area.name: 0 for area in areas.named}, **sizes, **grouped}
    ]
    return tuple(sorted(rows, key=lambda row: (-row.numbers.findings, row.name)))


def _rules(
    rules: Mapping[str, Rule], files: int, found: Iterable[Finding], episodes: Episodes
) -> tuple[RuleState, ...]:
    """The rules that found something, or that fixes were about."""
    grouped: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        grouped[finding.code].append(finding)
    fixed = [code for code in (*episodes.repaired_by_rules, *episodes.last.rules) if code in rules]
    rows = [
        RuleState(
            code,
            rules[code].name,
            max((finding.severity for finding in grouped[code]), key=_HARMLESS.index, default=rules[code].severity),
            rules[code].url,
            _with_fixes(_numbers(grouped[code], files), episodes.last.rules.get(code)),
            episodes.repaired_by_rules[code],
        )
        for code in dict.fromkeys((*grouped, *fixed))
    ]
    return tuple(sorted(rows, key=lambda row: (-row.numbers.findings, row.code)))


def _files(areas: Areas, found: Iterable[Finding]) -> tuple[FileState, ...]:
    grouped: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        grouped[finding.path].append(finding)
    rows = [
        FileState(
            path, areas.of(path).name, _numbers(group, 1), dict(sorted(Counter(each.code for each in group).items()))
        )
        for path, group in grouped.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.numbers.findings, row.path)))


def _trend(runs: Sequence[Run]) -> tuple[Point, ...]:
    points = []
    for number, run in enumerate(runs):
        before = runs[number - 1] if number else run
        apart = (run.asked, run.version) != (before.asked, before.version)
        points.append(Point(run.when, run.what, run.version, run.totals, apart))
    return tuple(points)


def _digest(rules: Iterable[str]) -> str:
    return sha256(" ".join(sorted(rules)).encode()).hexdigest()[:12]
