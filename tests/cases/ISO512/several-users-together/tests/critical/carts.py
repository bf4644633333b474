def test_cart():
    return {}
