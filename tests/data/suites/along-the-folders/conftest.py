import pytest


@pytest.fixture(scope="session")
def engine():
    return object()


@pytest.fixture
def connection(engine):
    return [engine]
