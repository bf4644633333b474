from fastapi import FastAPI, WebSocket

app = FastAPI()


class WebSocketManager:
    def __init__(self):
        self.sockets = []

    async def add(self, websocket: WebSocket):
        self.sockets.append(websocket)

    async def tell(self, text):
        for websocket in self.sockets:
            await websocket.send_text(text)


@app.websocket("/echo")
async def echo(websocket: WebSocket):
    manager = WebSocketManager()
    await manager.add(websocket)
    await manager.tell("hello")
