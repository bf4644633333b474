import os

import pytest
from shop.cost import tracked


@pytest.fixture(autouse=True)
def tracking():
    os.environ["SHOP_TRACK"] = "true"  # expect: ISO504


def test_on():
    assert tracked()
