import pytest


@pytest.fixture
def border():
    return "open"


@pytest.fixture
def client(client, border):
    return [client, border]
