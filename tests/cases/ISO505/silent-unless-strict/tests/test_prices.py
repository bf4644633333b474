import sys
import unittest

from shop import prices
from shop.till import Till

sys.modules["terminal"] = None


class PricesTest(unittest.TestCase):
    def setUp(self):
        self.fetch = prices.fetch
        prices.fetch = lambda unit: 2
        self.till = Till()

    def tearDown(self):
        prices.fetch = self.fetch

    def test_price(self):
        self.assertEqual(prices.fetch("NOK"), 2)
