import httpx
from app import app
from fastapi.testclient import TestClient


def test_weather():
    assert httpx.get("http://localhost/weather").json() == "rain"
    assert TestClient(app).get("/weather").json() == "rain"
