import os
import sys

import pytest

NAME = "SHOP_NAME"


@pytest.fixture(autouse=True)
def env():
    os.environ["SHOP_URL"] = "pg://" + os.environ["SHOP_HOST"]
    os.environ["SHOP_HOME"] = f"{os.environ['HOME']}/shop"


@pytest.fixture(autouse=True)
def longer():
    os.environ["SHOP_PATH"] = "till:" + os.environ["SHOP_PATH"]  # expect: ISO504
    os.environ["SHOP_FLAGS"] += " -q"  # expect: ISO504
    os.environ[NAME] = os.environ[NAME] + "!"  # expect: ISO504
    sys.path[:] = ["till"] + sys.path  # expect: ISO504
