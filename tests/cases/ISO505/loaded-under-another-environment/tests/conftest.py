import pytest


@pytest.fixture(autouse=True)
def every_test(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "secret")
