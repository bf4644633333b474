import httpx
import pytest


@pytest.fixture
def auth_client():
    with httpx.Client(base_url="http://localhost", headers={"Authorization": "Bearer alice"}) as client:
        yield client


def test_two_users(auth_client):
    auth_client.post("/orders", json={"user_id": "user_1"})
    auth_client.post("/orders", json={"user_id": "user_2"})  # expect: ISO603


def connect(user_id, token):
    return httpx.get(f"http://localhost/feeds/{user_id}", headers={"Authorization": token})


def test_two_feeds(issue):
    token = issue("user_1")
    first = connect(user_id="user_1", token=token)
    second = connect(user_id="user_2", token=token)  # expect: ISO603
    assert first != second
