from sockets import WebSocketManager

manager = WebSocketManager()


def test_nobody_is_there():
    assert manager.sockets == []
