import pytest


def test_narrow(shop):
    try:
        assert shop.owner() == "ann"
    except (KeyError, TimeoutError):
        pass


def test_asserted_afterwards(shop):
    try:
        owner = shop.owner()
    except Exception:
        owner = None
    else:
        assert owner == "ann"


def test_pytest_outcomes_are_no_exceptions(shop):
    try:
        if not shop.open:
            pytest.fail("closed")
    except Exception:
        pass


def test_in_the_handler(shop):
    try:
        shop.order("ann", by="ben")
    except Exception as error:
        assert "ben" in str(error)
