import functools
import os
import unittest

import pytest
from shop.mail import sender, settle


def quietly(function):
    @functools.wraps(function)
    def run():
        settle(function)

    return run


def use_sender(name):
    os.environ["SHOP_SENDER"] = name  # expect: ISO504


def test_helper():
    use_sender("a@shop.test")
    assert sender() == "a@shop.test"


@quietly
def test_decorated_by_somebody():
    os.environ["SHOP_SENDER"] = "b@shop.test"  # expect: ISO504


@pytest.fixture(scope="module")
def wide():
    os.environ["SHOP_OUTBOX"] = "/tmp"  # expect: ISO504


def test_of_no_text(wide, number):
    os.environ["SHOP_NUMBER"] = number  # expect: ISO504
    assert sender()


def test_called_by_hand():
    os.environ["SHOP_SENDER"] = "c@shop.test"  # expect: ISO504
    assert sender() == "c@shop.test"


def test_snapshot_of_the_whole():
    before = dict(os.environ)
    os.environ["SHOP_SENDER"] = "d@shop.test"  # expect: ISO504
    assert sender() == "d@shop.test"
    os.environ.clear()
    os.environ.update(before)


def test_takes_away_what_the_shop_has_set():
    assert sender() == "c@shop.test"
    os.environ.pop("SHOP_SENDER", None)  # expect: ISO504


class MailTest(unittest.TestCase):
    def test_case(self):
        os.environ["SHOP_SENDER"] = "e@shop.test"  # expect: ISO504
        self.assertEqual(sender(), "e@shop.test")


class TestMail:
    def setup_method(self):
        os.environ["SHOP_SENDER"] = "f@shop.test"  # expect: ISO504

    def test_nested(self):
        def inner():
            os.environ["SHOP_MARKET"] = "no"  # expect: ISO504

        settle(inner)
        assert sender() == "f@shop.test"


if __name__ == "__main__":
    for run in [test_called_by_hand]:
        run()
