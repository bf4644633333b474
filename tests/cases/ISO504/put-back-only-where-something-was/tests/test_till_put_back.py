import os
import unittest

import pytest
from shop.till import open_till

KEYS = ("SHOP_KEY", "SHOP_URL")


@pytest.fixture
def mode():
    prior = os.environ.pop("SHOP_MODE", None)
    yield
    os.environ.pop("SHOP_MODE", None)
    if prior is not None:
        os.environ["SHOP_MODE"] = prior


def test_open_mode(mode):
    os.environ["SHOP_MODE"] = "open"
    assert open_till()


@pytest.fixture
def market():
    before = os.environ.get("SHOP_MARKET")
    os.environ["SHOP_MARKET"] = "no"
    yield
    if before is None:
        del os.environ["SHOP_MARKET"]
        return
    os.environ["SHOP_MARKET"] = before


def test_market(market):
    assert open_till()


@pytest.fixture
def keys():
    saved = {key: os.environ.get(key) for key in KEYS}
    yield
    for key, value in saved.items():
        if value is not None:
            os.environ[key] = value
        else:
            forget(key)


def forget(key):
    os.environ.pop(key, None)


def test_key(keys):
    os.environ["SHOP_KEY"] = "secret"
    assert open_till()


@pytest.fixture
def without_a_key():
    before = os.environ.pop("SHOP_TOKEN", None)
    yield
    if before is not None:
        os.environ["SHOP_TOKEN"] = before


def test_without_a_key(without_a_key):
    assert not open_till()


class LanguageTest(unittest.TestCase):
    def setUp(self):
        self.before = os.environ.get("SHOP_LANGUAGE")

    def tearDown(self):
        os.environ.pop("SHOP_LANGUAGE", None)
        if self.before is not None:
            os.environ["SHOP_LANGUAGE"] = self.before

    def test_language(self):
        os.environ["SHOP_LANGUAGE"] = "nb"
        assert open_till()


def test_currency():
    before = os.environ.get("SHOP_CURRENCY")
    os.environ["SHOP_CURRENCY"] = "NOK"
    try:
        assert open_till()
    finally:
        os.environ["SHOP_CURRENCY"] = ""
        if before:
            os.environ["SHOP_CURRENCY"] = before


@pytest.fixture
def everything():
    saved = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(saved)


def test_everything(everything):
    os.environ["SHOP_DRAWER"] = "2"
    assert open_till()
