from fastapi import FastAPI, WebSocket
from gate import Gate

app = FastAPI()
app.add_middleware(Gate)


@app.get("/users/{user_id}/orders")
async def orders(user_id: str):
    return [user_id]
