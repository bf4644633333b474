import pytest
from shop.prices import price
from shop.settings import settings


def test_price_in_crowns():
    settings.put("currency", "NOK")  # expect: ISO504
    assert price(1).unit == "NOK"


@pytest.fixture
def dollars():
    settings.put("currency", "USD")
    yield
    settings.restore()


def test_price_in_dollars(dollars):
    settings.put("rounding", "cent")
    assert price(1).unit == "USD"
