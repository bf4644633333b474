import os

import pytest


@pytest.fixture(autouse=True)
def settings(tmp_path):
    os.environ["SHOP_FOLDER"] = str(tmp_path)  # expect: ISO504
