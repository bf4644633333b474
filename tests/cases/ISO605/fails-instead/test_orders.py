import unittest

import pytest
from pytest import skip
from shop.orders import orders


def test_orders():
    try:
        found = orders()
    except ConnectionError as error:
        pytest.skip(f"no answer: {error}")  # expect: ISO605
    assert found


def test_orders_of_a_user():
    if not orders():
        skip(  # expect: ISO605
            reason="The order service is not running",
        )


class OrdersTest(unittest.TestCase):
    def setUp(self):
        if not orders():
            self.skipTest("The order service is unavailable")  # expect: ISO605

    def test_orders(self):
        self.assertTrue(orders())
