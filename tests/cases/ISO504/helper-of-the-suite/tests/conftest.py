import os


def use_market(name):
    os.environ["SHOP_MARKET"] = name  # expect: ISO504


def leave_market():
    os.environ.pop("SHOP_MARKET", None)
