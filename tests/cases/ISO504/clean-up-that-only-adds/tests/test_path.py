import sys
import unittest

from shop.till import open_till


class AddedCase(unittest.TestCase):
    def test_added(self):
        sys.path.append("till")  # expect: ISO504
        self.addCleanup(sys.path.append, "till")
        assert open_till()


class TakenCase(unittest.TestCase):
    def test_taken(self):
        sys.path.remove("till")
        self.addCleanup(sys.path.append, "till")
        assert open_till()


class PutBackCase(unittest.TestCase):
    def test_put_back(self):
        sys.path.append("till")
        self.addCleanup(sys.path.remove, "till")
        assert open_till()
