import unittest

from agents import Helper, Plain
from hypothesis import given
from hypothesis import strategies as st


class HelperTest(unittest.TestCase):
    def test_helper(self):
        self.assertTrue(Helper("one"))  # expect: ISO501


def test_plain():
    assert Plain("two")  # expect: ISO501


@given(st.text())
def test_any_name(name):
    assert Helper(name)  # expect: ISO501


def make():
    return Helper("three")  # expect: ISO501


def test_made():
    assert make()
