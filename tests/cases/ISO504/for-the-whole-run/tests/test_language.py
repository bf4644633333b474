import os

from shop.language import language


def test_language():
    os.environ.setdefault("SHOP_REGION", "eu")  # expect: ISO504
    assert language() == "en"
