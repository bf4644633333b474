import os

import pytest


@pytest.fixture(scope="session")
def queue():
    os.environ["SHOP_QUEUE"] = "localhost"
    yield


@pytest.fixture
def worker(queue):
    os.environ["SHOP_WORKER"] = "1"


@pytest.fixture
def cellar():
    os.environ["SHOP_CELLAR"] = "test"  # expect: ISO504


@pytest.fixture
def till():
    os.environ["SHOP_TILL"] = "1"  # expect: ISO504


@pytest.fixture
def price():
    os.environ["SHOP_PRICE"] = "1"  # expect: ISO504


@pytest.fixture(name="door")
def open_door():
    os.environ["SHOP_DOOR"] = "open"  # expect: ISO504


@pytest.fixture
def market():
    os.environ["SHOP_MARKET"] = "no"


@pytest.fixture
def language():
    os.environ["SHOP_LANGUAGE"] = "nb"  # expect: ISO504


@pytest.fixture(autouse=os.environ.get("CI") == "true")
def quiet():
    os.environ["SHOP_QUIET"] = "1"  # expect: ISO504
