import structlog
from fastapi import FastAPI

app = FastAPI()


@app.get("/orders")
async def orders(user_id: str):
    structlog.contextvars.bind_contextvars(user=user_id)
    return user_id
