from app import app
from fastapi.testclient import TestClient


def test_chats(client):
    assert client.get("/chats").json() == []  # expect: ISO601


def test_socket(client):
    with client.websocket_connect("/ws") as socket:  # expect: ISO601
        socket.send_text("hi")


class TestChats:
    def setup_method(self):
        self.http = TestClient(app)

    def test_chats(self):
        assert self.http.post("/chats", json={}).is_success  # expect: ISO601
