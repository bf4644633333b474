import pytest


@pytest.fixture
def rain():
    return False
