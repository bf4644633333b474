import os
import sys

import pytest
from shop.secrets import secret
from shop.till import open_till

MARKET = "SHOP_MARKET"
DEFAULTS = {"SHOP_LANGUAGE": "nb", "SHOP_CURRENCY": "NOK"}


@pytest.fixture
def settings():
    if "SHOP_KEY" not in os.environ:
        os.environ["SHOP_KEY"] = "test"
    if not os.getenv("SHOP_URL"):
        os.environ["SHOP_URL"] = "http://shop.test"
    if os.environ.get(MARKET) is None:
        os.environ["SHOP_MARKET"] = "no"
    for name, value in DEFAULTS.items():
        if name in os.environ:
            continue
        os.environ[name] = value


def test_opens(settings):
    os.environ["SHOP_TILL"] = os.environ.get("SHOP_TILL", "1")
    os.environ["SHOP_FLOAT"] = os.getenv("SHOP_FLOAT") or "100"
    assert open_till()


def test_found_or_set():
    found = os.environ.get("SHOP_TILL")
    if found:
        assert open_till()
    else:
        os.environ["SHOP_TILL"] = "1"
    if "SHOP_FLOAT" in os.environ:
        return
    os.environ["SHOP_FLOAT"] = "100"


def test_of_another_market():
    if os.environ.get("SHOP_MARKET") == "no":
        os.environ["SHOP_MARKET"] = "se"  # expect: ISO504
    assert open_till()


def test_where_something_was():
    if os.environ.get("SHOP_MARKET"):
        os.environ["SHOP_MARKET"] = "dk"  # expect: ISO504
    if "SHOP_KEY" not in os.environ:
        os.environ["SHOP_TOKEN"] = "test"  # expect: ISO504
    assert open_till()


def test_key_from_elsewhere():
    os.environ["SHOP_KEY"] = secret("SHOP_KEY")  # expect: ISO504
    assert open_till()


def test_longer_path():
    os.environ["PATH"] = "till" + os.environ["PATH"]  # expect: ISO504
    assert open_till()


def test_without_key():
    if "SHOP_KEY" in os.environ:
        del os.environ["SHOP_KEY"]  # expect: ISO504
    assert not open_till()


def test_plugin(tmp_path):
    if str(tmp_path) not in sys.path:
        sys.path.insert(0, str(tmp_path))  # expect: ISO504
    assert open_till()
