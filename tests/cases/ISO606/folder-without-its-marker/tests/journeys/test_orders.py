import pytest


def test_order_is_placed():  # expect: ISO606
    assert True


@pytest.mark.journey
def test_order_is_listed():
    assert True


class TestBasket:  # expect: ISO606
    def test_is_empty(self):
        assert True

    def test_is_full(self):
        assert True
