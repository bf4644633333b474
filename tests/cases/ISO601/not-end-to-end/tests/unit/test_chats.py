import pytest
from app import app
from fastapi.testclient import TestClient

pytestmark = pytest.mark.unit


def test_chats():
    assert TestClient(app).get("/chats").is_success
