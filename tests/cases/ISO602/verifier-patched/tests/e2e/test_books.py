from unittest.mock import patch

import app
from fastapi.testclient import TestClient


def test_in_a_with():
    with patch("app.verify_token", return_value="alice"):  # expect: ISO602
        assert TestClient(app.app).get("/books").json() == []


@patch("app.verify_token")  # expect: ISO602
def test_by_a_decorator(verify):
    assert TestClient(app.app).get("/books").json() == []


def test_by_an_attribute(monkeypatch):
    monkeypatch.setattr(app, "verify_token", lambda: "alice")  # expect: ISO602
    assert TestClient(app.app).get("/books").json() == []


def test_by_its_object(mocker):
    mocker.patch.object(app, "verify_token", return_value="alice")  # expect: ISO602
    assert TestClient(app.app).get("/books").json() == []


def test_something_else():
    with patch("app.books", return_value=[]):
        assert app.books() == []
