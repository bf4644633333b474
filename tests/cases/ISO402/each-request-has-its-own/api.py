from contextvars import ContextVar

from fastapi import FastAPI, Request

app = FastAPI()
request_user = ContextVar("request_user")


@app.middleware("http")
async def remember(request: Request, call_next):
    request_user.set(request.headers["X-User"])
    return await call_next(request)


@app.get("/orders")
async def orders(user_id: str):
    request_user.set(user_id)
    return request_user.get()
