"""Letters."""

import os
import sys
from os import environ
from unittest.mock import patch

import pytest
from shop.mail import sender


def test_sender_is_the_shop(outbox):
    os.environ["SHOP_SENDER"] = "orders@shop.test"  # expect: ISO504
    assert sender() == "orders@shop.test"


async def test_sender_of_a_market(
    outbox,
    market,
):
    environ["SHOP_MARKET"] = f"market-{market}"  # expect: ISO504
    environ["SHOP_LANGUAGE"] = str(market.language)  # expect: ISO504
    assert sender() == "ordre@shop.test"


def test_sender_of_two_markets(language="nb"):
    # both at once
    os.environ.update({"SHOP_MARKET": "no", 'SHOP_LANGUAGE': "nb"}, SHOP_ZONE="1")  # expect: ISO504

    assert sender() == "ordre@shop.test"


class TestSettings:
    @pytest.fixture
    def bare(self):
        """No settings at all."""
        for key in ("SHOP_SENDER", "SHOP_MARKET"):
            os.environ.pop(key, None)  # expect: ISO504

    @pytest.fixture
    def nowhere(self):
        if "SHOP_ZONE" in os.environ:
            del os.environ["SHOP_ZONE"]  # expect: ISO504

    @patch("shop.mail.send")
    def test_without_settings(self, send, bare, nowhere):
        os.chdir("/"); os.environ.pop("SHOP_OUTBOX", None)  # expect: ISO504
        sys.path.insert(0, "plugins")  # expect: ISO504
        assert sender() == "nobody@shop.test"

    def test_with_one(self, monkeypatch):
        monkeypatch.chdir("/")
        os.putenv("SHOP_SENDER", "a" "@shop.test")  # expect: ISO504
        assert sender() == "a@shop.test"

    @pytest.fixture
    def market(self):
        os.environ["SHOP_MARKET"] = "dk"  # expect: ISO504
        if sender():
            os.environ["SHOP_MARKET"] = "no"

    @pytest.fixture
    def language(self):
        os.environ["SHOP_LANGUAGE"] = "da"  # expect: ISO504
        os.environ["SHOP_LANGUAGE"] = "nb"
