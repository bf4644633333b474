from fastapi import WebSocket


class Hub:
    def __init__(self):
        self.sockets: dict[str, WebSocket] = {}

    async def join(self, thread_id: str, websocket: WebSocket):
        await websocket.accept()
        self.sockets[thread_id] = websocket

    def leave(self, thread_id: str):
        self.sockets.pop(thread_id, None)

    async def send_to_thread(self, thread_id: str, event: dict):
        await self.sockets[thread_id].send_json(event)

    async def broadcast(self, event: dict):
        for websocket in self.sockets.values():
            await websocket.send_json(event)


hub = Hub()
