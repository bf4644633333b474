import unittest

import pytest
from shop.orders import orders

if not orders():
    pytest.skip("The order service is not running", allow_module_level=True)  # expect: ISO605


@pytest.mark.skipif(not orders(), reason="The order service is not running")  # expect: ISO605
def test_orders():
    assert orders()


def test_orders_of_a_user():
    if not orders():
        raise unittest.SkipTest("The order service is not running")  # expect: ISO605


def test_orders_by_their_client():
    try:
        import orderclient
    except ImportError:
        pytest.skip("The client of the order service is not available")  # expect: ISO605
    assert orderclient
