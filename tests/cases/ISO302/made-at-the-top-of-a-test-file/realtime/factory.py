from realtime.manager import WebSocketManager


def create_websocket_manager(user):
    return WebSocketManager(user)
