import pytest

from shop.settings import Settings, limits, set_global


@pytest.fixture(autouse=True)
def anew():
    set_global(Settings())
    limits.restart()
    yield
