import os
import unittest

from shop.tokens import has_token


class TokenTest(unittest.TestCase):
    def setUp(self):
        os.environ.pop("SHOP_TOKEN", None)  # expect: ISO504

    def tearDown(self):
        os.environ.pop("SHOP_TOKEN", None)

    def test_there_is_none(self):
        self.assertFalse(has_token())
