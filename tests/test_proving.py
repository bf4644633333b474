"""What every rule says of the whole program decides whether files prove."""

from dataclasses import replace
from pathlib import Path

import pytest

from isolint.campaign.proving import Prover
from isolint.campaign.tasks import Task
from isolint.change import Comment, Rename
from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding, Fix

SESSION = "from sqlalchemy.orm import Session\n\n"
FILES = {
    "one.py": f"{SESSION}first = Session()\n",
    "two.py": f"{SESSION}second = Session()\n\n\ndef use():\n    return second\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def faults(root: Path, *tasks: Task, **files: str) -> dict[str, str]:
    config, request = load([], cwd=root, root=root), Request(cache=False, jobs=1)
    prover = Prover(config, request, check(config, request).rules)
    return dict(prover.verdict(tasks, {f"{name}.py": text.encode() for name, text in files.items()}).faults)


def task(root: Path, path: str, change: Comment | Rename | None = None) -> Task:
    """A task for the first finding of a file."""
    found: Finding = next(
        each for each in check(load([], cwd=root, root=root), Request(cache=False)).every if each.path == path
    )
    fix = Fix("safe", "mend it", ((path, change or Comment((1, 1, 1, 2), "")),))
    return Task("1", replace(found, fix=fix), fix)


def test_what_is_gone_and_nothing_new_proves(root: Path) -> None:
    assert faults(root, task(root, "one.py"), one="first = 1\n") == {}


def test_what_is_still_found_does_not_prove(root: Path) -> None:
    assert faults(root, task(root, "one.py"), one=f"{FILES['one.py']}# mended\n") == {
        "one.py": "ISO202 would still be found"
    }


def test_a_new_finding_of_any_rule_does_not_prove(root: Path) -> None:
    told = faults(root, task(root, "one.py"), one="def f(x, kept=[]):\n    kept.append(x)\n    return kept\n")
    assert told == {"one.py": "ISO110 would be new in one.py"}


def test_a_finding_elsewhere_blames_no_file_by_itself(root: Path) -> None:
    told = faults(root, one=FILES["one.py"], two=f"{FILES['two.py']}third = Session()\n")
    assert told == {"two.py": "ISO202 would be new in two.py"}
    (root / "three.py").write_text("def make():\n    return None\n")
    (root / "four.py").write_text("from three import make\n\nshared = make()\n")
    made = "from sqlalchemy.orm import Session\n\n\ndef make() -> Session:\n    return Session()\n"
    assert faults(root, three=made) == {"": "ISO202 would be new in four.py"}


def test_one_finding_does_not_make_room_for_another(root: Path) -> None:
    moved = f"{SESSION}\nclass Shop:\n    second = Session()\n\n\ndef use():\n    return Shop.second\n"
    assert faults(root, two=moved) == {"two.py": "ISO202 would be new in two.py"}


def test_a_finding_whose_text_has_changed_is_no_new_one(root: Path) -> None:
    assert faults(root, two=FILES["two.py"].replace("second = Session()", "second = Session(None)")) == {}
