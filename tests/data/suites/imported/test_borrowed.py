import pytest

from test_dishes import test_dish_goes_by_its_own_name


@pytest.fixture
def dish():
    return "cold"
