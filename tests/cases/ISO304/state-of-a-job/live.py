class WebSocketManager:
    pass


def get_websocket_manager():
    return WebSocketManager()
