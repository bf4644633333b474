import os

import pytest
from shop.mail import sender


@pytest.fixture
def shop(tmp_path):
    os.chdir(tmp_path)
    os.environ["SHOP_SENDER"] = "a@shop.test"


def test_sender(shop):
    os.environ["SHOP_MARKET"] = "no"
    assert sender() == "a@shop.test"
