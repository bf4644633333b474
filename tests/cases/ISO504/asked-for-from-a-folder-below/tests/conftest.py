import os

import pytest


@pytest.fixture
def url():
    return "sqlite://"


@pytest.fixture
def app(url):
    return url


@pytest.fixture
def town():
    os.environ["SHOP_TOWN"] = "Oslo"


@pytest.fixture
def address():
    os.environ["SHOP_ADDRESS"] = "test"  # expect: ISO504


@pytest.fixture
def place():
    os.environ["SHOP_PLACE"] = "test"
