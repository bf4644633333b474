from starlette.websockets import WebSocket


class WebSocketManager:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)  # expect: ISO301
            cls._instance.sockets = set()
        return cls._instance

    async def add(self, socket: WebSocket):
        self.sockets.add(socket)

    async def broadcast(self, event):
        for socket in list(self.sockets):
            await socket.send_json(event)
