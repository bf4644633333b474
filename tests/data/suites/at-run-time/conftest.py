import pytest


@pytest.fixture
def slow_thing():
    return "slow"


@pytest.fixture
def fast_thing():
    return "fast"


@pytest.fixture(params=["slow_thing", "fast_thing"])
def thing(request):
    return request.getfixturevalue(request.param)
