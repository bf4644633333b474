import importlib
import sys
import unittest
from unittest.mock import Mock, patch

import pytest
from fastapi.testclient import TestClient
from shop import clock as module
from shop.clock import Clock, clock
from shop.main import app, catalogue


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(Clock, "zone", "CET")
    Clock.zone = "EET"
    assert clock.zone == "EET"


def test_beneath_a_patch(monkeypatch):
    monkeypatch.setattr(module, "time", Mock())
    module.time.monotonic = Mock(return_value=0)
    assert clock.now()


@patch("shop.clock.time")
def test_a_mocks_own(time):
    time.time.return_value = 3
    module.time.sleep = Mock()
    assert clock.now() == 3


def test_in_finally():
    now = clock.now
    clock.now = lambda: 0
    try:
        assert clock.now() == 0
    finally:
        clock.now = now


@pytest.fixture
def client():
    app.dependency_overrides[catalogue] = lambda: ["table"]
    yield TestClient(app)
    app.dependency_overrides.clear()


def test_with_the_client(client):
    app.dependency_overrides[clock] = lambda: 0
    assert client.get("/").status_code == 404


def test_modules():
    with patch.dict(sys.modules, {"terminal": Mock()}):
        sys.modules["printer"] = Mock()
        importlib.reload(module)
        assert module.clock
    importlib.reload(module)


class ClockTest(unittest.TestCase):
    def setUp(self):
        self.zone = Clock.zone
        Clock.zone = "CET"
        self.addCleanup(setattr, clock, "now", clock.now)
        clock.now = Mock()
        self.time = patch("shop.clock.time")
        self.time.start()

    def tearDown(self):
        Clock.zone = self.zone
        patch.stopall()

    def test_zone(self):
        self.assertEqual(clock.zone, "CET")
