from manager import WebSocketManager


def test_nobody_listens():
    assert WebSocketManager().user is None
