"""Users write to each other."""

from fastapi.testclient import TestClient

from chat.auth import issue_token


def test_assistant_answers_the_sender(alice: TestClient) -> None:
    response = alice.post("/messages", json={"to": "bob", "text": "lunch today?"})
    assert response.status_code == 201
    assert response.json() == {"text": "Noted: lunch today?"}


def test_message_waits_in_the_inbox(alice: TestClient) -> None:
    alice.post("/messages", json={"to": "alice", "text": "call the bank"})
    assert alice.get("/messages").json() == ["call the bank"]
    assert alice.get("/messages/summary").json() == {"text": "call.."}


def test_message_arrives_at_the_addressed_user_only(alice: TestClient) -> None:
    with (
        alice.websocket_connect("/ws", params={"token": issue_token("bob")}) as bob,
        alice.websocket_connect("/ws", params={"token": issue_token("carol")}) as carol,
    ):
        alice.post("/messages", json={"to": "bob", "text": "lunch today?"})
        alice.post("/messages", json={"to": "carol", "text": "see you"})
        assert bob.receive_json() == {"from": "alice", "to": "bob", "text": "lunch today?"}
        assert carol.receive_json() == {"from": "alice", "to": "carol", "text": "see you"}
