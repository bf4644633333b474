import threading

from fastapi import FastAPI, Request

app = FastAPI()
state = threading.local()
users = {}


@app.middleware("http")
async def remember(request: Request, call_next):
    state.user = request.headers["X-User"]  # expect: ISO206
    users[threading.get_ident()] = request.headers["X-User"]  # expect: ISO206
    try:
        return await call_next(request)
    finally:
        del state.user


@app.get("/orders")
async def orders():
    return [state.user, users[threading.get_ident()]]
