import unittest

import pytest
from agents import Helper


def test_refused():
    with pytest.raises(TypeError):
        Helper()


class HelperTest(unittest.TestCase):
    def test_refused(self):
        self.assertRaises(TypeError, Helper)
        with self.subTest("in a block"), self.assertRaises(TypeError):
            Helper()
