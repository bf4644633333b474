import sys
from types import ModuleType

import pytest
from shop import settings
from shop.paying import available


@pytest.fixture
def terminal():
    saved = sys.modules.get("terminal")
    sys.modules["terminal"] = ModuleType("terminal")  # expect: ISO505
    yield
    if saved is not None:
        sys.modules["terminal"] = saved


@pytest.fixture
def drawer():
    saved = sys.modules.get("drawer")
    sys.modules["drawer"] = ModuleType("drawer")
    yield
    if saved is not None:
        sys.modules["drawer"] = saved
    else:
        sys.modules.pop("drawer", None)


@pytest.fixture
def currency():
    before = getattr(settings, "CURRENCY", None)
    settings.CURRENCY = "NOK"  # expect: ISO505
    yield
    if before:
        settings.CURRENCY = before


@pytest.fixture
def market():
    before = getattr(settings, "MARKET", None)
    settings.MARKET = "no"
    yield
    if before is None:
        delattr(settings, "MARKET")
    else:
        settings.MARKET = before


def test_pays(terminal, drawer, currency, market):
    assert available()


@pytest.fixture
def printer():
    before = settings.PRINTER
    settings.PRINTER = "none"
    yield
    if before:
        settings.PRINTER = before


@pytest.fixture
def language():
    before = getattr(settings, "LANGUAGE", None)
    settings.LANGUAGE = "nb"
    yield
    if hasattr(settings, "LANGUAGE"):
        delattr(settings, "LANGUAGE")
    if before:
        settings.LANGUAGE = before


def test_prints(printer, language):
    assert available()
