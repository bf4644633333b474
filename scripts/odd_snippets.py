"""Snippets that each carry one finding with a fix, a table by rule; `@N` is a number of its own, `@S` any string.

They are indented by four blanks. What is put around and into them, and how they are written in the end, is noise's.
"""

from random import Random
from typing import Final, NamedTuple


class Snippet(NamedTuple):
    """Code of one place: an application's module (`app`), a test's (`test`), or one of an end-to-end test (`e2e`)."""

    rule: str
    place: str
    imports: tuple[str, ...]
    code: str


def _of(rule: str, place: str, imports: str, *codes: str) -> list[Snippet]:
    lines = tuple(imports.splitlines())
    return [Snippet(rule, place, lines, code.strip("\n") + "\n") for code in codes]


SNIPPETS: Final[tuple[Snippet, ...]] = (
    *_of("ISO002", "app", "",
"""
value_@N = @S  # isolint: ignore[ISO101] it was one
""", """
# isolint: ignore[ISO202] nothing below
def idle_@N(first, /, second=@S, *, third): return first, second, third
""", """
def idle_@N(
    first,  # isolint: ignore[ISO103, ISO104]
    *rest: int,
    **more: "int",
) -> None:
    ...
""", """
text_@N = @S \\
    @S  # noqa: F401  # isolint: ignore[ISO101] gone  # and more
""", """
items_@N = [
    @S,
    # isolint: ignore[ISO303] gone
    @S,
]
"""),
    *_of("ISO110", "app", "",
"""
def remember_@N(message, history=[]):
    history.append(message)
    return history
""", """
def remember_@N(message, history=[]): history.append(message); return history
""", """
def complete_@N(
    model: str,
    options: dict = {"a": @S, "b": 2},  # what there is
    *,
    strict: bool = False,
) -> int:
    @S
    options["model"] = model
    return len(options)
""", """
class Kept_@N:
    @staticmethod
    def names(*, names: "list" = ["zoe", @S]) -> str:
        \"\"\"Of names.

            def fake(history=[]): ...
        \"\"\"
        names.sort()
        return ", ".join(names)
""", """
async def excluded_@N(field, /, fields=[], *more):
    # what is left out
    fields += ["min", f"{field!r:>{10}}"]
    return field in fields
"""),
    *_of("ISO204", "app", "from fastapi import FastAPI\nfrom sqlalchemy import create_engine, text\n"
         "from sqlalchemy.orm import sessionmaker",
"""
Local_@N = sessionmaker(bind=create_engine("sqlite:///shop.db"))
app_@N = FastAPI()


def get_db_@N():
    db = Local_@N()
    yield db
    db.close()


@app_@N.get("/orders/@N")
def orders_@N() -> int:
    db = Local_@N()
    count = db.execute(text(@S)).scalar_one()
    db.close()
    return count


@app_@N.get("/carts/@N")
def carts_@N() -> int:
    db = Local_@N()  # never closed
    if (count := db.execute(text("select 1")).scalar_one()) > 1:
        return count
    return db.execute(text(@S)).scalar_one()
"""),
    *_of("ISO402", "app", "from contextvars import ContextVar\nfrom flask import Flask, request",
"""
flask_@N = Flask(__name__)
tenant_@N = ContextVar("tenant_@N")


@flask_@N.get("/orders/@N")
def listed_@N():
    token = tenant_@N.set(request.headers["X-Tenant"])
    found = loaded_@N(@S)
    tenant_@N.reset(token)
    return found


def loaded_@N(key):
    return [tenant_@N.get(), key]
""", """
flask_@N = Flask(__name__)
tenant_@N = ContextVar("tenant_@N", default=None)


@flask_@N.get("/users/@N")
def shown_@N():
    tenant_@N.set(request.headers["X-Tenant"])
    return loaded_@N()


def loaded_@N():
    return [tenant_@N.get()]
"""),
    *_of("ISO404", "app", "from shop.engines import UserExecutionEngine\nfrom fastapi import FastAPI",
"""
app_@N = FastAPI()


@app_@N.get("/run/@N")
async def run_@N(user_id: str):
    engine = UserExecutionEngine(user_id)
    return await engine.run(@S)
"""),
    *_of("ISO401", "app", "from shop.engines import ToolDispatcher, UserExecutionContext\nfrom fastapi import FastAPI",
"""
app_@N = FastAPI()


@app_@N.get("/analyse/@N")
def analyse_@N(repository: str, user_context: UserExecutionContext):
    dispatcher = ToolDispatcher(tools=[repository, @S])
    return dispatcher.dispatch(repository)
"""),
    *_of("ISO107", "app", "from flask import Flask, request",
"""
flask_@N = Flask(__name__)


class Form_@N:
    errors = []

    def fail(self, error):
        self.errors.append(error)


@flask_@N.post("/forms/@N")
def filled_@N():
    form = Form_@N()
    form.fail(request.headers["X-Error"])
    return form.errors
"""),
    *_of("ISO503", "test", "",
"""
RUNS_@N = []


def test_first_@N():
    RUNS_@N.append(@S)
    assert len(RUNS_@N) == 1


def test_second_@N():
    assert RUNS_@N == []
"""),
    *_of("ISO504", "test", "import os",
"""
def test_region_@N():
    os.environ["SHOP_REGION_@N"] = @S
    assert os.environ["SHOP_REGION_@N"]
""", """
async def test_region_@N(tmp_path):
    os.environ.pop("SHOP_REGION_@N", None); home = tmp_path / @S
    os.environ["SHOP_HOME_@N"] = str(home)
    assert home
""", """
class TestRegion_@N:
    def test_region(self, tmp_path, *, depth=@N):
        before = os.environ.get("SHOP_REGION_@N")
        os.environ["SHOP_REGION_@N"] = (
            @S
        )
        try:
            assert depth
        finally:
            if before is None:
                del os.environ["SHOP_REGION_@N"]
            else:
                os.environ["SHOP_REGION_@N"] = before
""", """
def test_paths_@N(): os.environ["SHOP_EXPORTS_@N"] = @S
""", """
def test_exports_@N():
    os.environ.update({"SHOP_EXPORTS_@N": @S, "SHOP_ZONE_@N": "b"})
    os.environ.setdefault("SHOP_ZONE_@N", @S)
    assert 1 < @N + 2 < 10**9
    os.environ.pop("SHOP_EXPORTS_@N", None)
"""),
    *_of("ISO506", "test", "",
"""
class TestSocket_@N:
    def setup_method(self):
        self.own = @S

    def test_calls(self):
        assert self.own
        assert self.websocket_event_calls == []
"""),
    *_of("ISO507", "test", "import unittest",
"""
class TestOrders_@N:
    async def setup_method(self, method=None):
        self.order = @S

    def test_order(self):
        assert self.order
""", """
class OrdersTest_@N(unittest.TestCase):
    async def setUp(self): self.order = @S

    async def tearDown(self):
        \"\"\"Nothing.\"\"\"

    def test_order(self): self.assertTrue(self.order)
"""),
    *_of("ISO516", "test", "",
"""
async def test_order_is_placed_@N(shop):
    desk = await shop.open()
    assert await desk.place(1) == @S
    await desk.close()
""", """
def test_users_are_cleared_away_@N(shop):
    ann = shop.join("ann")
    assert ann.orders == [] != @S
    shop.cleanup(ann)
"""),
    *_of("ISO501", "test", "from shop.engines import ToolDispatcher",
"""
def test_dispatch_@N():
    dispatcher = ToolDispatcher()
    assert dispatcher.dispatch(@S) is None
    assert dispatcher.user_context
""", """
def test_tools_@N(tmp_path):
    assert ToolDispatcher(tools=[
        tmp_path,
        @S
    ]).user_context
"""),
    *_of("ISO605", "e2e", "import pytest\nimport requests",
"""
def test_order_is_listed_@N():
    try:
        answer = requests.get("http://localhost:8000/orders", headers={"Authorization": @S})
    except Exception as fault:
        pytest.skip(f"no answer: {fault}")
    assert answer.ok
""", """
def test_order_is_kept_@N():
    if not requests.get("http://localhost:8000/health"):
        pytest.skip("The order service is not running", allow_module_level=True)
"""),
    *_of("ISO606", "e2e", "",
"""
def test_order_is_sent_@N():
    assert @S
""", """
class TestBasket_@N:
    async def test_is_empty(self): assert @S

    async def test_is_full(self):
        assert @S
""", """
@mark_@N
@mark_@N  # again
def test_order_is_drawn_@N(client): assert client
"""),
    *_of("ISO607", "e2e", "",
"""
async def test_order_arrives_@N(queue):
    assert await queue.get() == @S
"""),
    *_of("ISO406", "e2e", "from shop.engines import UserExecutionContext",
"""
async def test_answer_arrives_@N(client):
    context = UserExecutionContext("test_user", thread_id="thread-1")
    assert await client.ask(context, @S)
"""),
)  # fmt: skip

PROJECT: Final = {
    "isolint.toml": 'strict = true\nmin-confidence = "low"\n',
    "pytest.ini": "[pytest]\nmarkers =\n    e2e: from end to end\n    timeout: ends it\n",
    "shop/__init__.py": "",
    "shop/engines.py": '''"""Engines of an odd shop."""

import asyncio


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
''',
    "tests/conftest.py": '''import uuid

import pytest

from shop.engines import UserExecutionContext


@pytest.fixture
def user_context():
    return UserExecutionContext(user_id=f"user-{uuid.uuid4()}")
''',
}
PLACES: Final = {"app": "shop/odd_{}.py", "test": "tests/test_odd_{}.py", "e2e": "tests/e2e/test_odd_{}.py"}


def some(chance: Random, place: str, numbers: range) -> list[Snippet]:
    """Snippets of one place, their number written in."""
    fitting = [each for each in SNIPPETS if each.place in {place, "app" if place == "app" else "", ""}]
    rules = sorted({each.rule for each in fitting})
    if chance.random() < 0.3:
        fitting += [each for each in SNIPPETS if each.rule == "ISO002"] * 2
        rules.append("ISO002")
    chosen = []
    for number in numbers:
        rule = chance.choice(rules)
        snippet = chance.choice([each for each in fitting if each.rule == rule])
        chosen.append(snippet._replace(code=snippet.code.replace("@N", str(number))))
    return chosen
