"""Compares the findings in installed libraries with those on record, tests/corpora/findings.json; `--accept` records.

The libraries are those of the dependency group `corpora`. They are found by their metadata and read, never imported.
"""

import argparse
import difflib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
RECORD: Final = ROOT / "tests" / "corpora" / "findings.json"
PACKAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "aiohttp": "aiohttp",
        "anyio": "anyio",
        "attr": "attrs",
        "click": "click",
        "django": "Django",
        "fastapi": "fastapi",
        "flask": "Flask",
        "flask_sqlalchemy": "Flask-SQLAlchemy",
        "httpx": "httpx",
        "jsonschema": "jsonschema",
        "requests": "requests",
        "sqlalchemy": "SQLAlchemy",
        "sqlmodel": "sqlmodel",
        "starlette": "starlette",
        "websockets": "websockets",
        "_pytest": "pytest",
    }
)
"""The distribution that a package to be read comes in."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({"default": (), "strict": ("--strict",)})
FOUND: Final = (0, 1)


def seen(package: str) -> dict[str, Any]:
    """What a run says of a package: what it saw, and the findings under each choice of rules, one line each."""
    folder = located(package)
    with TemporaryDirectory(prefix="isolint-corpora-") as cache:
        reports = {name: report(folder, options, cache) for name, options in CHOICES.items()}
    said = reports["default"]
    return {
        "version": installed(package),
        "files": said["files"],
        "entries": said["entries"],
        **{name: [line(each) for each in found["findings"]] for name, found in reports.items()},
    }


def installed(package: str) -> str:
    """The version of the package's distribution, empty where it is not installed."""
    try:
        return version(PACKAGES[package])
    except PackageNotFoundError:
        return ""


def located(package: str) -> Path:
    """The package's folder, found without importing it; raises LookupError where there is none."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"{package} is not installed: install the dependency group `corpora`")
    return Path(spec.submodule_search_locations[0])


def report(folder: Path, options: Sequence[str], cache: str) -> dict[str, Any]:
    """The JSON report on a folder taken for a project of its own, with isolint's own defaults."""
    command = [
        sys.executable,
        "-m",
        "isolint",
        "check",
        "--format",
        "json",
        "--root",
        str(folder),
        *options,
        str(folder),
    ]
    environment = {**os.environ, "XDG_CACHE_HOME": cache}
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if ran.returncode not in FOUND:
        raise RuntimeError(ran.stderr)
    read: dict[str, Any] = json.loads(ran.stdout)
    return read


def line(finding: Mapping[str, Any]) -> str:
    """One finding as a line to compare."""
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    return f"{place} {finding['code']} {finding['confidence']} {finding['message']}"


def recorded() -> dict[str, Any]:
    """What is on record, by package."""
    read: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    return read


def written(record: Mapping[str, Any]) -> str:
    """The record as it stands in its file."""
    return json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def difference(package: str, before: object, after: object) -> str:
    """How two entries of the record differ, as a unified diff; empty where they are equal."""
    old, new = (written({package: each}).splitlines() for each in (before, after))
    return "\n".join(difflib.unified_diff(old, new, f"{package}: recorded", f"{package}: found", lineterm=""))


def main(arguments: list[str]) -> int:
    """Print how the findings differ from the record, or with `--accept` renew it; status 1 where they differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="record what is found now")
    parser.add_argument("packages", nargs="*", metavar="package", help="all of them if left out")
    options = parser.parse_args(arguments)
    before = recorded()
    chosen = options.packages or sorted(PACKAGES)
    after = before | {package: seen(package) for package in chosen}
    differences = [d for package in chosen if (d := difference(package, before.get(package), after[package]))]
    sys.stdout.write("".join(f"{each}\n" for each in differences))
    if options.accept:
        RECORD.write_text(written(after), encoding="utf-8", newline="\n")
        return 0
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
