import httpx
import pytest
import websockets

SCHEME = "Bearer"
TOKEN = "test_token"
HEADERS = {"Authorization": "Bearer fake-alice"}  # expect: ISO602


@pytest.fixture
def headers():
    return {"Authorization": "Bearer mock_token", "Accept": "*/*"}  # expect: ISO602


def test_by_fixture(headers):
    assert httpx.get("http://localhost/books", headers=headers).json() == []


def test_by_a_constant():
    assert httpx.get("http://localhost/books", headers=HEADERS).json() == []


def test_put_together():
    assert httpx.get("http://localhost/books", headers={"Authorization": f"Bearer {TOKEN}"}).json() == []  # expect: ISO602


def test_one_for_each(number=7):
    shown = {"Authorization": f"Bearer dummy-{number}"}
    assert httpx.get("http://localhost/books", headers=shown).json() == []  # expect: ISO602


def test_numbered():
    assert httpx.get("http://localhost/books", headers={"Authorization": f"{SCHEME} fake-{1}"}).json() == []  # expect: ISO602


async def test_in_the_address():
    async with websockets.connect("ws://localhost/ws?token=test-token-1") as socket:  # expect: ISO602
        await socket.send("hi")
