import pytest

pytestmark = [pytest.mark.e2e]


def test_order_is_placed():
    assert True
