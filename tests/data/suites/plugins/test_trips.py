import pytest


@pytest.fixture
def load():
    return "sand"


def test_truck_drives(truck):
    assert truck


def test_road_is_there():
    assert True
