import os

import pytest
from shop.till import open_till


@pytest.fixture
def norwegian_till():
    os.environ["SHOP_MARKET"] = "no"  # expect: ISO504


@pytest.mark.parametrize("market", ["norwegian"])
def test_market(request, market):
    request.getfixturevalue(f"{market}_till")
    assert open_till()
