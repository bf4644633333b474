from realtime.manager import WebSocketManager


def test_nobody_listens():
    manager = WebSocketManager()  # expect: ISO302
    assert manager.user is None
