import os
import sys

import pytest

os.environ["SHOP_ENV"] = "test"
os.environ.setdefault("SHOP_LANGUAGE", "en")
sys.path.append("tests")


@pytest.fixture(autouse=True, scope="session")
def quiet():
    os.environ["SHOP_QUIET"] = "1"
