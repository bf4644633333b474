from shop.bus import publish, subscribe

HEARD = []  # expect: ISO503


def test_order_is_heard():
    subscribe(HEARD.append)
    publish("order")
    HEARD.append("checked")
    assert "order" in HEARD


def test_silence():
    assert HEARD == []
