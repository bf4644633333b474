from tests.journey import Journey


class TestOrders:  # expect: ISO608
    def test_is_placed(self):
        assert True


class TestBasket(Journey):
    def test_is_empty(self):
        assert self.users == []


def test_order_is_listed():
    assert True
