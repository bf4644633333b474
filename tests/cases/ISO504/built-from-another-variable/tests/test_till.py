import os


def test_url():
    assert os.environ["SHOP_URL"]
