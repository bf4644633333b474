def test_order_is_priced():
    assert True
