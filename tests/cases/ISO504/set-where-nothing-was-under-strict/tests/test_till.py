import os

from shop.till import open_till


def test_opens():
    os.environ.setdefault("SHOP_KEY", "test")  # expect: ISO504
    if not os.getenv("SHOP_URL"):
        os.environ["SHOP_URL"] = "http://shop.test"  # expect: ISO504
    assert open_till()
