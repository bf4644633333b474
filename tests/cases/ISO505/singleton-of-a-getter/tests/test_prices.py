import pytest
from shop.prices import price
from shop.settings import Settings, settings


@pytest.fixture
def shared():
    return settings()


@pytest.fixture
def own():
    return Settings()


def test_price_in_crowns(shared):
    shared.currency = "NOK"  # expect: ISO505
    assert price(1).unit == "NOK"


def test_price_in_dollars(own):
    own.currency = "USD"
    assert price(1, own).unit == "USD"


def test_what_it_begins_with():
    settings().markets = []
    assert price(1).market is None
