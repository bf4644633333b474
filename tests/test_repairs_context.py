"""Fixes that hand a user's context on: when they are offered, what they say, and how the text looks then."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from isolint.change import Await, Parameter, Pass, Place, Recall, Reword, Unawait
from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding
from isolint.fixes import Unfixable, edited
from isolint.fixes.making import make

CASES = Path(__file__).parent / "cases"
AGENTS = """
class UserExecutionContext:
    def __init__(self, user_id): ...


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None, tools=None): ...


class BaseAgent: ...


class Helper(BaseAgent):
    def __init__(self, name, user_context: UserExecutionContext | None = None): ...
"""
REGISTRY = """
class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def get_agent(self, name):
        return self._agents[name]


registry = AgentRegistry()
"""
ROUTE = """
from fastapi import Depends, FastAPI
from agents import UserExecutionContext
from registry import registry

app = FastAPI()


@app.post("/ask")
async def ask(question: str, user_context: UserExecutionContext = Depends()):
    return await registry.get_agent("helper").run(question)
"""
FACTORY = """
from agents import UserExecutionContext


class AgentInstanceFactory:
    def create_agent(self, name, user_context: UserExecutionContext): ...
"""
SELECTED = 'select = ["ISO101", "ISO302", "ISO303", "ISO401", "ISO403", "ISO501"]\n'


def found(root: Path, files: Mapping[str, str]) -> list[Finding]:
    for path, text in {"isolint.toml": SELECTED, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return list(check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report.findings)


def fixed(root: Path, files: Mapping[str, str], path: str) -> str:
    """A file once its fixes are carried out."""
    fixes: dict[str, list[object]] = {}
    for number, finding in enumerate(found(root, files)):
        for where, change in finding.fix.changes if finding.fix else ():
            if where == path:
                fixes.setdefault(str(number), []).append(change)
    made = make(path, (root / path).read_bytes(), fixes)  # type: ignore[arg-type]
    assert not made.refused
    return made.data.decode()


def whole(text: str, part: str) -> Place:
    """The place of a part of one line."""
    line = next(n for n, each in enumerate(text.split("\n"), 1) if part in each)
    column = text.split("\n")[line - 1].index(part) + 1
    return line, column, line, column + len(part)


@pytest.mark.parametrize(
    "story",
    ["ISO401/no-single-context-in-scope", "ISO501/no-context-fixture-to-take", "ISO101/no-factory-to-make-it"],
)
def test_nothing_is_offered_where_the_context_or_the_factory_is_missing(story: str) -> None:
    root = CASES / story
    findings = check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report.findings
    assert findings
    assert [finding.line for finding in findings if finding.fix] == []


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        ("ISO302/factory-asked-with-the-context", [25, 30]),  # cannot await; no context
        ("ISO101/made-by-the-factory-that-is-there", [48, 53]),  # no context; a default that the factory has not
        ("ISO101/awaited-where-the-factory-is", [25]),
        ("ISO403/several-classes-implement-it", [9, 13, 17]),  # two; other arguments; none
        ("ISO303/context-in-scope-passed-on", [12, 27]),  # a fixture of the module; nothing in scope
    ],
)
def test_nothing_is_offered_there(story: str, lines: list[int]) -> None:
    root = CASES / story
    findings = check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report.findings
    assert sorted(finding.line for finding in findings if finding.fix is None) == lines


def test_fix_says_what_it_does_and_is_unsafe(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, {"agents.py": AGENTS, "registry.py": REGISTRY, "api.py": ROUTE, "made.py": FACTORY})
    assert finding.fix is not None
    assert finding.fix.applicability == "unsafe"
    assert finding.fix.message == "make it by `AgentInstanceFactory().create_agent`"


def test_no_import_that_would_make_a_cycle(tmp_path: Path) -> None:
    made = f"import helpers\n{FACTORY}"
    files = {"agents.py": AGENTS, "registry.py": REGISTRY, "api.py": ROUTE, "made.py": made}
    (finding,) = found(tmp_path, {**files, "helpers.py": "from api import app\n"})
    assert finding.fix is None


def test_no_import_over_a_name_that_means_something_else(tmp_path: Path) -> None:
    files = {"agents.py": AGENTS, "registry.py": REGISTRY, "made.py": FACTORY}
    (finding,) = found(tmp_path, {**files, "api.py": f"{ROUTE}\n\nAgentInstanceFactory = None\n"})
    assert finding.fix is None


def test_no_name_that_is_imported_for_type_checkers_alone(tmp_path: Path) -> None:
    guarded = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from made import AgentInstanceFactory\n"
    files = {"agents.py": AGENTS, "registry.py": REGISTRY, "made.py": FACTORY}
    (finding,) = found(tmp_path, {**files, "api.py": f"{guarded}{ROUTE}"})
    assert finding.fix is None


def test_a_name_is_said_as_the_file_imports_it(tmp_path: Path) -> None:
    files = {"agents.py": AGENTS, "registry.py": REGISTRY, "made.py": FACTORY}
    text = fixed(tmp_path, {**files, "api.py": f"import made as factories\n{ROUTE}"}, "api.py")
    assert 'await factories.AgentInstanceFactory().create_agent("helper", user_context).run(question)' in text
    assert "from made" not in text


def test_a_factory_in_scope_is_asked(tmp_path: Path) -> None:
    route = ROUTE.replace("question: str, ", "question: str, factory: AgentInstanceFactory, ")
    route = route.replace("from agents", "from made import AgentInstanceFactory\nfrom agents")
    files = {"agents.py": AGENTS, "registry.py": REGISTRY, "made.py": FACTORY, "api.py": route}
    assert 'await factory.create_agent("helper", user_context).run(question)' in fixed(tmp_path, files, "api.py")


def test_one_of_another_class_is_not_passed(tmp_path: Path) -> None:
    conftest = "import pytest\n\n\nclass UserExecutionContext: ...\n\n\n@pytest.fixture\ndef user_context():\n"
    files = {
        "agents.py": AGENTS,
        "tests/conftest.py": f"{conftest}    return UserExecutionContext()\n",
        "tests/test_it.py": "from agents import Helper\n\n\ndef test_helper():\n    assert Helper('a')\n",
    }
    (finding,) = found(tmp_path, files)
    assert (finding.code, finding.fix) == ("ISO501", None)


@pytest.mark.parametrize(
    "rest",
    [
        "test_helper()\n",
        "for each in [test_helper]:\n    each()\n",
        "class TestMore:\n    helper = test_helper\n",
    ],
)
def test_a_test_that_somebody_calls_gets_no_parameter(tmp_path: Path, rest: str) -> None:
    conftest = "import pytest\nfrom agents import UserExecutionContext\n\n\n@pytest.fixture\ndef user_context():\n"
    files = {
        "agents.py": AGENTS,
        "tests/conftest.py": f"{conftest}    return UserExecutionContext('a')\n",
        "tests/test_it.py": f"from agents import Helper\n\n\ndef test_helper():\n    assert Helper('a')\n\n\n{rest}",
    }
    assert [f.fix for f in found(tmp_path, files) if f.code == "ISO501"] == [None]


def test_line_ends_and_tabs_stay(tmp_path: Path) -> None:
    text = 'import agents\r\n\r\n\r\ndef test_it():\r\n\tassert agents.Helper(\r\n\t\t"a"  # one\r\n\t)\r\n'
    helper = whole(text, "agents.Helper(")
    at: Place = (helper[0], helper[1], 7, 3)
    changed = edited(text, [Parameter(whole(text, "test_it"), "ctx"), Pass(at, "ctx", "user_context")])
    assert changed == (
        "import agents\r\n\r\n\r\ndef test_it(ctx):\r\n\tassert agents.Helper(\r\n"
        '\t\t"a",  # one\r\n\t\tuser_context=ctx\r\n\t)\r\n'
    )
    assert found(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("async def f():\n    return g(1).h\n", "async def f():\n    return (await g(1)).h\n"),
        ("async def f():\n    return -g(1) + 1\n", "async def f():\n    return -await g(1) + 1\n"),
        ("async def f():\n    return await g(1)\n", "async def f():\n    return await g(1)\n"),
        ("async def f():\n    return h(g(1))\n", "async def f():\n    return h(await g(1))\n"),
    ],
)
def test_call_is_awaited(before: str, after: str) -> None:
    assert edited(before, [Await(whole(before, "g(1)"))]) == after


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    return g(1)\n",
        "async def f():\n    return list(g(1) for _ in range(2))\n",
        "async def f():\n    return lambda: g(1)\n",
    ],
)
def test_nothing_is_awaited_where_that_changes_what_it_is(text: str) -> None:
    with pytest.raises(Unfixable, match="cannot await"):
        edited(text, [Await(whole(text, "g(1)"))])


def test_await_goes_with_its_parentheses() -> None:
    text = "async def f():\n    return (await g(1)).h\n"
    changed = edited(text, [Recall(whole(text, "g(1)"), "k"), Unawait(whole(text, "g(1)"))])
    assert changed == "async def f():\n    return k(1).h\n"


def test_what_decides_about_a_call_is_not_passed_to_it() -> None:
    text = "def f(ctx):\n    return k(ctx) if ctx else g(1)\n"
    with pytest.raises(Unfixable, match="reached or not"):
        edited(text, [Pass(whole(text, "g(1)"), "ctx")])


def test_argument_comes_where_it_belongs() -> None:
    text = "g(1, 2, *rest, k=3, **more)\n"
    at = whole(text, text.strip())
    assert edited(text, [Pass(at, "ctx", "", 1)]) == "g(1, ctx, 2, *rest, k=3, **more)\n"
    assert edited(text, [Pass(at, "ctx", "c")]) == "g(1, 2, *rest, k=3, c=ctx, **more)\n"


def test_none_is_replaced() -> None:
    text = "g(1, None)\n"
    assert edited(text, [Reword(whole(text, "g(1, None)"), "None", "ctx")]) == "g(1, ctx)\n"
