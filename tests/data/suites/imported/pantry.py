import pytest


@pytest.fixture
def flour():
    return 500


@pytest.fixture
def salt():
    return 5
