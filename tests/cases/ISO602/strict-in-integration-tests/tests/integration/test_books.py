from unittest.mock import patch

import app
from fastapi.testclient import TestClient


def test_books():
    with patch("app.verify_token", return_value="alice"):  # expect: ISO602
        shown = {"Authorization": "Bearer test-token"}
        assert TestClient(app.app).get("/books", headers=shown).json() == []  # expect: ISO602


def test_a_record():
    assert app.Record(token="test-token").token
