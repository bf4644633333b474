import os
import unittest

import pytest
from shop.cost import tracked


class TestCost:
    def setup_method(self):
        os.environ.pop("SHOP_TRACK", None)

    def test_off(self):
        assert not tracked()

    def test_on(self):
        os.environ["SHOP_TRACK"] = "true"  # expect: ISO504
        assert tracked()


class TestCostAlone:
    def setup_method(self):
        os.environ.pop("SHOP_TRACK", None)  # expect: ISO504

    def test_off(self):
        os.environ["SHOP_COST"] = "1"  # expect: ISO504
        assert not tracked()


class CostTest(unittest.TestCase):
    def setUp(self):
        os.environ["SHOP_COST"] = "2"  # expect: ISO504

    def test_dear(self):
        os.environ["SHOP_COST"] = "3"
        self.assertTrue(tracked())


class TestCostSetAgain:
    @pytest.fixture(autouse=True)
    def untracked(self):
        os.environ.pop("SHOP_TRACK", None)
        yield
        os.environ.pop("SHOP_TRACK", None)

    def test_on(self):
        os.environ["SHOP_TRACK"] = "true"
        assert tracked()
