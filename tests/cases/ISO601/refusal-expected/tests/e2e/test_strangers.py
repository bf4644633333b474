from http import HTTPStatus

import httpx
import pytest
from fastapi import status


def test_turned_away():
    assert httpx.get("http://localhost/chats").status_code == 401


def test_turned_away_somehow():
    response = httpx.get("http://localhost/chats")
    assert response.status_code in (401, 403)


def test_turned_away_by_name():
    assert httpx.get("http://localhost/chats").status_code == HTTPStatus.FORBIDDEN


def test_turned_away_by_constant():
    assert httpx.get("http://localhost/chats").status_code == status.HTTP_401_UNAUTHORIZED


@pytest.mark.parametrize("refused", [401, 403])
def test_turned_away_by_parameter(refused):
    assert httpx.get(f"http://localhost/chats/{refused}").status_code == refused


def test_turned_away_by_an_error():
    with pytest.raises(httpx.HTTPStatusError, match="403"):
        httpx.get("http://localhost/chats").raise_for_status()
