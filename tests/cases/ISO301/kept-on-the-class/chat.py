from fastapi import FastAPI, WebSocket

app = FastAPI()


class Chat:  # expect: ISO301
    sockets = []

    @classmethod
    async def join(cls, websocket: WebSocket):
        await websocket.accept()
        cls.sockets.append(websocket)  # expect: ISO306

    @classmethod
    async def say(cls, text):
        for socket in cls.sockets:
            await socket.send_text(text)


class Room:
    title = "a room"

    def __init__(self):
        self.sockets = []

    async def join(self, websocket: WebSocket):
        self.sockets.append(websocket)

    async def say(self, text):
        for socket in self.sockets:
            await socket.send_text(text)


@app.websocket("/chat/{room}")
async def chat(websocket: WebSocket, room: str):
    await Chat.join(websocket)
    await Room().join(websocket)
