from shop.bus import publish, subscribe

HEARD = []  # expect: ISO503
KNOWN = {"order": 1}  # expect: ISO503


def setup_module():
    HEARD.append("start")


def test_order_is_heard():
    subscribe(HEARD.append)
    HEARD.append("order")
    KNOWN["basket"] = 2
    publish("order")
    assert len(HEARD) == 2


def test_nothing_is_heard():
    assert HEARD == ["start"]
    assert "basket" not in KNOWN


class TestBasket:
    items = []  # expect: ISO503

    def test_adds(self):
        self.items.append(1)
        assert len(self.items) == 1

    def test_is_empty(self):
        assert self.items == []
