class WebSocketManager:
    def __init__(self):
        self.connections = []

    async def add(self, websocket):
        await websocket.accept()
        self.connections.append(websocket)

    async def notify(self, event):
        for websocket in self.connections:
            await websocket.send_json(event)
