"""In the libraries that the tests install, isolint finds what is on record, so that no change of it goes unseen."""

import importlib.util
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "scripts" / "corpora.py"
RECORD = json.loads((ROOT / "tests" / "corpora" / "findings.json").read_text("utf-8"))
WHAT_TO_DO = (
    "Look at each line, in the installed package, whether it is a true or a false alarm; "
    "then record what is found with `python scripts/corpora.py --accept {package}`."
)


@cache
def corpora() -> ModuleType:
    """The script that compares and records, loaded from its file."""
    spec = importlib.util.spec_from_file_location("corpora", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pinned() -> dict[str, str]:
    """The versions that the dependency group `corpora` wants, by the distribution's name in lower case."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    group = text.partition("\ncorpora = [\n")[2].partition("\n]")[0]
    words = [line.strip().strip('",').partition(";")[0].strip() for line in group.splitlines() if "==" in line]
    return {name.partition("[")[0].lower(): version for name, _, version in (word.partition("==") for word in words)}


def test_each_package_is_on_record_with_the_version_that_is_pinned() -> None:
    packages = corpora().PACKAGES
    assert set(RECORD) == set(packages)
    assert {packages[name].lower(): entry["version"] for name, entry in RECORD.items()} == pinned()


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the pinned versions need Python 3.11")
@pytest.mark.parametrize("package", sorted(RECORD))
def test_findings_are_those_on_record(package: str) -> None:
    wanted, installed = RECORD[package]["version"], corpora().installed(package)
    assert installed == wanted, f"{package} {wanted} is pinned: install the dependency group `test` again"
    differs = corpora().difference(package, RECORD[package], corpora().seen(package))
    assert not differs, f"\n{differs}\n{WHAT_TO_DO.format(package=package)}"


def test_new_finding_is_a_difference_that_names_its_place(tmp_path: Path) -> None:
    (tmp_path / "sessions.py").write_text("from sqlalchemy.orm import Session\n\nsession = Session()\n", "utf-8")
    found = corpora().report(tmp_path, (), str(tmp_path / "cache"))
    lines = [corpora().line(each) for each in found["findings"]]
    difference = corpora().difference("shop", {"default": []}, {"default": lines})
    added = [each for each in difference.splitlines() if each.startswith("+") and "sessions.py:3:" in each]
    assert len(added) == 1
    assert " ISO202 " in added[0]
    assert not corpora().difference("shop", {"default": lines}, {"default": lines})


def test_package_is_read_and_not_imported() -> None:
    code = (
        "import runpy, sys; "
        "runpy.run_path('scripts/corpora.py')['seen']('websockets'); "
        "sys.exit('websockets' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
