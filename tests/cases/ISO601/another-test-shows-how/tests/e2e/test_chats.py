import httpx


def test_chats():
    response = httpx.get("http://localhost/chats", headers={"Authorization": "Bearer alice"})
    assert response.json() == []


def test_chats_of_nobody():
    assert httpx.get("http://localhost/chats").json() == []  # expect: ISO601
