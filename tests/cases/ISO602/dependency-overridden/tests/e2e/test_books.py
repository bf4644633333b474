from app import app
from fastapi.testclient import TestClient


def test_books_of_alice(as_alice, empty_database):
    assert TestClient(app).get("/books").json() == []  # expect: ISO601


def test_books_of_bob(as_bob):
    assert TestClient(app).get("/books", cookies={"reader": "bob"}).json() == []
