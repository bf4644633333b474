from unittest.mock import patch

import app


def test_books():
    with patch("app.verify_token", return_value="alice"):
        assert app.books()
