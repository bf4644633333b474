import pytest


@pytest.fixture
def ledger():
    return []


@pytest.fixture
def page(ledger):
    return ledger


@pytest.fixture
def exit():
    return None
