import httpx
import requests

HOST = "http://localhost:8000"


def test_alive():
    assert httpx.get(f"{HOST}/health").is_success
    assert httpx.get(url=HOST + "/ready").is_success
    assert requests.get("http://localhost:8000/docs", timeout=5).ok


async def test_open_api():
    async with httpx.AsyncClient(base_url=HOST) as http:
        assert (await http.get("/openapi.json")).is_success
