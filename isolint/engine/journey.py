"""The journey: discover, read, lower, link, check, suppress."""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
from isolint.finding import Finding, Report
from isolint.program import Program, link
from isolint.program.areas import Areas
from isolint.program.unit import Unit
from isolint.rules import Rule, catalogue, shipped
from isolint.source import Discovery, discover
from isolint.suppress import apply
from isolint.vocabulary import Vocabulary, assemble, read_pack, read_rows

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a front asks for; `overlay` has the bytes of files that are not, or not so, on disk."""

    given: tuple[str, ...] = ()
    force_exclude: bool = False
    overlay: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    jobs: int = 0
    cache: bool = True
    baseline: bool = True
    progress: Progress = lambda _stage: None
    cwd: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report with what is needed to print it; `hidden` are the findings that comments and the baseline cover."""

    report: Report
    rules: Mapping[str, Rule]
    lines: Callable[[str], Sequence[str]]
    every: tuple[Finding, ...]
    program: Program
    reported: tuple[str, ...]


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


@_without_collection()
def check(config: Config, request: Request) -> Outcome:
    """The whole journey; raises UsageError for what the user can mend."""
    began = time.time_ns()
    rules = catalogue()
    found = discover(config, list(request.given), force_exclude=request.force_exclude, cwd=request.cwd)
    config = with_nested(config, found.configured)
    choices = Choices(config, rules)
    indexed = tuple(sorted({*found.indexed, *request.overlay}))
    reported = tuple(sorted({*found.reported, *request.overlay} if request.overlay else found.reported))
    request.progress(f"reading {len(indexed)} files")
    with tempfile.TemporaryDirectory(prefix="isolint-") as temporary:
        cache = Cache(default_folder(config.root) if request.cache else Path(temporary))
        records, faults = _facts(config, found, indexed, request, cache)
        if request.cache:
            cache.keep({p: r for p, r in records.items() if p not in request.overlay} | {}, began)
        reader = Reader(cache.folder)
        try:
            units = [u for p in indexed if p in records for u in (_unit(p, records[p], reader),)]
            request.progress("following names")
            vocabulary = _vocabulary(config, units)
            asked = frozenset(reported)
            program = link(units, [n for n, u in enumerate(units) if u.path in asked], vocabulary, Areas(config.areas))
            lines = _lines(config.root, request.overlay)
            request.progress("asking")
            every = findings(program, [rules[c] for c in sorted(choices.ran)], lines)
            entries = program.entries.all()
            tests = sum(len(program.suites.tests(n)) for n in range(len(units)))
        finally:
            reader.close()
    comments = {u.path: u.interface.comments for u in units}
    suppressed = apply(every, comments, choices.ran, rules, reported)
    findings_now = (*suppressed.kept, *suppressed.unused, *suppressed.unexplained)
    baseline = _baseline(config) if request.baseline else Baseline()
    seen = {*reported, *(p for p in baseline.entries if p not in found.stamps)}
    compared = split(findings_now, baseline, seen, choices.ran)
    kept = tuple(sorted((f for each in compared.new if (f := choices.shown(each))), key=_by_place))
    return Outcome(
        report=Report(
            findings=kept,
            suppressed=suppressed.suppressed + len(compared.known),
            files=len(reported),
            entries=len(entries),
            tests=tests,
            calls=sum(u.interface.counts[0] for u in units),
            unresolved=sum(u.interface.counts[1] for u in units),
            faults=faults,
            notes=(*_notes(program, entries, found), *compared.stale),
        ),
        rules=MappingProxyType({c: rules[c] for c in sorted(choices.ran)}),
        lines=lines,
        every=findings_now,
        program=program,
        reported=reported,
    )


def _facts(
    config: Config, found: Discovery, indexed: Sequence[str], request: Request, cache: Cache
) -> tuple[dict[str, Record], tuple[object, ...]]:
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
    from isolint.source import Unreadable, decode

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


def _notes(program: Program, entries: Sequence[object], found: Discovery) -> tuple[str, ...]:
    notes = [f"{folder}: the folder cannot be read: {reason}" for folder, reason in found.unreadable]
    frameworks = sorted(p.name for p in program.vocabulary.packs if p.framework)
    if frameworks and not entries:
        notes.append(f"no entry point was found although the program uses {', '.join(frameworks)}: what requests reach is unknown")
    return tuple(notes)


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.line, finding.column, finding.code


