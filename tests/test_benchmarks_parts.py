"""What the benchmark is made of: how files change, which is imported most, what peers see, and that no figure lacks."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
LEAK = "import os\n\nCACHE = {}\n\n\ndef kept(user, items=[]):\n    global CACHE\n    CACHE = {user: eval(items)}\n"
TEXT = b'#!/usr/bin/env python\n# coding: utf-8\n"""Doc."""\n\ndef f():\n    x = a.b("\xc3\xa9")\n    return x'


def part(name: str) -> ModuleType:
    """A module of the benchmark, which finds the others beside it."""
    before = set(sys.modules)
    sys.path.insert(0, str(FOLDER))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(FOLDER))
        for each in set(sys.modules) - before:
            if str(FOLDER) in str(getattr(sys.modules[each], "__file__", "")):
                del sys.modules[each]


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        ("comment", b"return x\n# changed 0\n# changed 1\n"),
        ("line", b'# coding: utf-8\n\n\n"""Doc."""\n'),
        ("function", b"\n\ndef added_1(value: int) -> list[int]:\n    return [value]\n"),
        ("call", b'    x = a.b_changed_2("\xc3\xa9")\n'),
    ],
)
def test_each_edit_changes_what_it_says(way: str, shown: bytes) -> None:
    edits = part("edits").EDITS
    changed = edits[way](TEXT, 2)
    assert shown in changed
    ast.parse(changed)
    assert changed != edits[way](TEXT, 1)


def test_a_file_without_calls_in_functions_is_not_edited() -> None:
    edits = part("edits")
    assert edits.call_in(b"print(1)\n") is None
    assert edits.call_in(b"def (:\n") is None
    with pytest.raises(ValueError, match="no function calls anything"):
        edits.calls(b"print(1)\n", 1)


def test_importers_are_counted_through_all_forms_of_import(tmp_path: Path) -> None:
    files = {
        "src/shop/__init__.py": "from . import cart\n",
        "src/shop/cart.py": "",
        "src/shop/api/__init__.py": "from ..cart import add\n",
        "src/shop/api/broken.py": "import (\n",
        "tests/test_cart.py": "import shop.cart\nfrom shop import cart, api\nimport os\n",
        "tests/cart.py": "from shop.cart import add\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    counted = part("importers").importers(tmp_path, tuple(files))
    assert counted == {"src/shop/cart.py": 4, "src/shop/api/__init__.py": 1}


@pytest.mark.parametrize(
    "lacking",
    [
        {"figures": []},
        {"figures": [1.0, 0.0]},
        {"figures": [1.0, 1.0], "beside": {"floor": [1.0]}},
        {"figures": [1.0], "parts": {"reading": []}},
    ],
)
def test_a_figure_cannot_lack_silently(lacking: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"missing|runs of"):
        part("figures").Taken(**lacking)


def test_bound_with_the_start_up_grows_with_it() -> None:
    figures = part("figures")
    taken = figures.Taken([1.0, 3.0, 2.0], {"floor": [2.0, 2.0, 2.0], "start": [0.2, 0.2, 0.4]})
    assert taken.ratio("floor") == 1
    assert figures.Bound(0.05, "start").allowed(taken, "floor") == pytest.approx(0.15)


@pytest.mark.parametrize("peer", part("peers").PEERS, ids=lambda peer: peer.name)
def test_peer_sees_every_file_and_what_it_is_asked(peer: Any, tmp_path: Path) -> None:
    program = shutil.which(peer.program) or shutil.which(peer.program, path=str(Path(sys.executable).parent))
    if program is None or peer.needs not in said(program, *peer.version, within=tmp_path):
        pytest.skip("it is not installed")
    for path in ("shop/cart.py", "shop/tests/test_cart.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(LEAK, "utf-8")
    words = [word for word in peer.filled(tmp_path / "shop", 2) if word != "--quiet"]
    told = said(program, *words, within=tmp_path, good=peer.good)
    assert "/cart.py" in told
    assert "tests/test_cart.py" in told


def said(program: str, *words: str, within: Path, good: Collection[int] = (0,)) -> str:
    """Both streams of a run."""
    command = [program, *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, cwd=within)
    assert ran.returncode in good, ran.stderr
    return ran.stdout + ran.stderr
