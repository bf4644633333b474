import os

from shop.till import at_night, get, open_till


def test_kept():
    os.environ["SHOP_KEY"] = os.environ["SHOP_KEY"]
    os.environ["SHOP_KEY"] = os.environ.get("SHOP_KEY")
    assert open_till()


def test_or_else():
    os.environ["SHOP_KEY"] = os.environ.get("SHOP_KEY") or "test"  # expect: ISO504
    os.environ["SHOP_URL"] = os.environ["SHOP_URL"] if at_night() else "test"  # expect: ISO504
    os.environ["SHOP_TILL"] = os.environ.get("SHOP_TILL", "1")  # expect: ISO504
    assert open_till()


def test_mask():
    os.umask(get("SHOP_MASK"))  # expect: ISO504
    assert open_till()
