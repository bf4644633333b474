from realtime import WebSocketManager

_manager: "WebSocketManager | None" = None  # expect: ISO301


def get_websocket_manager() -> WebSocketManager:  # expect: ISO301
    global _manager
    if _manager is None:
        _manager = WebSocketManager()
    return _manager
