import pytest
from shop_sdk.client import Client


@pytest.fixture(scope="session")
def client():  # expect: ISO502
    return Client("http://localhost:8000")


@pytest.fixture(scope="session")
def remote():  # expect: ISO502
    return Client("http://localhost:8001")
