import pytest
from realtime import get_websocket_manager


@pytest.fixture
def chat(tmp_path):
    return get_websocket_manager()  # expect: ISO303


@pytest.fixture(scope="module")
def chats():
    return get_websocket_manager()  # expect: ISO303


def test_chat(chat, chats):
    assert chat is not chats
