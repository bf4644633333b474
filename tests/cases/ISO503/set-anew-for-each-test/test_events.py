import pytest

from shop.bus import subscribe

HEARD = []
LAST = {"name": None, "count": 0}
state = None


@pytest.fixture(autouse=True)
def silence():
    HEARD.clear()
    yield
    LAST.update({"name": None, "count": 0})


def setup_function():
    global state
    state = {}


def test_heard():
    HEARD.append("order")
    LAST["name"] = "order"
    state["order"] = 1
    assert HEARD == ["order"]


def test_silence():
    assert HEARD == []
    assert LAST["name"] is None
    assert state == {}


def test_count():
    LAST["count"] += 1
    assert subscribe(LAST)
