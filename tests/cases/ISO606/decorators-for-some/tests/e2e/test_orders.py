import pytest
from shop.orders import orders, place


@pytest.mark.e2e
def test_order_is_placed():
    assert place()


@pytest.mark.parametrize("user", ["a", "b"])
# each of them
def test_orders_of(user):  # expect: ISO606
    assert orders(user)


class TestOrders:  # expect: ISO606
    @pytest.mark.e2e
    def test_are_listed(self):
        assert orders()

    async def test_are_counted(self):
        assert len(orders())


class TestUsers:  # expect: ISO606
    """Users."""

    def test_have_orders(self):
        assert orders()
