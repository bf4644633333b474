"""The service is up."""

from fastapi.testclient import TestClient


def test_service_is_healthy(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_sending_works(alice: TestClient) -> None:
    response = alice.post("/messages", json={"to": "bob", "text": "hello"})
    assert response.status_code == 201


def test_sending_needs_a_token(client: TestClient) -> None:
    response = client.post("/messages", json={"to": "bob", "text": "hello"})
    assert response.status_code == 401
