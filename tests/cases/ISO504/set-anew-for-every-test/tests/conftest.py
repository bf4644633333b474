import os
import sys

import pytest


@pytest.fixture(autouse=True)
def settings(tmp_path):
    os.environ["SHOP_FOLDER"] = str(tmp_path)
    os.environ.pop("SHOP_TRACK", None)


@pytest.fixture(autouse=True)
def plugins(tmp_path):
    sys.path.insert(0, str(tmp_path))  # expect: ISO504
    os.environ["PATH"] = os.environ["PATH"] + ":" + str(tmp_path)  # expect: ISO504


@pytest.fixture
def market():
    os.environ["SHOP_MARKET"] = "no"  # expect: ISO504
