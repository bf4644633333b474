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

from isolint.baseline import Baseline, read, split
from isolint.cache import Cache, Reader, Record, default_folder
from isolint.config import Config, with_nested
from isolint.engine.answers import findings
from isolint.engine.choices import Choices
from isolint.engine.lowering import lower_files
from isolint.errors import UsageError
from isolint.finding import Fault, Finding, Report
from isolint.program import Program, link
from isolint.program.areas import Areas
from isolint.program.unit import Unit
from isolint.rules import Rule, catalogue, shipped
from isolint.source import Discovery, Unreadable, decode, discover
from isolint.suppress import apply
from isolint.vocabulary import Vocabulary, assemble, read_pack, read_rows

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


def check(config: Config, request: Request) -> Outcome:
    """The whole journey; raises UsageError for what the user can mend."""
    with opened(config, request) as outcome:
        return outcome


@contextmanager
def opened(config: Config, request: Request) -> Iterator[Outcome]:
    """The whole journey, with the program still open to further questions inside the `with`."""
    began = time.time_ns()
    rules = catalogue()
    found = discover(config, list(request.given), force_exclude=request.force_exclude, cwd=request.cwd)
    config = with_nested(config, found.configured)
    choices = Choices(config, rules)
    indexed = tuple(sorted({*found.indexed, *request.overlay}))
    reported = tuple(sorted(request.overlay)) if request.overlay_only else found.reported
    request.progress(f"reading {len(indexed)} files")
    with _without_collection(), tempfile.TemporaryDirectory(prefix="isolint-") as temporary:
        cache = Cache(default_folder(config.root) if request.cache else Path(temporary))
        records, faults = _facts(config, found, indexed, request, cache)
        if request.cache:
            cache.keep({p: r for p, r in records.items() if p not in request.overlay}, began)
        with closing(Reader(cache.folder)) as reader:
            request.progress("linking")
            units = [_unit(p, records[p], reader) for p in indexed if p in records]
            asked = frozenset(reported)
            program = link(
                units,
                [n for n, u in enumerate(units) if u.path in asked],
                _vocabulary(config, units),
                Areas(config.areas),
            )
            request.progress("checking")
            yield _outcome(config, request, found, program, choices, rules, reported, faults)


def _outcome(
    config: Config, request: Request, found: Discovery, program: Program, choices: Choices, rules: Mapping[str, Rule],
    reported: tuple[str, ...], faults: tuple[Fault, ...],
) -> Outcome:  # fmt: skip
    """What a program's checks find, less what comments, the baseline and the configuration take away."""
    lines = _lines(config.root, request.overlay)
    comments = {u.path: u.interface.comments for u in program.units}
    if not request.noqa:
        comments = {path: tuple(c for c in each if "noqa" not in c[2].lower()) for path, each in comments.items()}
    every = findings(program, [rules[c] for c in sorted(choices.ran)], lines)
    suppressed = apply(every, comments, choices.ran, rules, reported)
    open_ones = (*suppressed.kept, *suppressed.unused, *suppressed.unexplained)
    baseline = _baseline(config) if request.baseline else Baseline()
    seen = {*reported, *(p for p in baseline.entries if p not in found.stamps)}
    compared = split(open_ones, baseline, seen, choices.ran)
    report = Report(
        findings=tuple(sorted((f for each in compared.new if (f := choices.shown(each))), key=_by_place)),
        suppressed=suppressed.suppressed + len(compared.known),
        files=len(reported),
        entries=len(program.entries.all()),
        tests=sum(len(program.suites.tests(n)) for n in program.asked),
        calls=sum(u.interface.counts[0] for u in program.units),
        unresolved=sum(u.interface.counts[1] for u in program.units),
        faults=faults,
        notes=(*_notes(program, found), *compared.stale),
    )
    ran = MappingProxyType({c: rules[c] for c in sorted(choices.ran)})
    return Outcome(report, ran, lines, open_ones, program, reported, compared.stale)


def _facts(
    config: Config, found: Discovery, indexed: Sequence[str], request: Request, cache: Cache
) -> tuple[dict[str, Record], tuple[Fault, ...]]:
    """The records of all files: those that the cache has, and those that are made now."""
    records: dict[str, Record] = {}
    missing = []
    for path in indexed:
        stamp = found.stamps.get(path, (0, 0, 0, 0))
        record = None if path in request.overlay else cache.fresh(path, stamp)
        if record is None:
            missing.append((path, stamp))
        else:
            records[path] = record
    jobs = request.jobs or os.cpu_count() or 1
    made = lower_files(config.root, missing, request.overlay, cache.folder, cache.by_digest, jobs)
    return records | made.records, made.faults


def _unit(path: str, record: Record, reader: Reader) -> Unit:
    return Unit(path, reader.interface(record), lambda: reader.bodies(record))


def _vocabulary(config: Config, units: Sequence[Unit]) -> Vocabulary:
    folder = shipped() / "vocabulary"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    packs = [read_pack(f.read_text(encoding="utf-8"), f"vocabulary/{f.name}") for f in files]
    named = []
    for name in config.packs:
        if name.endswith(".toml"):
            try:
                text = (config.root / name).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as fault:
                raise UsageError(f"packs: {name}: cannot be read: {fault}") from None
            packs.append(read_pack(text, name))
            named.append(packs[-1].name)
        else:
            named.append(name)
    file = config.file.name if config.file else "configuration"
    own = read_rows(config.vocabulary, file, "vocabulary", "project")
    mentions: set[str] = set()
    for unit in units:
        mentions |= unit.interface.mentions
        mentions.update(header[1] for header in unit.interface.scopes)
    return assemble(packs, own, mentions, named)


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
    return read(path) if path.exists() else Baseline()


def _notes(program: Program, found: Discovery) -> tuple[str, ...]:
    notes = [f"{folder}: the folder cannot be read: {reason}" for folder, reason in found.unreadable]
    frameworks = sorted(p.name for p in program.vocabulary.packs if p.framework)
    if frameworks and not program.entries.all():
        notes.append(
            f"no entry point found although the program uses {', '.join(frameworks)}: what requests reach is unknown"
        )
    return tuple(notes)


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.line, finding.column, finding.code
