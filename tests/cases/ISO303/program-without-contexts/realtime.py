class WebSocketManager: ...


def get_websocket_manager():
    return WebSocketManager()
