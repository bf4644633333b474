import pytest


@pytest.fixture
def market():
    return "se"


@pytest.fixture
def language(language):
    return language or "sv"
