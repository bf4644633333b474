def test_order_is_sent(gateway):
    assert gateway.send("tea") == "tea"
