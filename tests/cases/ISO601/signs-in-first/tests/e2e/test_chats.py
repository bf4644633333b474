import httpx
from app import app
from django.test import TestCase
from fastapi.testclient import TestClient


def test_chats():
    with httpx.Client(base_url="http://localhost") as http:
        http.post("/login", json={"name": "alice"})
        assert http.get("/chats").json() == []


class TestChats:
    def setup_method(self):
        self.http = TestClient(app)
        self.http.post("/auth/session", json={"name": "alice"})

    def test_chats(self):
        assert self.http.get("/chats").json() == []


class PagesTest(TestCase):
    def setUp(self):
        self.client.force_login("alice")

    def test_page(self):
        assert self.client.get("/page").status_code == 200
