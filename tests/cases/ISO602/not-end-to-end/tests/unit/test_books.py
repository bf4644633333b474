from unittest.mock import patch

import app
from fastapi.testclient import TestClient


def test_books():
    with patch("app.verify_token", return_value="alice"):
        assert TestClient(app.app).get("/books", headers={"Authorization": "Bearer test-token"}).json() == []
