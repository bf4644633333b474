from unittest import mock

from hypothesis import given
from hypothesis import strategies as st


@given(number=st.integers())
def test_number_is_drawn(text, number):
    assert text


@given(st.integers())
def test_last_one_is_drawn(text, number):
    assert text


class TestFilled:
    @given(st.integers(), st.text())
    def test_both_are_drawn(self, number, text):
        assert number or text

    @mock.patch("os.getcwd")
    def test_first_one_is_patched(self, getcwd, number):
        assert number


@mock.patch("os.getcwd", new=lambda: "there")
def test_patched_with_something_of_its_own(getcwd):
    assert getcwd


def test_defaults_are_no_fixtures(text, number=2):
    assert number == 2
