from .manager import WebSocketManager
