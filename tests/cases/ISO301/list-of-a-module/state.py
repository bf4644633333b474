from fastapi import WebSocket

sockets: list[WebSocket] = []  # expect: ISO301
by_user: dict[str, WebSocket] = {}
waiting: list[WebSocket] = []
