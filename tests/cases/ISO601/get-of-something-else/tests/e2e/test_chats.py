import httpx
import redis


def test_cached_chats(page):
    cache = redis.Redis()
    cache.delete("chats")
    chats = {"alice": []}
    assert cache.get("chats") == chats.get("alice")
    page.get("chats")
    httpx.Client().close()
