import httpx
from tests.e2e.feeds import Feed, SignedFeed


def shelf(number):
    return httpx.get(f"http://localhost/shelves/{number}").json()  # expect: ISO601


def book(number, headers=None):
    return httpx.get(f"http://localhost/books/{number}", headers=headers).json()


async def test_feed():
    feed = Feed()
    await feed.check_health()
    await feed.open()


async def test_feed_of_alice():
    feed = SignedFeed()
    await feed.open("alice")


def test_shelves():
    assert shelf(1) != shelf(2)


def test_books():
    assert book(1, {"X-Reader": "alice"})
