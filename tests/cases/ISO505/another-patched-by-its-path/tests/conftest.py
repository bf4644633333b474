import pytest


@pytest.fixture(autouse=True)
def apart(monkeypatch, tmp_path):
    monkeypatch.setattr("shop.paths.cache", lambda: tmp_path)
