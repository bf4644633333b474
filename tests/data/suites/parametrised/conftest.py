import pytest


@pytest.fixture
def colour(paint):
    return paint


@pytest.fixture(params=["red", "blue"])
def paint(request):
    return request.param


@pytest.fixture
def size():
    return 1


@pytest.fixture
def box(size, colour):
    return [size, colour]
