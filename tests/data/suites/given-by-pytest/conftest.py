import pytest


@pytest.fixture
def tmp_path(tmp_path, label):
    return tmp_path / label


@pytest.fixture
def label():
    return "label"


@pytest.fixture
def settings(monkeypatch):
    return monkeypatch
