"""The service is up."""

from fastapi.testclient import TestClient


def test_service_is_healthy(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_sending_does_not_crash(client: TestClient) -> None:
    response = client.post("/messages", json={"to": "bob", "text": "hello"})
    assert response.status_code < 500
