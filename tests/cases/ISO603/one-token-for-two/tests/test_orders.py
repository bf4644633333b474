import httpx
import pytest


@pytest.fixture
def headers():
    answer = httpx.post("http://localhost/login", json={"name": "alice"})
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def test_two_users_have_their_own(headers):
    httpx.post("http://localhost/orders", json={"user_id": "user_1"}, headers=headers)
    httpx.post("http://localhost/orders", json={"user_id": "user_2"}, headers=headers)  # expect: ISO603


def test_many_users(headers):
    for user_id in ("user_1", "user_2", "user_3"):
        httpx.post("http://localhost/orders", json={"user_id": user_id}, headers=headers)  # expect: ISO603


def test_addresses(headers, user_1, user_2):
    httpx.get(f"http://localhost/users/{user_1.user_id}/orders", headers=headers)
    httpx.get(f"http://localhost/users/{user_2.user_id}/orders", headers=headers)  # expect: ISO603
