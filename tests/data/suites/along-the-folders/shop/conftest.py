import pytest


@pytest.fixture
def orders(connection):
    return [connection]
