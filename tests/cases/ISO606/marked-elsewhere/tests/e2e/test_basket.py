from tests.e2e.journeys import Journey, whole


class TestBasket(Journey):
    def test_is_empty(self):
        assert True


@whole
def test_order_is_paid():
    assert True
