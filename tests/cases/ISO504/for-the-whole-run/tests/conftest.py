import os
import sys
from pathlib import Path

import pytest

os.environ["SHOP_ENV"] = "test"  # expect: ISO504
os.environ.setdefault("SHOP_LANGUAGE", "en")  # expect: ISO504
sys.path.insert(0, str(Path(__file__).parent))  # expect: ISO504


@pytest.fixture(scope="session", autouse=True)
def quiet():
    os.environ["SHOP_QUIET"] = "1"  # expect: ISO504
