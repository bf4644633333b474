from shop.orders import place

REQUEST = {"item": "tea", "count": 1, "address": {"city": "Rome"}}  # expect: ISO503


def test_two():
    request = REQUEST
    request["count"] = 2
    assert place(request).count == 2


def test_one():
    assert place(REQUEST).count == 1
