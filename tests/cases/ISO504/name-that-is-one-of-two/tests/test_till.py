import os

import pytest
from shop.till import open_till

KEY = "SHOP_KEY"
if os.name == "nt":
    KEY = "SHOP_WINDOWS_KEY"
OTHER = "SHOP_OTHER"


@pytest.fixture(autouse=True)
def put_back():
    before = os.environ["SHOP_WINDOWS_KEY"]
    yield
    os.environ["SHOP_WINDOWS_KEY"] = before


def test_opens():
    os.environ[KEY] = "test"
    assert open_till()


def test_other():
    os.environ[OTHER] = "test"  # expect: ISO504
    assert open_till()
