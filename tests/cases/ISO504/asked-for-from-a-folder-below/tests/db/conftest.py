import os

import pytest


@pytest.fixture
def url():
    os.environ["SHOP_URL"] = "pg://"  # expect: ISO504
    return "pg://"


@pytest.fixture
def unused(url):
    return url


@pytest.fixture
def town():
    return "Bergen"


@pytest.fixture
def walk(town):
    return town


@pytest.fixture
def address():
    return "Torget 1"
