"""A class that lost its TestCase keeps hooks that pytest does not know."""

import unittest


class TestShop:
    def setUp(self):  # expect: ISO507
        self.cart = {}

    def tearDown(self):  # expect: ISO507
        print("bye")

    def test_nothing(self):
        pass


class CartMixin:
    def setUp(self):
        self.cart = {}


class CartCase(CartMixin, unittest.TestCase):
    def test_cart(self):
        assert self.cart == {}
