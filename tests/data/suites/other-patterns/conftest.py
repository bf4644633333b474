import pytest


@pytest.fixture
def lamp():
    return "on"
