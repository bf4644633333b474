"""Pieces of an odd suite, each with one finding: rule, place, imports, and codes, as odd_snippets.py reads them."""

from typing import Final

SUITE: Final = (
    ("ISO503", "test", "",
"""
RUNS_@N = []


def test_first_@N():
    RUNS_@N.append(@S)
    assert len(RUNS_@N) == 1


def test_second_@N():
    assert RUNS_@N == []
"""),
    ("ISO504", "test", "import os",
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
    ("ISO506", "test", "",
"""
class TestSocket_@N:
    def setup_method(self):
        self.own = @S

    def test_calls(self):
        assert self.own
        assert self.websocket_event_calls == []
"""),
    ("ISO507", "test", "import unittest",
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
    ("ISO516", "test", "",
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
    ("ISO501", "test", "from shop.engines import ToolDispatcher",
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
    ("ISO605", "e2e", "import pytest\nimport requests",
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
    ("ISO606", "e2e", "",
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
    ("ISO607", "e2e", "",
"""
async def test_order_arrives_@N(queue):
    assert await queue.get() == @S
"""),
    ("ISO406", "e2e", "from shop.engines import UserExecutionContext",
"""
async def test_answer_arrives_@N(client):
    context = UserExecutionContext("test_user", thread_id="thread-1")
    assert await client.ask(context, @S)
"""),
    ("ISO502", "test", "import pytest",
"""
@pytest.fixture(scope="module", name="table_@N")
def make_table_@N(): return []


def test_put_@N(table_@N):
    table_@N.append(@S)
    assert table_@N


def test_empty_@N(table_@N): assert table_@N == []
""", """
@pytest.fixture(
    scope="module",
)
def shelf_@N(tmp_path_factory):
    shelf = {"rows": @S}
    yield shelf


def test_put_@N(shelf_@N):
    shelf_@N["rows"] = 1
    assert shelf_@N


def test_empty_@N(shelf_@N):
    assert shelf_@N["rows"]
"""),
)  # fmt: skip
