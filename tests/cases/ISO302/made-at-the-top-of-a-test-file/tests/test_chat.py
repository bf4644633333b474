from realtime.manager import WebSocketManager

manager = WebSocketManager()  # expect: ISO302


def test_nobody_listens():
    assert manager.user is None
