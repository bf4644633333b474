"""What the README and the files beside it tell people to run is one and the same."""

import os
import re
from pathlib import Path

import pytest

from cli_runs import isolint, project

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_readmes_test_command() -> None:
    [command] = [line for line in console_lines() if line.endswith("pytest")]
    *preparation, last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert last == command
    assert preparation[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in preparation
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_first_example_is_found_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [(source, shown)] = re.findall(
        r"```python\n(# shop.py\n.*?)```\n\n`isolint check shop.py` says:\n\n```text\n(.*?)```", README, re.DOTALL
    )
    project(tmp_path / "shop", {"shop.py": source}, monkeypatch)
    assert isolint("check", "shop.py") == (1, shown, "")


def test_readmes_hooks_are_offered() -> None:
    asked = set(re.findall(r"- id: (\S+)", README)) | set(re.findall(r"or (isolint-\w+), for all", README))
    offered = set(
        re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert asked == offered


def console_lines() -> list[str]:
    """The lines of the README's shell blocks."""
    return [line for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
