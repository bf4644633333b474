import pytest
from shop_sdk.client import Client


@pytest.fixture(scope="session")
def remote():
    return Client("http://localhost:8000")


@pytest.fixture(scope="session")
def other():
    return Client("http://localhost:8001")


@pytest.fixture
def single():
    return Client("http://localhost:8002")


@pytest.fixture(scope="session")
def register():
    class Till:
        def login(self, name):
            return name

    return Till()
