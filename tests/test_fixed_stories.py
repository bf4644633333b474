"""Every story that has `.fixed` files says what its fixes make of it, byte by byte."""

import re
import shutil
from pathlib import Path

import pytest

from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding
from isolint.fixes.making import make

CASES = Path(__file__).parent / "cases"
STORIES = sorted({file.parent for file in CASES.rglob("*.fixed")}, key=str)
STORIES = sorted({next(p for p in (s, *s.parents) if p.parent.parent == CASES) for s in STORIES})
EXPECT = re.compile(rb"  # expect:(?: ISO[0-9]{3})+(?=\r?$)", re.MULTILINE)


def story_id(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def offered(root: Path) -> list[Finding]:
    report = check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report
    return [each for each in report.findings if each.fix]


def fixed(root: Path) -> dict[str, bytes]:
    """The files that the fixes change, safe and unsafe ones, as they are then; until nothing is left to fix."""
    texts: dict[str, bytes] = {}
    for _ in range(4):
        changes: dict[str, dict[str, list[object]]] = {}
        for number, finding in enumerate(offered(root)):
            for path, change in finding.fix.changes if finding.fix else ():
                changes.setdefault(path, {}).setdefault(str(number), []).append(change)
        new = {}
        for path, fixes in changes.items():
            before = (root / path).read_bytes()
            made = make(path, before, fixes)  # type: ignore[arg-type]
            assert not made.refused, made.refused
            if made.data != before:
                new[path] = made.data
        if not new:
            return texts
        texts |= new
        for path, data in new.items():
            (root / path).write_bytes(data)
    raise AssertionError("the fixes never come to an end")


@pytest.mark.parametrize("story", STORIES, ids=story_id)
def test_story_is_fixed_as_it_says(story: Path, tmp_path: Path) -> None:
    root = tmp_path / "story"
    shutil.copytree(story, root, ignore=shutil.ignore_patterns("*.fixed", "__pycache__"))
    for file in root.rglob("*.py"):  # what is expected is no part of the code
        file.write_bytes(EXPECT.sub(b"", file.read_bytes()))
    wanted = {
        file.relative_to(story).as_posix().removesuffix(".fixed"): EXPECT.sub(b"", file.read_bytes())
        for file in story.rglob("*.fixed")
    }
    got = fixed(root)
    assert {path: data.decode("latin-1") for path, data in got.items()} == {
        path: data.decode("latin-1") for path, data in wanted.items()
    }
