import os
import unittest
from contextlib import contextmanager

import pytest
from shop.till import open_till

KEYS = ("SHOP_KEY", "SHOP_URL")


@pytest.fixture
def mode():
    prior = os.environ.pop("SHOP_MODE", None)
    try:
        yield
    finally:
        if prior is not None:
            os.environ["SHOP_MODE"] = prior


def test_open_mode(mode):
    os.environ["SHOP_MODE"] = "open"  # expect: ISO504
    assert open_till()


@pytest.fixture
def market():
    before = os.environ.get("SHOP_MARKET")
    os.environ["SHOP_MARKET"] = "no"  # expect: ISO504
    yield
    if before:
        os.environ["SHOP_MARKET"] = before


def test_market(market):
    assert open_till()


@pytest.fixture
def keys():
    saved = {key: os.environ.get(key) for key in KEYS}
    yield
    for key, value in saved.items():
        if value is None:
            continue
        os.environ[key] = value


def test_key(keys):
    os.environ["SHOP_KEY"] = "secret"  # expect: ISO504
    assert open_till()


class LanguageTest(unittest.TestCase):
    def setUp(self):
        self.before = os.environ.get("SHOP_LANGUAGE")

    def tearDown(self):
        if self.before is not None:
            os.environ["SHOP_LANGUAGE"] = self.before

    def test_language(self):
        os.environ["SHOP_LANGUAGE"] = "nb"  # expect: ISO504
        assert open_till()


def test_currency():
    before = os.environ.get("SHOP_CURRENCY")
    os.environ["SHOP_CURRENCY"] = "NOK"  # expect: ISO504
    try:
        assert open_till()
    finally:
        if before:
            os.environ["SHOP_CURRENCY"] = before


@contextmanager
def floating(amount):
    before = os.environ.get("SHOP_FLOAT")
    os.environ["SHOP_FLOAT"] = amount  # expect: ISO504
    try:
        yield
    finally:
        if before is not None:
            os.environ["SHOP_FLOAT"] = before


def test_float():
    with floating("100"):
        assert open_till()


@pytest.fixture
def everything():
    saved = os.environ.copy()
    yield
    os.environ.update(saved)


def test_everything(everything):
    os.environ["SHOP_DRAWER"] = "2"  # expect: ISO504
    assert open_till()
