import pytest

pytest_plugins = "equipment.weather"


@pytest.fixture(autouse=True)
def road(rain):
    return rain
