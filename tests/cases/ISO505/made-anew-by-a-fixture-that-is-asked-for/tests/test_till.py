import pytest
from shop import till as module


@pytest.fixture(autouse=True)
def nobody():
    if hasattr(module.till, "owner"):
        del module.till.owner


@pytest.fixture
def fresh():
    module.till = module.Till()  # expect: ISO505


def test_owner(fresh):
    module.till.owner = "ann"
    assert module.till.owner


def test_owner_of_all():
    module.till.owner = "ann"  # expect: ISO505
    assert module.till.owner
