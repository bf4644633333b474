import unittest

from shop.search import Index


class SearchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.names = ["tea"]  # expect: ISO503
        cls.index = Index()

    def test_coffee(self):
        self.names.append("coffee")
        assert self.index.find(self.names)

    def test_all(self):
        assert self.names == ["tea"]
