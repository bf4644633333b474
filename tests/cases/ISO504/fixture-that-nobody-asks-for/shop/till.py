import os


def open_till(queue=None):
    return os.environ.get("SHOP_TILL"), queue
