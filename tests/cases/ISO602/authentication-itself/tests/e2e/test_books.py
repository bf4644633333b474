from unittest.mock import patch

import httpx
import pytest


def test_expired_is_refused():
    shown = {"Authorization": "Bearer expired-test-token"}
    assert httpx.get("http://localhost/books", headers=shown).is_error


def test_stranger_is_refused():
    shown = {"Authorization": "Bearer test-token"}
    assert httpx.get("http://localhost/books", headers=shown).status_code == 401


def test_what_the_service_does_without_its_issuer():
    with patch("app.verify_token", side_effect=ConnectionError("issuer is down")):
        assert httpx.get("http://localhost/books").status_code == 503


def test_token_is_read():
    with patch("app.verify_token", return_value="alice"):
        assert httpx.get("http://localhost/books").json() == []
