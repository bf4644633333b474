import importlib
import os
import sys
from unittest.mock import patch

import pytest
from shop import settings


def test_market():
    with patch.dict(os.environ, {"SHOP_MARKET": "no"}), patch.dict(sys.modules):
        del sys.modules["shop.market"]
        from shop.market import MARKET

        assert MARKET == "no"


@pytest.fixture
def shop(monkeypatch):
    monkeypatch.setenv("SHOP_LANGUAGE", "nb")
    saved = dict(sys.modules)
    for name in saved:
        if name.startswith("shop"):
            del sys.modules[name]
    yield importlib.import_module("shop")
    sys.modules.update(saved)


def test_language(shop):
    assert shop.language == "nb"


@pytest.fixture
def till(monkeypatch):
    monkeypatch.setenv("SHOP_TILL", "2")
    monkeypatch.delitem(sys.modules, "shop.till", raising=False)
    return importlib.import_module("shop.till")


def test_till(till):
    assert till.NUMBER == "2"


def test_is_not_loaded_at_once():
    sys.modules.pop("shop.plugins", None)
    importlib.import_module("shop")
    assert "shop.plugins" not in sys.modules


@pytest.fixture
def plugin(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(tmp_path)
    sys.modules.pop("plugin", None)
    return importlib.import_module("plugin")


def test_plugin(plugin):
    assert plugin


def test_cannot_be_loaded(monkeypatch):
    monkeypatch.delenv("SHOP_DRAWER", raising=False)
    sys.modules.pop("shop.drawer", None)
    with pytest.raises(KeyError):
        importlib.import_module("shop.drawer")


def test_loads_another_one(monkeypatch):
    monkeypatch.setenv("SHOP_TILL", "3")
    assert importlib.import_module("plugin_of_the_test")
    sys.modules.pop("plugin_of_the_test", None)


@pytest.fixture
def currency(monkeypatch):
    monkeypatch.setenv("SHOP_CURRENCY", "NOK")
    yield
    monkeypatch.undo()
    importlib.reload(settings)


def test_currency(currency):
    importlib.reload(settings)
    assert settings.CURRENCY == "NOK"
