import copy
import json

import pytest


@pytest.fixture(scope="module")
def prices():
    with open("prices.json") as file:
        return json.load(file)


@pytest.fixture
def own_prices(prices):
    return copy.deepcopy(prices)


def test_tea(prices):
    assert prices["tea"] == 3


def test_dearer_tea(own_prices):
    own_prices["tea"] += 1
    assert own_prices["tea"] == 4


def test_a_local_list_of_that_name(prices):
    known = list(prices)
    known.append("cocoa")
    assert len(known) == len(prices) + 1
