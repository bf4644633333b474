import os
import unittest


class EnvironmentTest(unittest.TestCase):
    def setUp(self):
        self.saved = os.environ.copy()

    def tearDown(self):
        self.put_back()

    def put_back(self):
        os.environ.clear()
        os.environ.update(self.saved)
