import pytest

from shop.orders import Gateway


@pytest.fixture
def gateway(monkeypatch):
    monkeypatch.setattr(Gateway, "send", lambda self, order: order)  # expect: ISO604
    return Gateway()
