import httpx
import websockets

BASE = "http://localhost:8000"
BOOKS = f"{BASE}/api/books"


def test_everybody_reads_the_catalogue():
    assert httpx.get(f"{BASE}/api/books/latest").json() == []
    assert httpx.get(f"{BOOKS}/7?short=1").json() == {"id": 7}


def test_of_whom():
    assert httpx.get(f"{BOOKS}/borrowed").json() == []  # expect: ISO601
    assert httpx.post(f"{BOOKS}/latest").is_success  # expect: ISO601


def test_several_addresses():
    for address in ("/latest", "/1"):
        assert httpx.get(BOOKS + address).is_success
    for address in ("/latest", "/borrowed"):
        assert httpx.get(BOOKS + address).is_success  # expect: ISO601


async def test_echo():
    async with websockets.connect("ws://localhost:8000/ws/echo") as socket:
        await socket.send("hi")


async def test_unknown_socket():
    async with websockets.connect("ws://localhost:8000/ws") as socket:  # expect: ISO601
        await socket.send("hi")
