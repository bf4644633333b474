import os

import httpx
import pytest


@pytest.fixture
def token():
    answer = httpx.post("http://localhost/login", json={"name": "test-alice", "password": "test"})
    return answer.json()["token"]


def test_books(token):
    assert httpx.get("http://localhost/books", headers={"Authorization": f"Bearer {token}"}).json() == []


def test_books_of_an_account_of_the_suite():
    shown = {"Authorization": f"Bearer {os.environ['TEST_TOKEN']}"}
    assert httpx.get("http://localhost/books", headers=shown).json() == []
