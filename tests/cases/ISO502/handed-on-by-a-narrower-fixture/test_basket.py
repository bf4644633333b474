import pytest


@pytest.fixture(scope="module")
def everything():  # expect: ISO502
    return {"basket": []}


@pytest.fixture
def basket(everything):
    return everything["basket"]


def test_put(basket):
    basket.append("tea")
    assert basket


def test_empty(basket):
    assert basket == []
