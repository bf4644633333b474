from unittest.mock import patch

import httpx


def test_cached():
    with patch("app.verify_token", return_value="alice") as verify:
        httpx.get("http://localhost/books", headers={"Authorization": "Bearer test-token"})
    verify.assert_called_once()
