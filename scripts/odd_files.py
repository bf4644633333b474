"""Writes odd files with findings, lets fixes at them, and proves that nothing came to harm.

`python scripts/odd_files.py --files 2000 --seed 1` prints how many findings of each rule were repaired, which were left
and why, and what did not prove; the status is 1 where something did not. The files are projects of fifty in a folder.
"""

import argparse
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))
from odd_bytes import compiles, dressed
from odd_noise import Noise
from odd_proof import faults
from odd_snippets import PLACES, PROJECT, some

from isolint.campaign.areas import Areas
from isolint.campaign.running import Fixed, Wanted, fix, preview
from isolint.cli.fixes import Unwatched
from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding
from isolint.fixes.making import FAILED

EACH: Final = 50  # files of a project
_PLACE: Final = re.compile(r"(?<=line )[0-9]+|(?<= in )\S+\.py|Syntax Error.*")
HEADS: Final = (
    "", "", '"""A module."""\n', "'''A module,\n\n    of more lines.\n\tAnd tabs.\n'''\n", "# a comment first\n\n",
    '"""Doc"""; x = 1\n', "r'raw \\d'\n", "\n\n\x0c\n",
)  # fmt: skip


@dataclass
class Tally:
    """What came of all projects."""

    files: int = 0
    found: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    left: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def odd_file(chance: Random, place: str, start: int) -> bytes:
    """A module of some snippets in odd surroundings, which Python compiles."""
    while not compiles(data := _tried(chance, place, start)):
        pass
    return data


def _tried(chance: Random, place: str, start: int) -> bytes:
    noise = Noise(chance, chance.choice((0.2, 0.5, 1.0)))
    snippets = some(chance, place, range(start, start + chance.randint(1, 3)))
    head = chance.choice(HEADS)
    future = "from __future__ import annotations\n" if chance.randrange(5) == 0 and "x = 1" not in head else ""
    imports = "".join(f"{line}\n" for line in dict.fromkeys(line for each in snippets for line in each.imports))
    parts = [noise.top() for _ in range(chance.choice((0, 0, 1, 2)))]
    pieces = [noise.code(each.code) for each in snippets]
    body = "\n\n".join([*parts[:1], *pieces, *parts[1:]])
    return dressed(chance, noise.written(f"{head}{future}{imports}\n{body}"))


def project(root: Path, seed: int, files: int) -> None:
    """Write a project."""
    chance = Random(seed)  # noqa: S311  # the same again for the same seed
    for name, text in PROJECT.items():
        _put(root / name, text.encode())
    for number in range(files):
        place = chance.choice(("app", "app", "test", "test", "e2e"))
        _put(root / PLACES[place].format(number), odd_file(chance, place, number * 10))


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def fixed(root: Path, tally: Tally) -> None:
    """Fix a project, first by safe fixes, then by all, and tally what came of it."""
    for unsafe in (False, True):
        before = {file: file.read_bytes() for file in sorted(root.rglob("*.py"))}
        try:
            tally.faults += _run(root, tally, before, unsafe=unsafe)
        except Exception:  # noqa: BLE001  # that is what is looked for
            tally.faults.append(f"{root}: {traceback.format_exc()}")
            return


def _run(root: Path, tally: Tally, before: Mapping[Path, bytes], *, unsafe: bool) -> Iterator[str]:
    config, request = load([], cwd=root, root=root), Request(cache=False, jobs=1)
    areas = Areas(config)
    wanted, watcher = Wanted(unsafe, lambda path: areas.of(path).name, ""), Unwatched(lambda _text: None)
    offers = _offers(check(config, request).report.findings, unsafe=unsafe)
    done = fix(config, request, wanted, watcher)
    fixing = done.fixing
    rules: dict[str, set[str]] = {}
    for each in fixing.repaired:
        rules.setdefault(each.path, set()).add(each.code)
    everything = {each.code for each in fixing.repaired}
    for file, old in before.items():
        path = file.relative_to(root).as_posix()
        new = file.read_bytes()
        if new != old:
            yield from (f"{file}: {each}" for each in faults(old, new, rules.get(path, everything)))
            yield from (f"{file}: it is not told that it changed" for _ in [0] if path not in fixing.changed)
    yield from _silent(root, offers, done, unsafe=unsafe)
    yield from (f"{root / e.path}:{e.line}: {e.code}: {e.reason}" for e in fixing.left if e.reason.startswith(FAILED))
    again = preview(config, request, wanted, watcher)
    yield from (f"{root / path}: a second run would change it" for path in again.files)
    if not unsafe:
        tally.files += sum("odd_" in file.name for file in before)
    tally.found += offers_by_rule(offers) if unsafe else Counter(each.code for each in fixing.repaired)
    tally.repaired += Counter(each.code for each in fixing.repaired)
    if unsafe:
        tally.left += Counter((each.code, each.reason) for each in fixing.left)


def _offers(findings: Iterable[Finding], *, unsafe: bool) -> Counter[tuple[str, str]]:
    """How many findings with a fix that may be made, by path and rule."""
    return Counter(
        (each.path, each.code)
        for each in findings
        if each.fix and each.fix.changes and (unsafe or each.fix.applicability == "safe")
    )


def offers_by_rule(offers: Counter[tuple[str, str]]) -> Counter[str]:
    """The same by rule alone."""
    return Counter(code for _, code in offers.elements())


def _silent(root: Path, offers: Counter[tuple[str, str]], done: Fixed, *, unsafe: bool) -> Iterator[str]:
    """Findings with a fix that are neither repaired nor told to be left."""
    left = Counter((each.path, each.code) for each in done.fixing.left)
    told = left + Counter((each.path, each.code) for each in done.fixing.repaired)
    after = _offers(done.after.report.findings, unsafe=unsafe)
    yield from (f"{root / path}: {code} is passed over" for path, code in offers - told)
    yield from (f"{root / path}: {code} is left without a word" for path, code in after - left)


def table(tally: Tally, seconds: float) -> str:
    """The tally as a table of Markdown."""
    left: Counter[str] = Counter()
    for (code, _), count in tally.left.items():
        left[code] += count
    codes = sorted(tally.found | tally.repaired)
    rows = [f"| {code} | {tally.found[code]} | {tally.repaired[code]} | {left[code]} |" for code in codes]
    total = f"| all | {tally.found.total()} | {tally.repaired.total()} | {tally.left.total()} |"
    lines = [f"{tally.files} files, {len(tally.faults)} faults, {seconds:.0f} s", "",
             "| rule | findings with a fix | repaired | left |", "|---|---|---|---|", *rows, total]  # fmt: skip
    if tally.left:
        lines += ["", "| left | because | rules |", "|---|---|---|"]
        reasons: dict[str, Counter[str]] = {}
        for (code, reason), count in tally.left.items():
            reasons.setdefault(_PLACE.sub("…", reason), Counter())[code] += count
        for reason, told in sorted(reasons.items(), key=lambda each: -each[1].total()):
            lines.append(f"| {told.total()} | {reason} | {', '.join(sorted(told))} |")
    return "\n".join(lines)


def main() -> int:
    """Write, fix, prove, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the projects are written; a temporary one by default")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="odd-files-"))
    tally, begun = Tally(), time.perf_counter()
    for number in range(-(-given.files // EACH)):
        root = folder / f"project_{given.seed}_{number:03}"
        told = len(tally.faults)
        project(root, given.seed * 10_000 + number, min(EACH, given.files - number * EACH))
        fixed(root, tally)
        for fault in tally.faults[told:]:
            print(fault, flush=True)
        print(f"{root}: {tally.repaired.total()} repaired, {len(tally.faults)} faults", file=sys.stderr, flush=True)
    print(table(tally, time.perf_counter() - begun))
    return bool(tally.faults)


if __name__ == "__main__":
    raise SystemExit(main())
