import os
from unittest.mock import patch

import httpx
import pytest


@pytest.fixture
def development():
    with patch.dict(os.environ, {"AUTH_BYPASS": "true", "LOG_LEVEL": "debug"}):  # expect: ISO602
        yield


def test_in_development(development):
    assert httpx.get("http://localhost/books", headers={"X-Reader": "alice"}).json() == []


def test_by_the_environment(monkeypatch):
    monkeypatch.setenv("SHOP_DISABLE_AUTH", "1")  # expect: ISO602
    assert httpx.get("http://localhost/books", headers={"X-Reader": "alice"}).json() == []


def test_by_what_is_not_required(monkeypatch):
    monkeypatch.setenv("SHOP_REQUIRE_AUTH", "false")  # expect: ISO602
    assert httpx.get("http://localhost/books", headers={"X-Reader": "alice"}).json() == []


def test_switched_on(monkeypatch):
    monkeypatch.setenv("SHOP_REQUIRE_AUTH", "true")
    monkeypatch.setenv("SHOP_DISABLE_AUTH", "0")
    monkeypatch.setenv("SHOP_NO_AUTH_ADDRESS", "http://localhost")
    assert httpx.get("http://localhost/books", headers={"X-Reader": "alice"}).json() == []
