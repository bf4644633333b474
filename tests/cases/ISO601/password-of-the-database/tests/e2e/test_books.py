import httpx


def test_books():
    assert httpx.get("http://localhost/books").json() == []  # expect: ISO601


def test_after_signing_in():
    with httpx.Client(base_url="http://localhost") as client:
        client.post("/sessions", json={"name": "alice", "password": "alice"})
        assert client.get("/books").json() == []


def test_what_a_model_cost():
    answer = httpx.post("http://localhost/answers", json={"max_tokens": 5}).json()  # expect: ISO601
    assert answer["total_tokens"] <= 5
