from fastapi import FastAPI, WebSocket

from bot import Bot

app = FastAPI()


@app.websocket("/ask")
async def ask(websocket: WebSocket):
    await websocket.accept()
    bot = Bot()
    while True:
        await websocket.send_text(bot.ask(await websocket.receive_text()))
