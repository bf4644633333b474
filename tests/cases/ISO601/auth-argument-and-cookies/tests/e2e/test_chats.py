import aiohttp
import requests


def test_argument():
    assert requests.get("http://localhost/chats", auth=("alice", "sesame"), timeout=5).ok


def test_attribute():
    http = requests.Session()
    http.auth = ("alice", "sesame")
    assert http.get("http://localhost/chats").ok


def test_cookie():
    http = requests.Session()
    http.cookies.set("sid", "alice")
    assert http.get("http://localhost/chats").ok


async def test_whole_session():
    async with aiohttp.ClientSession(auth=aiohttp.BasicAuth("alice")) as http:
        async with http.get("http://localhost/chats") as response:
            assert response.status == 200
