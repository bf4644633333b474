import unittest


class BasketTest(unittest.TestCase):
    basket = []
    owner = None

    def setUp(self):
        self.basket = []

    def test_put(self):
        self.basket.append("tea")
        self.owner = "alice"
        self.assertEqual(len(self.basket), 1)

    def test_empty(self):
        self.assertEqual(self.basket, [])
        self.assertIsNone(self.owner)
