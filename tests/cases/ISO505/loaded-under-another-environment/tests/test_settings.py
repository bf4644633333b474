import importlib
import os
import sys
from unittest.mock import patch

import pytest
from shop import settings


def test_market():
    with patch.dict(os.environ, {"SHOP_MARKET": "no"}):
        del sys.modules["shop.market"]  # expect: ISO505
        from shop.market import MARKET

        assert MARKET == "no"


@pytest.fixture
def shop(monkeypatch):
    monkeypatch.setenv("SHOP_LANGUAGE", "nb")
    for name in list(sys.modules):
        if name.startswith("shop"):
            del sys.modules[name]  # expect: ISO505
    return importlib.import_module("shop")


def test_language(shop):
    assert shop.language == "nb"


@pytest.fixture
def currency(monkeypatch):
    monkeypatch.setenv("SHOP_CURRENCY", "NOK")


@pytest.fixture
def loaded(currency):
    importlib.reload(settings)  # expect: ISO505
    return settings


def test_currency(loaded):
    assert loaded.CURRENCY == "NOK"
