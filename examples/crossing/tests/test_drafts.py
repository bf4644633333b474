"""Users save drafts."""

from fastapi.testclient import TestClient

from desk.app import app


def test_draft_is_among_the_latest() -> None:
    client = TestClient(app, headers={"X-User": "alice"})
    assert client.post("/drafts", json={"text": " Dear Bob, "}).json() == "Dear Bob,"
    assert client.get("/drafts/latest").json() == ["Dear Bob,"]
