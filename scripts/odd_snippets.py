"""Snippets that each carry one finding with a fix, a table by rule; `@N` is a number of its own, `@S` any string.

They are indented by four blanks. What is put around and into them, and how they are written in the end, is noise's.
"""

from random import Random
from typing import Final, NamedTuple

from odd_app import APP
from odd_suite import SUITE


class Snippet(NamedTuple):
    """Code of one place: an application's module (`app`), a test's (`test`), or one of an end-to-end test (`e2e`)."""

    rule: str
    place: str
    imports: tuple[str, ...]
    code: str


SNIPPETS: Final = tuple(
    Snippet(rule, place, tuple(imports.strip().splitlines()), code.strip("\n") + "\n")
    for rule, place, imports, *codes in (*APP, *SUITE)
    for code in codes
)

PROJECT: Final = {
    "isolint.toml": 'strict = true\nmin-confidence = "low"\n\n[vocabulary]\n'
    'registry-factory = [{ path = "shop.makers.ToolMaker.make_tool", methods = ["get_tool"], '
    'keywords = ["ToolRegistry"] }]\n',
    "pytest.ini": "[pytest]\nmarkers =\n    e2e: from end to end\n    timeout: ends it\n",
    "shop/__init__.py": "",
    "shop/engines.py": """import asyncio


class UserExecutionContext:
    def __init__(self, user_id, thread_id="", run_id=""):
        self.user_id, self.thread_id, self.run_id = user_id, thread_id, run_id


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None, tools=None):
        self.user_context = user_context

    def dispatch(self, name): ...


class UserExecutionEngine:
    def __init__(self, user_context):
        self.beat = asyncio.create_task(asyncio.sleep(60))

    async def run(self, text): ...

    async def cleanup(self):
        self.beat.cancel()
""",
    "shop/registry.py": """class Tool:
    def __init__(self):
        self.used = 0


class ToolRegistry:
    _tools = {}

    @classmethod
    def get_tool(cls, name):
        return cls._tools[name]
""",
    "shop/makers.py": """from shop.engines import UserExecutionContext
from shop.registry import Tool


class ToolMaker:
    @classmethod
    async def make_tool(cls, context: UserExecutionContext, name: str):
        return Tool()
""",
    "shop/realtime.py": """class WebSocketManager:
    def __init__(self, context=None):
        self.context = context

    async def send(self, text): ...


async def create_websocket_manager(user_context) -> WebSocketManager:
    return WebSocketManager(user_context)


def get_websocket_manager(user_context=None, /):
    return WebSocketManager(user_context)
""",
    "tests/conftest.py": """import uuid

import pytest

from shop.engines import UserExecutionContext


@pytest.fixture
def user_context():
    return UserExecutionContext(user_id=f"user-{uuid.uuid4()}")
""",
}
PLACES: Final = {"app": "shop/odd_{}.py", "test": "tests/test_odd_{}.py", "e2e": "tests/e2e/test_odd_{}.py"}


def some(chance: Random, place: str, numbers: range) -> list[Snippet]:
    """Snippets of one place, their number written in."""
    fitting = [each for each in SNIPPETS if each.place == place]
    rules = sorted({each.rule for each in fitting})
    if chance.randrange(3) == 0:
        fitting += [each for each in SNIPPETS if each.rule == "ISO002"] * 2
        rules.append("ISO002")
    chosen = []
    for number in numbers:
        rule = chance.choice(rules)
        snippet = chance.choice([each for each in fitting if each.rule == rule])
        chosen.append(snippet._replace(code=snippet.code.replace("@N", str(number))))
    return chosen
