import pytest
from shop import tills


@pytest.fixture
def kept_carts():
    before = dict(tills.CARTS)
    yield
    tills.CARTS.clear()
    tills.CARTS.update(before)


@pytest.fixture
def cleared():
    tills.get_tills().clear()
    yield tills.get_tills()
    tills.get_tills().clear()


@pytest.fixture
def crowns():
    tills.set_currency("NOK")
    yield
    tills.set_currency("EUR")
