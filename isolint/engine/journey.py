"""The journey: discover, read, lower, link, check, suppress."""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from isolint.baseline import Baseline, split
from isolint.baseline import read as read_baseline
from isolint.cache import Cache, Reader, cache_of
from isolint.config import Config, with_nested
from isolint.directive import parse
from isolint.engine.answers import findings
from isolint.engine.choices import Choices
from isolint.engine.packs import vocabulary
from isolint.engine.reading import Files, read
from isolint.finding import Fault, Finding, Report
from isolint.program import Program, link
from isolint.program.areas import Areas
from isolint.rules import Rule, catalogue
from isolint.source import Discovery, Unreadable, decode, discover
from isolint.suppress import apply

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a front asks for.

    `overlay` has the bytes of files that are not, or not so, on disk, by their path relative to the root; with
    `overlay_only` nothing else is reported on. Without `noqa`, comments of that name neither hide nor count.
    `progress` is told each stage when it begins; `jobs` 0 is one for each processor.
    """

    given: tuple[str, ...] = ()
    force_exclude: bool = False
    overlay: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    jobs: int = 0
    cache: bool = True
    baseline: bool = True
    noqa: bool = True
    overlay_only: bool = False
    progress: Progress = lambda _stage: None
    cwd: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report with what is needed to print it.

    `every` are the findings that comments leave, of every confidence and before the baseline; `stale` are the lines
    about entries of the baseline that the run has not found. `program` answers only while the journey is `opened`.
    """

    report: Report
    rules: Mapping[str, Rule]
    lines: Callable[[str], Sequence[str]]
    every: tuple[Finding, ...]
    program: Program
    reported: tuple[str, ...]
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """A request, made out: the rules, and the paths that are reported on among all that are read."""

    config: Config
    request: Request
    found: Discovery
    rules: Mapping[str, Rule]
    choices: Choices
    paths: tuple[str, ...]
    reported: tuple[str, ...]


def check(config: Config, request: Request) -> Outcome:
    """The whole journey; raises UsageError for what the user can mend."""
    with opened(config, request) as outcome:
        return outcome


@contextmanager
def opened(config: Config, request: Request) -> Iterator[Outcome]:
    """The whole journey, with the program still open to further questions inside the `with`."""
    began = time.time_ns()
    plan = _planned(config, request)
    request.progress(f"reading {len(plan.paths)} files")
    with _without_collection(), tempfile.TemporaryDirectory(prefix="isolint-") as temporary:
        spare = Path(temporary)
        cache = cache_of(config.root, spare) if request.cache else Cache(spare)
        with closing(Reader(cache.folder)) as reader:
            files = Files(config.root, plan.paths, plan.found.stamps, request.overlay, request.jobs)
            units, records, faults = read(files, cache, reader)
            if request.cache:
                cache.keep(records, began)
            request.progress("linking")
            asked = frozenset(plan.reported)
            numbers = [number for number, unit in enumerate(units) if unit.path in asked]
            program = link(units, numbers, vocabulary(plan.config, units), Areas(config.areas))
            request.progress("checking")
            yield _outcome(plan, program, faults)


def _planned(config: Config, request: Request) -> _Plan:
    found = discover(config, list(request.given), force_exclude=request.force_exclude, cwd=request.cwd)
    config = with_nested(config, {*found.configured, *_folders(request.overlay)})
    rules = catalogue()
    return _Plan(
        config,
        request,
        found,
        rules,
        Choices(config, rules),
        tuple(sorted({*found.indexed, *request.overlay})),
        tuple(sorted(request.overlay)) if request.overlay_only else found.reported,
    )


def _folders(overlay: Mapping[str, bytes]) -> set[str]:
    """The folders that hold the files, which discovery need not have passed."""
    return {folder.as_posix() for path in overlay for folder in Path(path).parents if folder.name}


@contextmanager
def _without_collection() -> Iterator[None]:
    """Facts are tuples without cycles: looking for some costs more than all the rest of a run."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _outcome(plan: _Plan, program: Program, faults: tuple[Fault, ...]) -> Outcome:
    """What a program's checks find, less what comments, the baseline and the configuration take away."""
    config, request, rules, ran = plan.config, plan.request, plan.rules, plan.choices.ran
    lines = _lines(config.root, request.overlay)
    comments = {unit.path: unit.interface.comments for unit in program.units}
    if not request.noqa:
        comments = {path: tuple(each for each in said if not _is_noqa(each[2])) for path, said in comments.items()}
    every = findings(program, [rules[code] for code in sorted(ran)], lines, request.jobs or os.cpu_count() or 1)
    read_ones = tuple(program.units[number].path for number in program.asked)
    suppressed = apply(every, comments, ran, rules, read_ones)
    open_ones = (*suppressed.kept, *suppressed.unused, *suppressed.unexplained)
    baseline = _baseline(config) if request.baseline else Baseline()
    seen = {*read_ones, *(path for path in baseline.entries if path not in plan.found.stamps)}
    compared = split(open_ones, baseline, seen, ran)
    report = Report(
        findings=tuple(sorted((f for each in compared.new if (f := plan.choices.shown(each))), key=_by_place)),
        suppressed=suppressed.suppressed + len(compared.known),
        files=len(plan.reported),
        entries=len(program.entries.all()),
        tests=sum(len(program.suites.tests(number)) for number in program.asked),
        calls=sum(unit.interface.counts[0] for unit in program.units),
        unresolved=sum(unit.interface.counts[1] for unit in program.units),
        faults=faults,
        notes=(*_notes(program, plan.found), *compared.stale),
    )
    shown_rules = MappingProxyType({code: rules[code] for code in sorted(ran)})
    return Outcome(report, shown_rules, lines, open_ones, program, plan.reported, compared.stale)


def _is_noqa(comment: str) -> bool:
    directive = parse(comment)
    return directive is not None and directive.kind == "noqa"


def _lines(root: Path, overlay: Mapping[str, bytes]) -> Callable[[str], Sequence[str]]:
    remembered: dict[str, Sequence[str]] = {}

    def lines(path: str) -> Sequence[str]:
        if path not in remembered:
            try:
                data = overlay[path] if path in overlay else (root / path).read_bytes()
                text = decode(data)
            except (OSError, Unreadable):
                text = ""
            remembered[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return remembered[path]

    return lines


def _baseline(config: Config) -> Baseline:
    path = config.root / config.baseline
    return read_baseline(path) if path.exists() else Baseline()


def _notes(program: Program, found: Discovery) -> tuple[str, ...]:
    notes = [f"{folder}: the folder cannot be read: {reason}" for folder, reason in found.unreadable]
    packs = [pack for pack in program.vocabulary.packs if pack.framework]
    imported = program.evaluator.names.imports() if packs and not program.entries.all() else frozenset()
    frameworks = ", ".join(sorted(pack.name for pack in packs if pack.loads_when & imported))
    if frameworks:
        gap = "what requests reach is unknown"
        notes.append(f"no entry point was found although the program uses {frameworks}: {gap}")
    return tuple(notes)


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.line, finding.column, finding.code
