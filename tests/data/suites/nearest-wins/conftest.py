import pytest


@pytest.fixture
def address():
    return "here"


@pytest.fixture
def client(address):
    return [address]


@pytest.fixture
def letter(client):
    return [client]
