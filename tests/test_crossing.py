"""The leak of examples/crossing crosses four files: isolint tells the way, and it really leaks."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding

EXAMPLES = Path(__file__).parent.parent / "examples"


def findings(example: str) -> tuple[Finding, ...]:
    folder = EXAMPLES / example
    return tuple(check(load([], cwd=folder, root=folder), Request(cache=False, jobs=1)).report.findings)


def forget_desk() -> None:
    """Both examples have a package named desk: forget the one that was imported."""
    for name in [name for name in sys.modules if name == "desk" or name.startswith("desk.")]:
        del sys.modules[name]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], TestClient]]:
    """Start an example by the name of its folder."""

    def start_example(example: str) -> TestClient:
        monkeypatch.syspath_prepend(EXAMPLES / example)
        forget_desk()
        return TestClient(importlib.import_module("desk.app").app)

    yield start_example
    forget_desk()


def test_way_of_the_leak_is_told_step_by_step() -> None:
    (finding,) = findings("crossing")
    assert (finding.code, finding.confidence) == ("ISO103", "high")
    assert [(step.path, step.message) for step in finding.trace] == [
        ("desk/api/routes.py", "the request enters at `save_draft`"),
        ("desk/api/routes.py", "`save_draft` goes on here"),
        ("desk/drafts/service.py", "`DraftService.save` goes on here"),
        ("desk/storage/shelf.py", "`desk.storage.state.latest` is given `draft`"),
        ("desk/storage/state.py", "`desk.storage.state.latest` is one for the whole process"),
    ]
    assert [(step.path, step.message) for step in finding.related] == [
        ("desk/api/routes.py", "`read_latest` reads it"),
    ]


def test_each_step_is_on_the_line_that_it_tells_of() -> None:
    (finding,) = findings("crossing")
    lines = [
        (EXAMPLES / "crossing" / step.path).read_text(encoding="utf-8").splitlines()[step.line - 1].strip()
        for step in finding.trace
    ]
    assert lines == [
        "def save_draft(draft: NewDraft, user: User, drafts: Drafts) -> str:",
        "return drafts.save(user, draft.text)",
        "shelf.keep(draft)",
        "latest.appendleft(draft)",
        "latest: deque[Any] = deque(maxlen=5)",
    ]


def test_readme_quotes_the_finding() -> None:
    (finding,) = findings("crossing")
    told = f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {finding.message}"
    assert told in (EXAMPLES / "crossing" / "README.md").read_text(encoding="utf-8")


def test_nothing_is_found_in_the_repaired_one() -> None:
    assert findings("crossing-repaired") == ()


@pytest.mark.parametrize(("example", "seen"), [("crossing", ["Dear Carol,"]), ("crossing-repaired", [])])
def test_bob_asks_for_his_latest_drafts(start: Callable[[str], TestClient], example: str, seen: list[str]) -> None:
    client = start(example)
    client.post("/drafts", json={"text": "Dear Carol,"}, headers={"X-User": "alice"})
    assert client.get("/drafts/latest", headers={"X-User": "bob"}).json() == seen
