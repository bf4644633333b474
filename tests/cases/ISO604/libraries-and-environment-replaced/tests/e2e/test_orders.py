import os
import time
from unittest.mock import create_autospec, patch

import httpx


def test_order_waits():
    with patch("time.sleep"), patch.dict(os.environ, {"SHOP": "north"}), patch.object(time, "monotonic"):
        assert create_autospec(httpx.Client)


def test_order_is_cached(monkeypatch):
    monkeypatch.setenv("SHOP", "north")
    assert os.environ["SHOP"]
