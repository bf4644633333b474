import pytest

from tests.checks import assert_same


def test_refuses():
    try:
        assert_same(1, 2)
    except AssertionError:
        pass
    else:
        raise RuntimeError("not refused")


def test_refuses_as_pytest_says():
    with pytest.raises(AssertionError):
        assert_same(1, 2)


def test_says_why():
    try:
        assert_same(1, 2)
    except AssertionError as error:
        assert str(error) == "1 is not 2"


def test_asks(vault):
    known = False
    try:
        vault.assert_known("tea")
        known = True
    except AssertionError:
        pass
    if not known:
        raise RuntimeError("no tea")
