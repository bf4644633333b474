def test_order_is_placed():
    assert True
