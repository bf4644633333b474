"""Compares the fixtures that isolint sees for the tests of well-kept projects with those that pytest says they use.

What pytest says is on record in tests/data/fixtures, one file a project, made by fixture_record.py. The sources are
those of the version on record, unpacked: `pip download --no-binary :all: --no-deps NAME==VERSION` brings them.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Final, NamedTuple

from isolint.config import load
from isolint.engine import Request, linked
from isolint.facts import CLASS
from isolint.program import Program
from isolint.program.values.origins import Cls, Fn

ROOT: Final = Path(__file__).resolve().parent.parent
RECORDS: Final = ROOT / "tests" / "data" / "fixtures"


class Test(NamedTuple):
    """A test as pytest names it, and the names of its fixtures by both accounts; None where isolint sees no test."""

    path: str
    name: str
    said: frozenset[str]
    seen: frozenset[str] | None

    @property
    def same(self) -> bool:
        return self.said == self.seen

    def __str__(self) -> str:
        lacking = " ".join(sorted(self.said - (self.seen or frozenset())))
        extra = "(no test)" if self.seen is None else " ".join(sorted(self.seen - self.said))
        return f"{self.path}::{self.name}\n    isolint lacks: {lacking}\n    isolint adds:  {extra}"


def compared(folder: Path, tests: dict[str, dict[str, list[str]]]) -> list[Test]:
    """The tests of a record, with what isolint sees in the sources in a folder."""
    said = [(path, name, names) for path, groups in tests.items() for names in groups for name in groups[names]]
    config = load([folder], cwd=folder, root=folder)
    with linked(config, Request(cwd=folder, jobs=1, cache=False)) as program:
        files = {unit.path: number for number, unit in enumerate(program.units)}
        return [
            Test(path, name, frozenset(names.split()), seen(program, files[path], name) if path in files else None)
            for path, name, names in said
        ]


def seen(program: Program, file: int, name: str) -> frozenset[str] | None:
    """The names of the fixtures of a test `Class::test`, None where isolint takes it for none."""
    *classes, test = name.split("::")
    if classes:
        cls = nested(program, file, classes)
        at = program.suites.classes.tests(cls).get(test) if cls and program.suites.classes.is_collected(cls) else None
        return program.suites.names(*at, (file, cls.scope)) if cls and at else None
    found = program.evaluator.names.exported(file, test) or ()
    tests = [f for f in found if isinstance(f, Fn) and program.suites.is_test(f.file, f.scope)]
    return program.suites.names(tests[0].file, tests[0].scope, (file, -1)) if tests else None


def nested(program: Program, file: int, names: list[str]) -> Cls | None:
    """The class that these names of classes lead to."""
    scope = 0
    for name in names:
        headers = enumerate(program.units[file].interface.scopes)
        scope = max((n for n, h in headers if h[0] == CLASS and h[1] == name and h[2] == scope), default=-1)
    return Cls(file, scope) if scope > 0 else None


def main(arguments: list[str]) -> int:
    """Print a line for each project, and the tests that differ; status 1 where more than one of a hundred does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", type=Path, help="the folder with NAME-VERSION folders")
    parser.add_argument("projects", nargs="*", metavar="project", help="all of those on record if left out")
    parser.add_argument("--differing", type=int, default=5, help="how many differing tests to print for each project")
    options = parser.parse_args(arguments)
    enough = True
    for project in options.projects or sorted(file.stem for file in RECORDS.glob("*.json")):
        record = json.loads((RECORDS / f"{project}.json").read_text(encoding="utf-8"))
        folder = options.sources / f"{project}-{record['version']}"
        if not folder.is_dir():
            print(f"{folder.name}: not in {options.sources}")
            enough = False
            continue
        tests = compared(folder.resolve(), record["tests"])
        same = sum(test.same for test in tests)
        enough &= same >= 0.99 * len(tests)
        print(f"{folder.name:24} {len(tests):6} tests {same:6} same {same / len(tests):8.2%}")
        for test in [test for test in tests if not test.same][: options.differing]:
            print(f"  {test}")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
