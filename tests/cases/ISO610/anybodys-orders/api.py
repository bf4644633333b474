from fastapi import APIRouter, FastAPI, WebSocket

router = APIRouter(prefix="/users")
app = FastAPI()


@router.get("/{user_id}/orders")
async def orders(user_id: str):  # expect: ISO610
    return ORDERS[user_id]


@app.websocket("/ws/{user_id}")
async def feed(socket: WebSocket, user_id: str):  # expect: ISO610
    await socket.accept()


@app.get("/summary")
async def summary(tenant_id: str):  # expect: ISO610
    return ORDERS[tenant_id]


@app.get("/offers")
async def offers():
    return []


ORDERS = {"alice": []}
app.include_router(router)
