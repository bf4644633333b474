import httpx


def test_chats_are_listed():
    response = httpx.get("http://localhost:8000/chats")  # expect: ISO601
    assert response.status_code == 200


async def test_chats_are_listed_at_once():
    async with httpx.AsyncClient(base_url="http://localhost:8000") as client:
        response = await client.get("/chats", headers={"Accept": "application/json"})  # expect: ISO601
    assert response.json() == []
