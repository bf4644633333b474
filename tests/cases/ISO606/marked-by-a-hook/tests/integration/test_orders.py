def test_order_is_kept():  # expect: ISO606
    assert True
