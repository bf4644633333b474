"""Events."""
import json

from shop.bus import publish, subscribe

HEARD: list = []  # expect: ISO503
# how many are enough
ENOUGH = 1


def test_order_is_heard():
    subscribe(HEARD.append)
    publish("order", json.dumps(1))
    HEARD.append("order")
    assert len(HEARD) == ENOUGH


def test_nothing_is_heard():
    assert not HEARD
