"""The check of a fixed tree notices what no fix announced, and a run over a small tree tells what was fixed."""

import importlib.util
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from isolint.campaign.rounds import Round
from isolint.campaign.tasks import Task
from isolint.change import Decorate, Enlist
from isolint.finding import Fix
from report_sample import REPORT

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "fix_tree.py"


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fix_tree", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_change_that_no_fix_announced_is_noticed() -> None:
    fix = Fix("safe", "", (("a.py", Decorate((3, 5, 3, 6), "mark.slow")), ("a.py", Enlist("names", "mark.e2e"))))
    task = Task("1", replace(REPORT.findings[0], path="a.py", fix=fix), fix)
    before = b"import mark\n\ndef f():\n    return 1  # one\n\n\n\ndef g():\n    return 2  # two\n"
    good = b"import mark\n\nnames = mark.e2e\n\n@mark.slow\n" + before.split(b"\n\n", 1)[1]

    def told(after: bytes) -> list[str]:
        return list(benchmark().unannounced(Round((task,), {"a.py": before}, {"a.py": after})))

    assert told(good) == []
    assert told(good.replace(b"return 2", b"return 3")) == ["a.py:9: '2' -> '3'"]
    assert told(good.replace(b"  # two", b"")) == ["a.py:9: '# two' -> ''"]


def test_a_tree_is_fixed_in_a_copy(tmp_path: Path) -> None:
    tree = tmp_path / "shop"
    tree.mkdir()
    (tree / "a.py").write_text("x = 1  # isolint: ignore[ISO101] nothing\n")
    done = subprocess.run([sys.executable, SCRIPT, tree], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("shop: 1 files changed, 1 findings repaired, 0 left, 1 rounds, ")
    assert "a second run changes 0 files; unannounced differences: 0\n" in done.stdout
    assert (tree / "a.py").read_text() == "x = 1  # isolint: ignore[ISO101] nothing\n"
