import pytest


@pytest.fixture
def paid_order(orders, voucher):
    return [orders, voucher]


@pytest.fixture
def voucher():
    return 5


def test_orders_are_kept(orders):
    assert orders


def test_order_is_paid(paid_order):
    assert paid_order


class TestRefunds:
    @pytest.fixture
    def refund(self, paid_order):
        return [paid_order]

    def test_refund_goes_back(self, refund):
        assert refund

    def test_engine_is_shared(self, engine):
        assert engine
