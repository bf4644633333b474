"""Users write to each other."""

from fastapi.testclient import TestClient

from chat.auth import issue_token


def test_assistant_answers_the_sender(client: TestClient, alice_headers: dict[str, str]) -> None:
    response = client.post("/messages", json={"to": "bob", "text": "lunch today?"}, headers=alice_headers)
    assert response.status_code == 201
    assert response.json()["text"].startswith("Noted: lunch today?")


def test_message_waits_in_the_inbox(client: TestClient, alice_headers: dict[str, str]) -> None:
    client.post("/messages", json={"to": "alice", "text": "call the bank"}, headers=alice_headers)
    assert client.get("/messages", headers=alice_headers).json() == ["call the bank"]
    assert client.get("/messages/summary", headers=alice_headers).json() == {"text": "call.."}


def test_message_arrives_over_the_socket(client: TestClient, alice_headers: dict[str, str]) -> None:
    with client.websocket_connect("/ws", params={"token": issue_token("bob")}) as socket:
        client.post("/messages", json={"to": "bob", "text": "lunch today?"}, headers=alice_headers)
        assert socket.receive_json() == {"from": "alice", "to": "bob", "text": "lunch today?"}
