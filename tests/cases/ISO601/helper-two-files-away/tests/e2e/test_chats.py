import httpx

from tests.people import as_alice


def test_chats():
    assert httpx.get("http://localhost/chats", headers=as_alice()).is_success
