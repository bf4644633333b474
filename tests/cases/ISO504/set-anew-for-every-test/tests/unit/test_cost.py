import os
import sys

from shop.cost import tracked


def test_on(market):
    os.environ["SHOP_TRACK"] = "true"
    assert tracked()


def test_in_a_folder(tmp_path):
    os.environ["SHOP_FOLDER"] = "/tmp"
    sys.path.append(str(tmp_path))  # expect: ISO504
    assert not tracked()
