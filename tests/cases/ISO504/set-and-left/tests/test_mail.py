import os

import pytest
from shop.mail import sender


@pytest.fixture(scope="session")
def outbox(tmp_path_factory):
    folder = tmp_path_factory.mktemp("outbox")
    os.environ["SHOP_OUTBOX"] = str(folder)  # expect: ISO504
    return folder


def test_sender_is_the_shop(outbox):
    os.environ["SHOP_SENDER"] = "orders@shop.test"  # expect: ISO504
    assert sender() == "orders@shop.test"


def test_sender_without_settings():
    del os.environ["SHOP_SENDER"]  # expect: ISO504
    assert sender() == "nobody@shop.test"


def test_sender_of_two_markets():
    os.environ.update({"SHOP_MARKET": "no", "SHOP_LANGUAGE": "nb"})  # expect: ISO504
    assert sender() == "ordre@shop.test"
