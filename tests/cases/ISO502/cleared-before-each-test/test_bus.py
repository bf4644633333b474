import pytest

from shop.bus import Bus


@pytest.fixture(scope="module")
def bus():
    made = Bus()
    made.heard = []
    return made


@pytest.fixture(autouse=True)
def silence(bus):
    bus.heard.clear()


def test_order_is_heard(bus):
    bus.heard.append("order")
    assert bus.heard == ["order"]


def test_refund_is_heard(bus):
    bus.heard.append("refund")
    assert bus.heard == ["refund"]
