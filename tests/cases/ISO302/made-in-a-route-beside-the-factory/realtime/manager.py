class ConnectionManager:
    def __init__(self, user=None):
        self.user = user

    async def send(self, websocket, text):
        await websocket.send_text(text)
