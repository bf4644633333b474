import unittest


class BasketTest(unittest.TestCase):
    basket = []  # expect: ISO503

    def test_put(self):
        self.basket.append("tea")
        self.assertEqual(len(self.basket), 1)

    def test_empty(self):
        self.assertEqual(self.basket, [])


class TestVisits:
    last = None  # expect: ISO503

    def test_visit(self):
        TestVisits.last = "alice"

    def test_nobody_came(self):
        assert self.last is None
