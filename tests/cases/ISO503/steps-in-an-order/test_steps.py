import pytest

created = {}


@pytest.mark.order(1)
def test_create():
    created["id"] = 7


@pytest.mark.order(2)
def test_find():
    assert created["id"] == 7
